import { type ReactFlowInstance } from '@xyflow/react';
import { type CanvasPort } from '../editing/commands/command';
import {
  around,
  BAND,
  bottom,
  grown,
  middle,
  placeAt,
  type Point,
  type Rect,
  right,
} from '../map/layout';
import { type Target } from '../map/schema';
import { type FlowNode } from './flowNodes';
import { type Scene } from './scene';
import { type CanvasStore } from './state';

const STEP = 1.25;
/** A selection is never shown larger than this. */
const FIT_MOST = 1.25;

export interface PortParts {
  readonly flow: ReactFlowInstance<FlowNode>;
  readonly store: CanvasStore;
  readonly scene: () => Scene;
  readonly root: () => HTMLElement | null;
  /** Where the pointer last was on the canvas; null = it is elsewhere. */
  readonly pointer: () => Point | null;
  readonly offer: CanvasPort['offer'];
}

/** What commands can do with the canvas. */
export function createPort({ flow, store, scene, root, pointer, offer }: PortParts): CanvasPort {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const duration = calm ? 0 : 220;

  function rectOf({ collection, id }: Target): Rect | undefined {
    const { cards, notes, routes, bands } = scene();
    if (collection === 'touchpoints') return cards.get(id);
    if (collection === 'notes') return notes.get(id);
    if (collection === 'transitions') return routes.get(id)?.bounds;
    return collection === 'stages' ? bands.find(({ stage }) => stage === id) : undefined;
  }
  const rectsOf = (targets: readonly Target[]) =>
    targets.map(rectOf).filter((rect) => rect !== undefined);

  function center(): Point {
    const { width = 0, height = 0, left = 0, top = 0 } = root()?.getBoundingClientRect() ?? {};
    return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
  }

  return {
    zoomIn: () => void flow.zoomTo(flow.getZoom() * STEP, { duration }),
    zoomOut: () => void flow.zoomTo(flow.getZoom() / STEP, { duration }),
    zoomTo: (scale) => void flow.zoomTo(scale, { duration }),
    fit(targets = []) {
      const some = rectsOf(targets);
      const { bands, cards, notes } = scene();
      const box = around(some.length > 0 ? some : [...shortened(bands, cards), ...notes.values()]);
      const { width = 0, height = 0 } = root()?.getBoundingClientRect() ?? {};
      if (!box || width === 0) return;
      const room = grown(box, some.length > 0 ? 80 : 24);
      const zoom = Math.min(width / room.width, height / room.height, FIT_MOST);
      const { x, y } = middle(room);
      // The whole map hangs from the top, where the stages' names are, under bands without an end.
      const top = some.length > 0 ? y : room.y + height / zoom / 2;
      void flow.setCenter(x, top, { zoom, duration });
    },
    reveal(target) {
      const box = rectOf(target);
      const bounds = root()?.getBoundingClientRect();
      if (!box || !bounds) return;
      const a = flow.screenToFlowPosition({ x: bounds.left + 24, y: bounds.top + 24 });
      const b = flow.screenToFlowPosition({ x: bounds.right - 24, y: bounds.bottom - 24 });
      const inView = box.x >= a.x && box.y >= a.y && right(box) <= b.x && bottom(box) <= b.y;
      if (inView) return;
      const { x, y } = middle(box);
      const zoom = Math.min(Math.max(flow.getZoom(), 0.45), FIT_MOST);
      void flow.setCenter(x, y, { zoom, duration });
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
    offer,
  };
}

/** Bands without the empty part below their last card. */
function shortened(bands: Scene['bands'], cards: Scene['cards']): readonly Rect[] {
  const lowest = Math.max(0, ...[...cards.values()].map(bottom)) + BAND.padding;
  return bands.map((band) => ({ ...band, height: Math.min(band.height, lowest - band.y) }));
}
