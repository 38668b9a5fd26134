import type { CanvasPort, Placeable } from '../editing/commands';
import type { MessageId } from '../language';
import { type Editor, fold, displayOf } from '../editing';
import {
  around,
  bandsOf,
  bottom,
  cardsOf,
  notesOf,
  placeAt,
  type Point,
  type Rect,
} from '../map/layout';
import type { Target } from '../map/schema';
import { fitted, rectOfTarget, ROOM, shiftTo, sightOf, stageOf } from './framing';
import { pinchByFingers } from './gestures/pinchByFingers';
import { glide } from './glide';
import { keepInSight } from './inSight';
import { curveOf, footOf, wholeMap } from './opening';
import type { Scene } from './scene';
import type { CanvasStore } from './state';
import type { Viewing } from './viewing';

/** By how much one command zooms in or out. */
const STEP = 1.25;
/** Frames to wait for an element that is rendered only when it comes into view. */
const TRIES = 30;

interface PortParts {
  readonly editor: Editor;
  readonly flow: Viewing;
  readonly store: CanvasStore;
  readonly scene: () => Scene;
  readonly root: () => HTMLElement | null;
  /** Where on the canvas the pointer last was; null = it is not over the canvas. */
  readonly pointer: () => Point | null;
  /** The reader asked for less motion: nothing is animated. */
  readonly calm: boolean;
}

/** Keeps the view what it should be without being asked: beside panels, and under two fingers. Returns how to stop. */
export function tendView(parts: Parameters<typeof keepInSight>[0]): () => void {
  const stops = [keepInSight(parts), pinchByFingers(parts.canvas, parts.flow)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What commands can do with the canvas. */
export function createPort(parts: PortParts): CanvasPort {
  const { editor, flow, store, scene, root, pointer, calm } = parts;
  const duration = calm ? 0 : 220;

  const mapNow = () => editor.store.getState().map;

  function center(): Point {
    const { width = 0, height = 0, left = 0, top = 0 } = root()?.getBoundingClientRect() ?? {};
    return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
  }

  function show(targets: readonly Target[], room = ROOM): void {
    const element = root();
    const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    const below = Math.max(room.below, element ? footOf(element) : 0);
    const rects = targets.map((target) => rectOfTarget(scene(), mapNow(), target));
    const box = around(rects.filter((rect) => rect !== undefined));
    if (box) {
      const { x, y, zoom } = fitted(box, { width, height }, { ...room, below });
      void flow.setCenter(x, y, { zoom, duration });
      return;
    }
    const view = wholeMap(scene(), { width, height: height - below }, curveOf(editor, scene()));
    if (view) void flow.setViewport(view, { duration });
  }

  function bringIntoView(targets: readonly Target[]): void {
    const element = root();
    if (!element) return;
    const viewport = flow.getViewport();
    const { x, y, zoom } = viewport;
    const shift = shiftTo(scene(), mapNow(), targets, sightOf(element, viewport));
    if (shift.x === 0 && shift.y === 0) return;
    void flow.setViewport({ x: x - shift.x * zoom, y: y - shift.y * zoom, zoom }, { duration });
  }

  /** Where cards and notes are, even where an edit has not been drawn yet. */
  function places(): ReadonlyMap<string, Rect> {
    const map = mapNow();
    const bands = bandsOf(map, displayOf(editor).getState().folded);
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
    reveal(...targets) {
      for (const { id } of targets) {
        const stage = stageOf(mapNow(), id);
        if (stage) fold(editor, stage, false);
      }
      soon(() => {
        bringIntoView(targets);
      });
    },
    window() {
      const element = root();
      const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      const { cards } = scene();
      const lowest = Math.max(0, ...[...cards.values()].map(bottom));
      const curve = curveOf(editor, scene());
      return {
        width,
        height: height - (element ? footOf(element) : 0),
        below: curve ? Math.max(0, bottom(curve) - lowest) : 0,
      };
    },
    pointer() {
      const at = pointer();
      return { ...placeAt(scene().bands, at ?? center()), isMiddle: at === null };
    },
    focus: ({ id }) => focusItem(root, id, TRIES),
    hand: () => store.getState().hand,
    setHand(hand) {
      store.setState({ hand, placing: null });
    },
    placing: () => store.getState().placing?.kind ?? null,
    place(kind, held = false) {
      store.setState({ hand: false, placing: kind && { kind, held } });
      if (kind) editor.announce('canvas.said.placing', { what: (t) => t(wordOf(kind)) });
    },
    glide: (edit) => (calm ? edit() : glide({ store, places }, edit)),
  };
}

/** What something that can be put on the canvas is called. */
function wordOf(kind: Placeable): MessageId {
  return kind === 'stage' || kind === 'note' ? `canvas.${kind}` : `canvas.kind.${kind}`;
}

/** Gives an item the keyboard; one that comes into view just now is rendered some frames later. */
function focusItem(root: () => HTMLElement | null, id: string, tries: number): void {
  const item = root()?.querySelector(`[data-item][data-id="${id}"]`);
  const element = item?.matches('[data-focus]') ? item : item?.querySelector('[data-focus]');
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusItem(root, id, tries - 1));
}

/** Runs when what was just edited is drawn. */
function soon(run: () => void): void {
  requestAnimationFrame(run);
}
