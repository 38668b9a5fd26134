import { hull, overlaps, type Rect } from '../geometry';
import { drawingOf, type KnownRoute } from './drawing';
import { emptyLanes } from './lanes';
import { recordingSearch } from './obstacles';
import { placedCards } from './placedCards';
import { byPriority, portsOf, placedJoin } from './ports';
import type { Route } from './route';
import { courseOf } from './sides';

/** A transition and the touchpoints it joins. */
export interface Join {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

interface Router {
  /**
   * Returns the routes among the cards as they are now. With `most`, no more than so many are drawn: the
   * others wait for the next calls and stay as they were, or out. Once none waits, the routes are those
   * that are drawn at once.
   */
  route(
    cards: ReadonlyMap<string, Rect>,
    joins: readonly Join[],
    most?: number,
  ): ReadonlyMap<string, Route>;
  /** Whether none waits. */
  isDone(): boolean;
}

/** With more cards moved than this, every transition is routed again. */
const FEW = 40;

/**
 * Routes that keep up with a map being edited: only transitions that a change can have touched are
 * drawn again. The result depends on the cards and transitions alone, not on earlier states.
 * A route that stays as it was is the same object, and so is the whole where all do.
 */
export function routerOf(): Router {
  const placed = placedCards();
  const lanes = emptyLanes();
  const ports = portsOf();
  const known = new Map<string, KnownRoute>();
  const drawAll = drawingOf(known, placed.obstacles, lanes, ports);
  let routes: ReadonlyMap<string, Route> = new Map();
  let round = 0;
  /** The ids of those to be drawn. */
  const waiting = new Set<string>();

  /** Takes over which transitions there are. */
  function updateJoins(joins: readonly Join[], touched: readonly Rect[]): void {
    round += 1;
    const isTouched = (asked: Rect | null) =>
      touched.length > FEW || (asked !== null && touched.some((rect) => overlaps(rect, asked)));
    for (const { id, from, to } of joins) {
      const [source, target] = [placed.at(from), placed.at(to)];
      if (!source || !target) continue;
      const before = known.get(id);
      const join = before?.join;
      const stays =
        join?.source === source && join.target === target && join.from === from && join.to === to;
      if (before) before.round = round;
      if (before && stays && !(touched.length > 0 && isTouched(before.asked))) continue;
      waiting.add(id);
      let asked: Rect | null = null;
      const course = courseOf(
        source,
        target,
        recordingSearch(placed.obstacles, (area) => (asked = hull(asked, area))),
      );
      if (before && stays && before.join.course === course) {
        before.asked = asked;
        continue;
      }
      if (before) forget(before);
      const next = placedJoin({ id, from, to, source, target, course });
      ports.add(next);
      known.set(id, { join: next, asked, stretches: [], route: before?.route ?? null, round });
    }
    if (known.size > 0) {
      for (const [id, each] of known) {
        if (each.round === round) continue;
        forget(each);
        known.delete(id);
        waiting.delete(id);
      }
    }
    ports.settle((id) => waiting.add(id));
  }

  /** Drops a transition that has changed: those that moved aside for it are drawn again. */
  function forget({ join, stretches }: KnownRoute): void {
    ports.remove(join);
    for (const stretch of stretches) {
      lanes.remove(stretch);
      lanes.eachAfter(stretch, ({ id }) => waiting.add(id));
    }
  }

  /** In the order in which they are drawn; the same as before where nothing has changed. */
  function collected(): ReadonlyMap<string, Route> {
    const all = [...known.values()].sort((a, b) => byPriority(a.join, b.join));
    const next = new Map<string, Route>();
    for (const { join, route } of all) if (route) next.set(join.id, route);
    const stays =
      next.size === routes.size && all.every(({ join, route }) => routes.get(join.id) === route);
    return stays ? routes : next;
  }

  return {
    route(cards, joins, most = Infinity) {
      const size = known.size;
      updateJoins(joins, placed.update(cards));
      if (waiting.size === 0 && known.size === size) return routes;
      drawAll(waiting, most);
      return (routes = collected());
    },
    isDone: () => waiting.size === 0,
  };
}

/**
 * Routes of transitions among cards: out at the right, in at the left, around other cards where
 * that can be, fanned out at both ends.
 */
export function routesOf(
  cards: ReadonlyMap<string, Rect>,
  joins: readonly Join[],
): ReadonlyMap<string, Route> {
  return routerOf().route(cards, joins);
}
