import { hull, type Rect } from '../geometry';
import { type Ground, lineOf } from './course';
import type { Lanes, Stretch } from './lanes';
import { type ObstacleSearch, recordingSearch } from './obstacles';
import { goesBefore, byPriority, type Ports, type PlacedJoin } from './ports';
import { type Route, routeOf } from './route';

/** What is kept of a transition between two states of the map. */
export interface KnownRoute {
  join: PlacedJoin;
  /** Around every area searched to find its line: a card moved elsewhere does not change the line. */
  asked: Rect | null;
  stretches: readonly Stretch[];
  route: Route | null;
  /** The last state it was part of. */
  round: number;
}

/**
 * Makes the function that draws transitions, shortest first, and so many at most; it takes their ids out of
 * those that wait. Where one takes other lanes than before, the transitions routed after it that this
 * can change are drawn again.
 */
export function drawingOf(
  known: ReadonlyMap<string, KnownRoute>,
  obstacles: ObstacleSearch,
  lanes: Lanes,
  ports: Ports,
): (ids: Set<string>, most: number) => void {
  /** Draws a transition; returns whether it takes other lanes than before. */
  function draw(each: KnownRoute): boolean {
    const { join } = each;
    const ends = ports.endsOf(join.id);
    if (!ends) return false;
    const stretches: Stretch[] = [];
    const ground: Ground = {
      obstacles: recordingSearch(obstacles, (area) => (each.asked = hull(each.asked, area))),
      lane: (direction, wanted, a, b, isFree) => {
        const stretch = lanes.find(direction, join, wanted, a, b, isFree);
        stretches.push(stretch);
        return stretch.at;
      },
    };
    const route = routeOf(join.id, lineOf(join, ends, ground));
    if (each.route?.path !== route.path) each.route = route;
    if (sameStretches(each.stretches, stretches)) return false;
    for (const stretch of each.stretches) lanes.remove(stretch);
    for (const stretch of stretches) lanes.add(stretch);
    each.stretches = stretches;
    return true;
  }

  return (ids, most) => {
    const waiting = [...ids].flatMap((id) => known.get(id) ?? []);
    waiting.sort((a, b) => byPriority(a.join, b.join));
    const isLast = areLast(waiting, known, ids);
    for (let at = 0; at < Math.min(waiting.length, most); at += 1) {
      const each = waiting[at];
      if (!each) continue;
      ids.delete(each.join.id);
      const before = each.stretches;
      if (!draw(each) || isLast) continue;
      for (const stretch of [...before, ...each.stretches]) {
        lanes.eachAfter(stretch, ({ id }) => {
          const other = known.get(id);
          // It comes after the one just drawn: it waits already, or has to wait from now on.
          if (!other || ids.has(id)) return;
          ids.add(id);
          waiting.splice(placeOf(other.join, waiting, at + 1), 0, other);
        });
      }
    }
  };
}

/** Whether all that do not wait go before all that do, as where the whole is drawn: then none is drawn twice. */
function areLast(
  waiting: readonly KnownRoute[],
  known: ReadonlyMap<string, KnownRoute>,
  ids: ReadonlySet<string>,
): boolean {
  const [first] = waiting;
  if (!first) return true;
  for (const { join } of known.values()) {
    if (!ids.has(join.id) && goesBefore(first.join, join)) return false;
  }
  return true;
}

/** The index of a transition among those from `from` on, which are in order. */
function placeOf(join: PlacedJoin, waiting: readonly KnownRoute[], from: number): number {
  let [low, high] = [from, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = waiting[middle];
    if (other && goesBefore(other.join, join)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sameStretches(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return (
        one.join === other?.join &&
        one.direction === other.direction &&
        one.wanted === other.wanted &&
        one.at === other.at &&
        one.from === other.from &&
        one.to === other.to
      );
    })
  );
}
