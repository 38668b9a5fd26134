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
    const until = new AbortController();
    const { signal } = until;
    window.addEventListener('pointermove', runner.move, { signal });
    window.addEventListener('pointerup', runner.release, { signal });
    window.addEventListener('pointercancel', runner.cancel, { signal });
    window.addEventListener('keydown', onKeyDown, { capture: true, signal });
    window.addEventListener('keyup', onKeyUp, { capture: true, signal });
    window.addEventListener('blur', onLeave, { signal });
    document.addEventListener('visibilitychange', onHide, { signal });
    window.addEventListener('touchmove', onTouchMove, { capture: true, signal });
    return () => {
      runner.stop();
      until.abort();
    };
  }, [runner]);

  return (event: ReactPointerEvent) => {
    runner.press(event.nativeEvent, hitOf(event.target as Element));
  };
}
