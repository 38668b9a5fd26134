import type { Editor } from '../../editing/editor';
import type { Language } from '../../language';
import type { Point } from '../../map/layout';
import type { Scene } from '../scene';
import type { CanvasStore } from '../state';

/** One thing a hand does from pressing to letting go. */
export interface Gesture {
  /** Something is being dragged, and not only pressed. */
  isDrag(): boolean;
  move(event: PointerEvent): void;
  end(event: PointerEvent): void;
  /** Escape, or the system took the pointer: everything is as before. */
  cancel(): void;
}

/** A gesture that has begun to drag. */
export type DragGesture = Omit<Gesture, 'isDrag'>;

/** What gestures work with. */
export interface Hands {
  readonly editor: Editor;
  readonly store: CanvasStore;
  readonly language: Language;
  readonly scene: () => Scene;
  /** Where on the canvas a pointer is. */
  readonly toCanvas: (event: { readonly clientX: number; readonly clientY: number }) => Point;
  readonly zoom: () => number;
  /** What is seen of the canvas, on the page. */
  readonly bounds: () => DOMRect | null;
  /** Moves what is seen by pixels of the page. */
  readonly pan: (by: Point) => void;
}

/** Pixels a pointer moves before a press is a drag. */
const SLACK = 4;

/** Waits until the pointer has really moved; a press that never does is a click. */
export function afterSlack(
  start: PointerEvent,
  begin: () => DragGesture,
  click: (event: PointerEvent) => void,
): Gesture {
  let going: DragGesture | null = null;
  return {
    isDrag: () => going !== null,
    move(event) {
      const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > SLACK;
      if (!going && far) going = begin();
      going?.move(event);
    },
    end(event) {
      if (going) going.end(event);
      else click(event);
    },
    cancel() {
      going?.cancel();
    },
  };
}
