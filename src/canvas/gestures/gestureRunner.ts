import { edgePan } from './edgePan';
import type { Gesture, GestureContext, PointerInput } from './gesture';
import type { Hit } from './hit';
import { press } from './press';

/** Milliseconds a finger rests before it drags; until then it pans. */
const LONG_PRESS = 380;
/** Pixels a resting finger may move. */
const TREMBLE = 9;

/** What the runner reads of a pointer event. */
export type RunnerInput = PointerInput & Readonly<Pick<PointerEvent, 'pointerType'>>;

/** A press, before it is known to begin a gesture. */
export type PressInput = RunnerInput & Readonly<Pick<PointerEvent, 'button' | 'isPrimary'>>;

/** Runs one gesture at a time, from a press on the canvas to the release anywhere. */
export interface GestureRunner {
  readonly press: (event: PressInput, hit: Hit | null) => void;
  readonly move: (event: RunnerInput) => void;
  readonly release: (event: RunnerInput) => void;
  /** Ends the gesture as if it had not been. */
  readonly cancel: () => void;
  /** Returns true where the key belongs to the gesture and nobody else should see it. */
  readonly keyDown: (key: string) => boolean;
  readonly keyUp: (key: string) => void;
  /** True while a finger drags something, so that React Flow must not pan with it. */
  readonly holdsTouch: () => boolean;
  /** Ends what runs by itself, when the canvas is unmounted. */
  readonly stop: () => void;
}

/** The states of a gesture: none, a finger that rests and may still pan, a press or drag. */
export function createGestureRunner(context: GestureContext): GestureRunner {
  let current: Gesture | null = null;
  let resting: { timer: ReturnType<typeof setTimeout>; at: PointerInput } | null = null;
  /** With Space held the mouse pans: React Flow does that. */
  let isSpaceDown = false;

  const edge = edgePan({
    bounds: context.bounds,
    pan: context.pan,
    moved: (event) => current?.move(event),
  });

  function endRest(): void {
    if (resting) clearTimeout(resting.timer);
    resting = null;
  }

  /** Forgets the gesture and returns it, to be ended in one way or the other. */
  function take(): Gesture | null {
    const gesture = current;
    endRest();
    edge.stop();
    current = null;
    return gesture;
  }

  function cancel(): void {
    take()?.cancel();
  }

  return {
    press(event, hit) {
      if (event.button !== 0 || !event.isPrimary || isSpaceDown) return;
      if (context.store.getState().hand) return;
      const touch = event.pointerType === 'touch';
      context.store.setState({ touch });
      if (!hit) return;
      current = press(context, event, hit);
      if (!touch) return;
      const timer = setTimeout(() => {
        resting = null;
      }, LONG_PRESS);
      resting = { timer, at: event };
    },
    move(event) {
      if (resting) {
        const { clientX, clientY } = resting.at;
        const moved = Math.hypot(event.clientX - clientX, event.clientY - clientY);
        // The finger pans.
        if (moved > TREMBLE) take();
        return;
      }
      current?.move(event);
      if (current?.isDrag()) edge.follow(event);
    },
    release(event) {
      take()?.end(event);
    },
    cancel,
    keyDown(key) {
      if (key === ' ') isSpaceDown = true;
      if (key !== 'Escape' || !current) return false;
      cancel();
      return true;
    },
    keyUp(key) {
      if (key === ' ') isSpaceDown = false;
    },
    holdsTouch: () => current !== null && resting === null,
    stop() {
      edge.stop();
    },
  };
}
