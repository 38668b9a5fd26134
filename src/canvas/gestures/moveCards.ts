import { duplicated, moveBy, toGrid } from '../../editing/commands';
import { idsOf, placedTarget, whereabouts } from '../../editing';
import {
  around,
  bandAt,
  grown,
  middle,
  overlaps,
  type Point,
  type Rect,
  snapTo,
} from '../../map/layout';
import { transitionAt } from '../scene';
import { AT_REST } from '../state';
import type { DragGesture, GestureContext, PointerInput } from './gesture';

/** Pixels within which a guide pulls. */
const PULL = 6;

/** Moves the selected cards and notes: one edit when they are released. */
export function moveCards(context: GestureContext, start: PointerInput): DragGesture {
  const { editor, store } = context;
  const scene = context.scene();
  const { selection } = editor.store.getState();
  const rects = new Map<string, Rect>();
  for (const [collection, known] of [
    ['touchpoints', scene.cards],
    ['notes', scene.notes],
  ] as const) {
    for (const id of idsOf(selection, collection)) {
      const rect = known.get(id);
      if (rect) rects.set(id, rect);
    }
  }
  const carried: ReadonlySet<string> = new Set(rects.keys());
  const box = around(rects.values());
  const origin = context.toCanvas(start);
  const others = [...scene.cards].filter(([id]) => !rects.has(id)).map(([, rect]) => rect);
  let by: Point = { x: 0, y: 0 };

  function dropTarget(): string | null {
    const [only] = rects;
    if (!only || rects.size > 1 || !scene.cards.has(only[0])) return null;
    const [id, rect] = only;
    const { transitions } = editor.store.getState().map;
    const leadsElsewhere = (transition: string) => {
      const { from = id, to = id } = transitions[transition] ?? {};
      return from !== id && to !== id;
    };
    const card = { ...rect, x: rect.x + by.x, y: rect.y + by.y };
    return transitionAt(scene, middle(card), leadsElsewhere);
  }

  return {
    move(event) {
      if (!box) return;
      const at = context.toCanvas(event);
      const raw = { x: at.x - origin.x, y: at.y - origin.y };
      const moved = { ...box, x: box.x + raw.x, y: box.y + raw.y };
      const free = event.ctrlKey || event.metaKey;
      const near = others.filter((other) => overlaps(grown(moved, 900), other));
      const { shift, guides } = free
        ? { shift: { x: 0, y: 0 }, guides: [] }
        : snapTo(moved, near, PULL / context.zoom());
      const left = bandAt(scene.bands, moved.x + moved.width / 2)?.x ?? 0;
      by = {
        x: shift.x === 0 && !free ? toGrid(moved.x - left) + left - box.x : raw.x + shift.x,
        y: shift.y === 0 && !free ? toGrid(moved.y) - box.y : raw.y + shift.y,
      };
      const copying = event.altKey;
      store.setState({
        dragged: new Map(
          [...rects].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }] as const),
        ),
        carrying: copying ? null : carried,
        guides,
        copying,
        dropOn: copying ? null : dropTarget(),
      });
    },
    end(event) {
      const { dropOn } = store.getState();
      store.setState(AT_REST);
      if (event.altKey) void duplicated(context.editor, by);
      else if (by.x !== 0 || by.y !== 0) putDown(context, rects, by, dropOn);
    },
    cancel() {
      store.setState(AT_REST);
    },
  };
}

function putDown(
  { editor, scene, make }: GestureContext,
  rects: ReadonlyMap<string, Rect>,
  by: Point,
  dropOn: string | null,
): void {
  const { map } = editor.store.getState();
  const { edit, moves } = moveBy(map, rects, by, scene().bands);
  const [first] = moves;
  if (!first) return;
  const say = (id: 'canvas.said.moved' | 'canvas.said.inserted') => {
    const { map: after } = editor.store.getState();
    const place = whereabouts(after, placedTarget(after, first.id));
    if (place) editor.announce(id, { count: moves.length, ...place });
  };
  if (dropOn === null) {
    editor.edit('canvas.step.move', edit);
    say('canvas.said.moved');
    return;
  }
  make(({ insertion }) => {
    editor.edit('canvas.step.insert', insertion(edit, dropOn, first.id));
    say('canvas.said.inserted');
  });
}
