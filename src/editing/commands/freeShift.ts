import { bandsOf, bottom, cardsOf, notesOf, type Point, type Rect, right } from '../../map/layout';
import type { JourneyMap, Target } from '../../map/schema';
import { takenIn, withGap } from './freePlace';

/** Where the touchpoints and notes among some records are. */
export function rectsOf(map: JourneyMap, targets: readonly Target[]): Rect[] {
  const bands = bandsOf(map);
  const [cards, notes] = [cardsOf(map, bands), notesOf(map, bands)];
  return targets.flatMap(({ collection, id }) => {
    const table = collection === 'touchpoints' ? cards : collection === 'notes' ? notes : null;
    return table?.get(id) ?? [];
  });
}

/**
 * How far things that stay together go so that they cover no card and no note: as far as `wanted`, and
 * further down where something is in the way.
 */
export function freeShift(map: JourneyMap, together: readonly Rect[], wanted: Point): Point {
  const taken = takenIn(map).map(withGap);
  if (taken.length * together.length > MOST_PAIRS) return belowAll(taken, together, wanted);
  const blocked = together
    .flatMap(({ x, y, width, height }) => {
      const left = x + wanted.x;
      return taken
        .filter((other) => other.x < left + width && right(other) > left)
        .map((other) => ({ from: other.y - y - height, to: bottom(other) - y }));
    })
    .sort((a, b) => a.from - b.from);
  let down = wanted.y;
  for (const { from, to } of blocked) if (from < down && to > down) down = to;
  return { x: wanted.x, y: down };
}

/** More than these are put below everything: to look for a gap would take too long. */
const MOST_PAIRS = 1_000_000;

function belowAll(taken: readonly Rect[], together: readonly Rect[], wanted: Point): Point {
  const lowest = taken.reduce((most, rect) => Math.max(most, bottom(rect)), -Infinity);
  const highest = together.reduce((least, { y }) => Math.min(least, y), Infinity);
  return { x: wanted.x, y: Math.max(wanted.y, lowest - highest) };
}
