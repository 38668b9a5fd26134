import type { ReactFlowInstance } from '@xyflow/react';
import type { CanvasPort } from '../editing/commands/command';
import type { Editor } from '../editing/editor';
import { fold, lookOf } from '../editing/look';
import {
  around,
  bandsOf,
  bottom,
  cardsOf,
  grown,
  headOf,
  middle,
  notesOf,
  placeAt,
  type Point,
  type Rect,
  right,
} from '../map/layout';
import type { Target } from '../map/schema';
import type { FlowNode } from './flowNodes';
import { glide } from './glide';
import { FIT_MOST, wholeMap } from './opening';
import type { Scene } from './scene';
import type { CanvasStore } from './state';

const STEP = 1.25;
/** Room a selection is fitted into. */
const ROOM = { most: FIT_MOST, below: 0 };

export interface PortParts {
  readonly editor: Editor;
  readonly flow: ReactFlowInstance<FlowNode>;
  readonly store: CanvasStore;
  readonly scene: () => Scene;
  readonly root: () => HTMLElement | null;
  /** Where the pointer last was on the canvas; null = it is elsewhere. */
  readonly pointer: () => Point | null;
  readonly offer: CanvasPort['offer'];
}

/** What commands can do with the canvas. */
export function createPort(parts: PortParts): CanvasPort {
  const { editor, flow, store, scene, root, pointer, offer } = parts;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const duration = calm ? 0 : 220;

  function rectOf({ collection, id }: Target): Rect | undefined {
    const { cards, notes, routes, bands } = scene();
    if (collection === 'touchpoints') return cards.get(id);
    if (collection === 'notes') return notes.get(id);
    if (collection === 'transitions') return routes.get(id)?.bounds;
    if (collection !== 'stages') return undefined;
    // A stage is its head and what is in it; its band goes on for ever.
    const band = bands.find(({ stage }) => stage === id);
    const inside = [...cards, ...notes].filter(([item]) => stageOf(item) === id);
    return band && (around([headOf(band), ...inside.map(([, rect]) => rect)]) ?? undefined);
  }
  const stageOf = (item: string) => {
    const { touchpoints, notes } = editor.store.getState().map;
    return (touchpoints[item] ?? notes[item])?.stage;
  };
  const rectsOf = (targets: readonly Target[]) =>
    targets.map(rectOf).filter((rect) => rect !== undefined);

  function center(): Point {
    const { width = 0, height = 0, left = 0, top = 0 } = root()?.getBoundingClientRect() ?? {};
    return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
  }

  function show(targets: readonly Target[], { most, below } = ROOM): void {
    const box = around(rectsOf(targets));
    const { width = 0, height: whole = 0 } = root()?.getBoundingClientRect() ?? {};
    const height = whole - below;
    if (!box) {
      const view = wholeMap(scene(), { width, height });
      if (view) void flow.setViewport(view, { duration });
      return;
    }
    const room = grown(box, 80);
    const zoom = Math.min(width / room.width, height / room.height, most);
    const { x, y } = middle(room);
    void flow.setCenter(x, y + below / 2 / zoom, { zoom, duration });
  }

  function bringIntoView(target: Target): void {
    const band =
      target.collection === 'stages' && scene().bands.find(({ stage }) => stage === target.id);
    // A stage is where its name is; the rest of its band may be long.
    const box = band ? headOf(band) : rectOf(target);
    const bounds = root()?.getBoundingClientRect();
    if (!box || !bounds) return;
    const a = flow.screenToFlowPosition({ x: bounds.left + 24, y: bounds.top + 24 });
    const b = flow.screenToFlowPosition({ x: bounds.right - 24, y: bounds.bottom - 24 });
    const inView = box.x >= a.x && box.y >= a.y && right(box) <= b.x && bottom(box) <= b.y;
    if (inView) return;
    const { x, y } = middle(box);
    const zoom = Math.min(Math.max(flow.getZoom(), 0.45), FIT_MOST);
    void flow.setCenter(x, y, { zoom, duration });
  }

  /** Where cards and notes are, even where an edit has not been drawn yet. */
  function places(): ReadonlyMap<string, Rect> {
    const { map } = editor.store.getState();
    const bands = bandsOf(map, lookOf(editor).getState().folded);
    return new Map([...cardsOf(map, bands), ...notesOf(map, bands)]);
  }

  return {
    zoomIn: () => void flow.zoomTo(flow.getZoom() * STEP, { duration }),
    zoomOut: () => void flow.zoomTo(flow.getZoom() / STEP, { duration }),
    zoomTo: (scale) => void flow.zoomTo(scale, { duration }),
    fit(targets = [], room) {
      soon(() => {
        show(targets, room);
      });
    },
    keepView() {
      const before = flow.getViewport();
      return () => {
        void flow.setViewport(before, { duration });
      };
    },
    reveal(target) {
      const stage = stageOf(target.id);
      if (stage) fold(editor, stage, false);
      soon(() => {
        bringIntoView(target);
      });
    },
    pointer: () => placeAt(scene().bands, pointer() ?? center()),
    focus(target) {
      // What comes into view only now exists a frame later.
      const focus = (tries: number) => {
        const item = root()?.querySelector(`[data-item][data-id="${target.id}"]`);
        const element = item?.matches('[data-focus]') ? item : item?.querySelector('[data-focus]');
        if (element instanceof HTMLElement) element.focus({ preventScroll: true });
        else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
      };
      focus(30);
    },
    hand: () => store.getState().hand,
    setHand(hand) {
      store.setState({ hand });
    },
    glide: (edit) => (calm ? edit() : glide({ store, places }, edit)),
    offer,
  };
}

/** When what was just edited is drawn. */
function soon(run: () => void): void {
  requestAnimationFrame(run);
}
