import { around, bottom, grown, headOf, middle, type Point, type Rect, right } from '../map/layout';
import type { JourneyMap, Target } from '../map/schema';
import { FIT_MOST } from './opening';
import type { Scene } from './scene';

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
/** Where a record is revealed, the canvas is at least this near. */
const LEAST_ZOOM = 0.45;

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

/** The view that shows a box with as little change of the zoom as it takes to read it. */
export function centered(box: Rect, zoom: number): Centered {
  return { ...middle(box), zoom: Math.min(Math.max(zoom, LEAST_ZOOM), FIT_MOST) };
}

/** Is the whole box between two corners? */
export function isWithin(box: Rect, from: Point, to: Point): boolean {
  return box.x >= from.x && box.y >= from.y && right(box) <= to.x && bottom(box) <= to.y;
}
