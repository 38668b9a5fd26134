import { type PointerEvent as ReactPointerEvent, useEffect, useMemo } from 'react';
import type { GestureContext } from './gesture';
import { isComposing, isTyping } from '../../controls/typing';
import { createGestureRunner } from './gestureRunner';
import { hitOf } from './hit';

/** Binds the gestures to the page; returns what the canvas calls when a pointer is pressed on it. */
export function useGestures(context: GestureContext) {
  const runner = useMemo(() => createGestureRunner(context), [context]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      // Space in a text, or in a shortcut of the system, does not turn the hand tool on.
      const isOther = key === ' ' && (ctrlKey || metaKey || altKey || isTyping(event.target));
      if (isOther || isComposing(event)) return;
      if (runner.keyDown(key)) event.stopPropagation();
    };
    const onKeyUp = (event: KeyboardEvent) => {
      runner.keyUp(event.key);
    };
    const onLeave = () => {
      runner.loseFocus();
      // React Flow pans until it gets the release of the button, held or not.
      window.dispatchEvent(new MouseEvent('mouseup', { view: window }));
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden') onLeave();
    };
    const onTouchMove = (event: TouchEvent) => {
      if (runner.holdsTouch()) event.stopPropagation();
    };
    window.addEventListener('pointermove', runner.move);
    window.addEventListener('pointerup', runner.release);
    window.addEventListener('pointercancel', runner.cancel);
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('keyup', onKeyUp, true);
    window.addEventListener('blur', onLeave);
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('touchmove', onTouchMove, true);
    return () => {
      runner.stop();
      window.removeEventListener('pointermove', runner.move);
      window.removeEventListener('pointerup', runner.release);
      window.removeEventListener('pointercancel', runner.cancel);
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('keyup', onKeyUp, true);
      window.removeEventListener('blur', onLeave);
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('touchmove', onTouchMove, true);
    };
  }, [runner]);

  return (event: ReactPointerEvent) => {
    runner.press(event.nativeEvent, hitOf(event.target as Element));
  };
}
