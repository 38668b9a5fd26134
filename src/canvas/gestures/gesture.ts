import type { Editor } from '../../editing';
import type { Language } from '../../language';
import type { Point } from '../../map/layout';
import type { CanvasTools } from '../CanvasContext';
import type { Scene } from '../scene';
import type { CanvasStore } from '../state';

/** What gestures read of a pointer event. */
export type PointerInput = Readonly<
  Pick<PointerEvent, 'clientX' | 'clientY' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>
>;

/** What a pointer does between pressing and releasing. */
export interface Gesture {
  /** True once the pointer has moved far enough to drag; a press alone is not a drag. */
  isDrag(): boolean;
  move(event: PointerInput): void;
  end(event: PointerInput): void;
  /** Escape, or the system took the pointer: everything is as before. */
  cancel(): void;
}

/** A gesture that has begun to drag. */
export type DragGesture = Omit<Gesture, 'isDrag'>;

/** What gestures work with. Nothing here needs a browser: tests give it without one. */
export interface GestureContext {
  readonly editor: Editor;
  readonly store: CanvasStore;
  readonly language: Language;
  /** Runs what makes something new, now or as soon as it is here. */
  readonly make: CanvasTools['make'];
  readonly scene: () => Scene;
  /** Where on the canvas a pointer is. */
  readonly toCanvas: (event: Pick<PointerInput, 'clientX' | 'clientY'>) => Point;
  readonly zoom: () => number;
  /** The visible part of the canvas, in pixels of the page; null before it is mounted. */
  readonly bounds: () => PageBox | null;
  /** Pans the view by pixels of the page. */
  readonly pan: (by: Point) => void;
}

/** A rectangle on the page, in pixels; a DOMRect is one. */
export type PageBox = Readonly<Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>>;

/** Pixels a pointer moves before a press is a drag. */
const SLACK = 4;

/** Waits until the pointer has moved further than the slack; a press that never does is a click. */
export function afterSlack(
  start: PointerInput,
  begin: () => DragGesture,
  click: () => void,
): Gesture {
  let drag: DragGesture | null = null;
  return {
    isDrag: () => drag !== null,
    move(event) {
      const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > SLACK;
      if (!drag && far) drag = begin();
      drag?.move(event);
    },
    end(event) {
      if (drag) drag.end(event);
      else click();
    },
    cancel() {
      drag?.cancel();
    },
  };
}
