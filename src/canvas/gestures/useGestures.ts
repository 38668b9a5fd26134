import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from 'react';
import { edgePan } from './edgePan';
import type { Gesture, Hands } from './gesture';
import { press } from './press';

/** How long a finger rests before it carries; until then it pans. */
const LONG_PRESS = 380;
/** Pixels a resting finger may tremble. */
const TREMBLE = 9;

/** Runs one gesture at a time, from the press on an element to letting go anywhere. */
export function useGestures(hands: Hands) {
  const now = useRef<Gesture | null>(null);
  /** With Space held the mouse pans: React Flow does that. */
  const space = useRef(false);
  const finger = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(
    null,
  );

  useEffect(() => {
    const edge = edgePan({
      bounds: hands.bounds,
      pan: hands.pan,
      moved: (event) => now.current?.move(event),
    });
    const forgetFinger = () => {
      if (finger.current) clearTimeout(finger.current.timer);
      finger.current = null;
    };
    const move = (event: PointerEvent) => {
      const resting = finger.current;
      if (resting && Math.hypot(event.clientX - resting.x, event.clientY - resting.y) > TREMBLE) {
        forgetFinger();
        now.current = null;
      }
      if (finger.current) return;
      now.current?.move(event);
      if (now.current?.isDrag()) edge.follow(event);
    };
    const end = (event: PointerEvent) => {
      const gesture = now.current;
      forgetFinger();
      edge.stop();
      now.current = null;
      gesture?.end(event);
    };
    const cancel = () => {
      const gesture = now.current;
      forgetFinger();
      edge.stop();
      now.current = null;
      gesture?.cancel();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === ' ') space.current = true;
      if (event.key !== 'Escape' || !now.current) return;
      event.stopPropagation();
      cancel();
    };
    const keyUp = (event: KeyboardEvent) => {
      if (event.key === ' ') space.current = false;
    };
    // While a finger carries something, React Flow must not pan along.
    const touch = (event: TouchEvent) => {
      if (now.current && !finger.current) event.stopPropagation();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key, true);
    window.addEventListener('keyup', keyUp, true);
    window.addEventListener('touchmove', touch, true);
    return () => {
      edge.stop();
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key, true);
      window.removeEventListener('keyup', keyUp, true);
      window.removeEventListener('touchmove', touch, true);
    };
  }, [hands]);

  return (event: ReactPointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || space.current) return;
    if (hands.store.getState().hand) return;
    const touch = event.pointerType === 'touch';
    hands.store.setState({ touch });
    const gesture = press(hands, event.nativeEvent);
    if (!gesture) return;
    now.current = gesture;
    if (touch) {
      const { clientX: x, clientY: y } = event;
      const timer = setTimeout(() => {
        finger.current = null;
      }, LONG_PRESS);
      finger.current = { timer, x, y };
    }
  };
}
