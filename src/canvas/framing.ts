import type { Viewport } from '@xyflow/react';
import {
  around,
  BAND,
  bottom,
  grown,
  headOf,
  middle,
  overlaps,
  type Point,
  pointAlong,
  type Rect,
  right,
  type Route,
} from '../map/layout';
import type { JourneyMap, Target } from '../map/schema';
import { barsOf, FIT_MOST } from './opening';
import type { Scene } from './scene';
import { detailAt } from './state';

/** How far in or out the canvas may be to show a record, and what of its height is covered below. */
export interface Room {
  readonly most: number;
  /** Pixels of the page at the foot of the canvas in which nothing can be seen. */
  readonly below: number;
}

/** The room a selection is fitted into where nothing else is asked for. */
export const ROOM: Room = { most: FIT_MOST, below: 0 };

/** Around what is fitted, in pixels of the canvas. */
const MARGIN = 80;
/** A record that is brought into view keeps this far from the edge, in pixels of the page. */
const EDGE = 24;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The view that has a point of the canvas in its middle. */
export interface Centered extends Point {
  readonly zoom: number;
}

/** Where a record is drawn; undefined for one that is not. */
export function rectOfTarget(
  { cards, notes, routes, bands }: Scene,
  map: Pick<JourneyMap, 'touchpoints' | 'notes'>,
  { collection, id }: Target,
): Rect | undefined {
  if (collection === 'touchpoints') return cards.get(id);
  if (collection === 'notes') return notes.get(id);
  if (collection === 'transitions') return routes.get(id)?.bounds;
  if (collection !== 'stages') return undefined;
  // A stage is its head and what is in it: its band goes on below without end.
  const band = bands.find(({ stage }) => stage === id);
  const inside = [...cards, ...notes].filter(([item]) => stageOf(map, item) === id);
  return band && (around([headOf(band), ...inside.map(([, rect]) => rect)]) ?? undefined);
}

/** Where a record is brought into view: of a stage only its head, since the rest may be long. */
export function anchorOf(
  scene: Scene,
  map: Pick<JourneyMap, 'touchpoints' | 'notes'>,
  target: Target,
): Rect | undefined {
  const band = scene.bands.find(({ stage }) => stage !== null && stage === target.id);
  return target.collection === 'stages' && band ? headOf(band) : rectOfTarget(scene, map, target);
}

/** The stage of a touchpoint or note; null for an unsorted one, undefined for anything else. */
export function stageOf(
  { touchpoints, notes }: Pick<JourneyMap, 'touchpoints' | 'notes'>,
  id: string,
): string | null | undefined {
  return (touchpoints[id] ?? notes[id])?.stage;
}

/** The view that shows a whole box on a canvas of a size in pixels of the page. */
export function fitted(
  box: Rect,
  size: { readonly width: number; readonly height: number },
  { most, below }: Room,
): Centered {
  const room = grown(box, MARGIN);
  const height = size.height - below;
  const zoom = Math.min(size.width / room.width, height / room.height, most);
  const { x, y } = middle(room);
  return { x, y: y + below / 2 / zoom, zoom };
}

/** What is seen of the map, in pixels of the canvas. */
export interface Sight {
  readonly view: Rect;
  /** What lies over its foot. */
  readonly bars: readonly Rect[];
  readonly zoom: number;
}

/** What is seen on a canvas under a viewport, and what stands in front of it; `size` in pixels of the page, as it is now. */
export function sightOf(
  canvas: HTMLElement,
  { x, y, zoom }: Viewport,
  size: Size = canvas.getBoundingClientRect(),
): Sight {
  const { left, top } = canvas.getBoundingClientRect();
  const rectOf = (from: Point, { width, height }: Size): Rect => ({
    x: (from.x - x) / zoom,
    y: (from.y - y) / zoom,
    width: width / zoom,
    height: height / zoom,
  });
  return {
    view: rectOf({ x: 0, y: 0 }, size),
    bars: barsOf(canvas).map((bar) => rectOf({ x: bar.left - left, y: bar.top - top }, bar)),
    zoom,
  };
}

/**
 * How far the view moves, in pixels of the canvas, to have records in sight: no further than that takes. Of several
 * that do not fit the first is enough.
 */
export function shiftTo(
  scene: Scene,
  map: Pick<JourneyMap, 'touchpoints' | 'notes'>,
  targets: readonly Target[],
  sight: Sight,
): Point {
  const [first] = targets;
  if (!first) return STAY;
  return (
    (targets.length > 1 ? shiftToAll(scene, map, targets, sight) : null) ??
    shiftToOne(scene, map, first, sight)
  );
}

/** As {@link shiftTo}, for all of several; null where they have no room. */
function shiftToAll(
  scene: Scene,
  map: Pick<JourneyMap, 'touchpoints' | 'notes'>,
  targets: readonly Target[],
  { view, bars, zoom }: Sight,
): Point | null {
  const anchors = targets.map((target) => anchorOf(scene, map, target));
  const box = around(anchors.filter((anchor) => anchor !== undefined));
  if (!box) return STAY;
  const open = cutAt(view, view.y + headAt(zoom));
  const isCovered = bars.some((bar) => overlaps(bar, box));
  if (isWithin(box, open) && !isCovered) return STAY;
  const margin = EDGE / zoom;
  const foot = Math.min(bottom(open), ...bars.map(({ y }) => y));
  const hasRoom = box.width <= open.width - 2 * margin && box.height <= foot - open.y - 2 * margin;
  if (!hasRoom) return null;
  return {
    x: least(box.x, right(box), { from: open.x, to: right(open), margin }),
    y: least(box.y, bottom(box), { from: open.y, to: foot, margin }),
  };
}

function shiftToOne(
  scene: Scene,
  map: Pick<JourneyMap, 'touchpoints' | 'notes'>,
  target: Target,
  { view, bars, zoom }: Sight,
): Point {
  const anchor = anchorOf(scene, map, target);
  if (!anchor) return STAY;
  const isHead = target.collection === 'stages';
  // The heads of stages stay at the upper edge, in front of the rest.
  const box = isHead ? { ...anchor, y: Math.max(anchor.y, view.y) } : anchor;
  const open = isHead ? view : cutAt(view, view.y + headAt(zoom));
  const isSeen = (part: Rect) => isWithin(part, open) && !bars.some((bar) => overlaps(bar, part));
  const route = target.collection === 'transitions' ? scene.routes.get(target.id) : undefined;
  if (route ? pointsOf(route).some(isSeen) : isSeen(box)) return STAY;
  const foot = Math.min(bottom(open), ...bars.map(({ y }) => y));
  const margin = EDGE / zoom;
  return {
    x: least(box.x, right(box), { from: open.x, to: right(open), margin }),
    y: isHead ? 0 : least(box.y, bottom(box), { from: open.y, to: foot, margin }),
  };
}

const STAY: Point = { x: 0, y: 0 };

function isWithin(box: Rect, view: Rect): boolean {
  return (
    box.x >= view.x && box.y >= view.y && right(box) <= right(view) && bottom(box) <= bottom(view)
  );
}

/** Points along a line: of a long one, a part in sight is enough. */
function pointsOf({ chain }: Route): Rect[] {
  return Array.from({ length: 21 }, (_, at) => ({
    ...pointAlong(chain, at / 20),
    width: 0,
    height: 0,
  }));
}

/** How tall the head of a stage is at the upper edge, in pixels of the canvas. */
function headAt(zoom: number): number {
  const detail = detailAt(zoom);
  return detail === 'near' || detail === 'middle' ? BAND.pinned : BAND.head;
}

function cutAt(view: Rect, y: number): Rect {
  return { ...view, y, height: bottom(view) - y };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** From its ends, for what has to move anyway. */
  readonly margin: number;
}

/** The smallest shift that brings something into a stretch; what is longer need only reach into it. */
function least(start: number, end: number, { from, to, margin }: Stretch): number {
  const isLonger = end - start > to - from - 2 * margin;
  if (isLonger ? start < to && end > from : start >= from && end <= to) return 0;
  const [toStart, toEnd] = [start - from - margin, end - to + margin];
  return Math.abs(toStart) < Math.abs(toEnd) ? toStart : toEnd;
}
