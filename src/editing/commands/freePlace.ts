import {
  BAND,
  bandsOf,
  bottom,
  CARD_SIZE,
  cardsOf,
  GRID,
  notesOf,
  overlaps,
  pointOf,
  type Rect,
  right,
} from '../../map/layout';
import type { JourneyMap } from '../../map/schema';
import type { Place } from './command';

/** Room a new card keeps to the edge of its stage. */
export const EDGE = 3 * GRID;

/** Between something new and what is there already; above and below there is room for who drops off. */
const GAP = { x: 2 * GRID, y: 4 * GRID } as const;
/** Of what lies around, so many decide where to look: further away there is no need to. */
const MOST = 40;

/** Where cards and notes are: what nothing new may cover. */
export function takenIn(map: JourneyMap, bands = bandsOf(map)): Rect[] {
  return [...cardsOf(map, bands).values(), ...notesOf(map, bands).values()];
}

/**
 * The place nearest to one that is asked for where something new of a size covers no card and no note,
 * in the same stage. Within a stage that others follow it looks where the stage need not grow.
 */
export function freePlace(
  map: JourneyMap,
  { stage, x, y }: Place,
  size: Pick<Rect, 'width' | 'height'> = CARD_SIZE,
): Place {
  const bands = bandsOf(map);
  const at = bands.findIndex((band) => band.stage === stage);
  const band = bands[at];
  const isLast = at === bands.length - 1;
  const most = band && !isLast ? Math.max(EDGE, band.width - BAND.padding - size.width) : Infinity;
  const within = (left: number) => Math.min(Math.max(left, EDGE), most);
  const wanted = { ...pointOf(bands, { stage, x: within(x), y }), ...size };
  const left = wanted.x - within(x);
  // What is not drawn yet has nothing around it.
  const taken = band ? takenIn(map, bands).map(withGap) : [];
  const isFree = (rect: Rect) => !taken.some((other) => overlaps(other, rect));
  const near = taken.toSorted((a, b) => distance(a, wanted) - distance(b, wanted)).slice(0, MOST);
  const beside = near.flatMap((other) => [right(other), other.x - size.width]);
  const xs = [wanted.x, ...beside].filter((one) => within(one - left) === one - left);
  const ys = [wanted.y, ...near.flatMap((other) => [bottom(other), other.y - size.height])];
  const spots = xs
    .flatMap((one) => ys.map((other) => ({ ...wanted, x: one, y: other })))
    .filter((spot) => spot.y >= Math.min(0, wanted.y))
    .sort((a, b) => distance(a, wanted) - distance(b, wanted));
  const below = { ...wanted, y: Math.max(wanted.y, ...taken.map(bottom)) };
  const spot = spots.find(isFree) ?? below;
  return { stage, x: spot.x - left, y: spot.y };
}

/** With the room that something new keeps to it. */
export function withGap({ x, y, width, height }: Rect): Rect {
  const { x: across, y: down } = GAP;
  return {
    x: x - across,
    y: y - down,
    width: width + 2 * across,
    height: height + 2 * down,
  };
}

/** Below is nearer than beside: a column is read downwards. */
function distance(a: Rect, b: Rect): number {
  return Math.hypot((a.x + a.width / 2 - b.x - b.width / 2) * 1.5, a.y - b.y);
}
