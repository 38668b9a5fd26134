import { NOTHING, type Selection } from '../../editing';
import { overlaps, rectOf } from '../../map/layout';
import type { Target } from '../../map/schema';
import { AT_REST } from '../state';
import type { DragGesture, GestureContext, PointerInput } from './gesture';

/** Selects what a rectangle touches; with Shift in addition to what is selected. */
export function marquee(context: GestureContext, start: PointerInput): DragGesture {
  const { editor, store } = context;
  const before: Selection = editor.store.getState().selection;
  const base = start.shiftKey ? before : NOTHING;
  const kept = new Set(base.map(({ id }) => id));
  const origin = context.toCanvas(start);
  return {
    move(event) {
      const rect = rectOf(origin, context.toCanvas(event));
      const scene = context.scene();
      const touched: Target[] = [];
      for (const [collection, rects] of [
        ['touchpoints', scene.cards],
        ['notes', scene.notes],
      ] as const) {
        for (const [id, item] of rects) {
          if (!kept.has(id) && overlaps(rect, item)) touched.push({ collection, id });
        }
      }
      store.setState({ marquee: rect });
      editor.select([...base, ...touched]);
    },
    end() {
      store.setState(AT_REST);
      const count = editor.store.getState().selection.length;
      editor.announce('canvas.said.selected', { count });
    },
    cancel() {
      store.setState(AT_REST);
      editor.select(before);
    },
  };
}
