import { edgePan } from './edgePan';
import type { Gesture, GestureContext, PointerInput } from './gesture';
import type { Hit } from './hit';
import { press } from './press';

/** Milliseconds a finger rests before it drags; until then it pans. */
const LONG_PRESS = 380;
/** Pixels a resting finger may move. */
const TREMBLE = 9;

/** What the runner reads of a pointer event. */
export type RunnerInput = PointerInput &
  Readonly<Pick<PointerEvent, 'pointerId' | 'pointerType' | 'buttons'>>;

/** A press, before it is known to begin a gesture. */
export type PressInput = RunnerInput & Readonly<Pick<PointerEvent, 'button' | 'isPrimary'>>;

/** Runs one gesture at a time, from a press on the canvas to the release anywhere. */
export interface GestureRunner {
  readonly press: (event: PressInput, hit: Hit | null) => void;
  readonly move: (event: RunnerInput) => void;
  readonly release: (event: RunnerInput) => void;
  /** The system took the pointer: the gesture ends as if it had not been. */
  readonly cancel: (event: Pick<RunnerInput, 'pointerId'>) => void;
  /** Returns true where the key belongs to the gesture and nobody else should see it. */
  readonly keyDown: (key: string) => boolean;
  readonly keyUp: (key: string) => void;
  /** The window lost the focus or the page is out of sight: keys released from now on are not heard of. */
  readonly loseFocus: () => void;
  /** True while a finger drags something, so that React Flow must not pan with it. */
  readonly holdsTouch: () => boolean;
  /** Ends what runs by itself, when the canvas is unmounted. */
  readonly stop: () => void;
}

/**
 * The states of a gesture: none, a finger that rests and may still pan, a press or drag. Only the
 * pointer that was pressed drives it: a second finger neither moves nor drops what the first carries.
 */
export function createGestureRunner(context: GestureContext): GestureRunner {
  let current: Gesture | null = null;
  /** The pointer that was pressed. */
  let pointer: number | null = null;
  let resting: { timer: ReturnType<typeof setTimeout>; at: PointerInput } | null = null;

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
    pointer = null;
    if (gesture) context.store.setState({ held: false });
    return gesture;
  }

  function takeBack(): void {
    take()?.cancel();
  }

  /** With Space held the mouse pans: React Flow does that. */
  function holdSpace(space: boolean): void {
    if (context.store.getState().space !== space) context.store.setState({ space });
  }

  return {
    press(event, hit) {
      // A second finger beside one that rests: both pinch.
      if (!event.isPrimary && resting) take();
      const { hand, space } = context.store.getState();
      if (event.button !== 0 || !event.isPrimary || hand || space) return;
      const touch = event.pointerType === 'touch';
      context.store.setState({ touch });
      if (!hit) return;
      context.store.setState({ held: true });
      current = press(context, event, hit);
      pointer = event.pointerId;
      if (!touch) return;
      const timer = setTimeout(() => {
        resting = null;
      }, LONG_PRESS);
      resting = { timer, at: event };
    },
    move(event) {
      if (event.pointerId !== pointer) return;
      // The button was released where the page got no event, such as in another window.
      if (event.pointerType !== 'touch' && event.buttons === 0) {
        takeBack();
        return;
      }
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
      if (event.pointerId === pointer) take()?.end(event);
    },
    cancel(event) {
      if (event.pointerId === pointer) takeBack();
    },
    keyDown(key) {
      if (key === ' ') holdSpace(true);
      if (key !== 'Escape' || !current) return false;
      takeBack();
      return true;
    },
    keyUp(key) {
      // While the command key is held macOS sends no event for other keys that are released.
      if (key === ' ' || key === 'Meta') holdSpace(false);
    },
    loseFocus() {
      holdSpace(false);
    },
    holdsTouch: () => current !== null && resting === null,
    stop() {
      edge.stop();
    },
  };
}
