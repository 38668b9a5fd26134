import { columnsInOrder, compareText, type RecordEntry } from '../records';
import type { JourneyMap, Touchpoint } from '../schema';
import { BAND, PITCH } from './sizes';

/**
 * Every touchpoint as a reader meets it: stage by stage, within one from the left to the right, and what stands
 * about under one another from top to bottom.
 */
export function touchpointsInJourneyOrder(
  map: Pick<JourneyMap, 'stages' | 'touchpoints'>,
): RecordEntry<Touchpoint>[] {
  return Object.entries(map.touchpoints).sort(comparison(map));
}

/** The touchpoint a reader meets first; undefined where there are none. */
export function firstInJourneyOrder(
  map: Pick<JourneyMap, 'stages' | 'touchpoints'>,
): string | undefined {
  const compare = comparison(map);
  let first: RecordEntry<Touchpoint> | undefined;
  for (const entry of Object.entries(map.touchpoints)) {
    if (!first || compare(entry, first) < 0) first = entry;
  }
  return first?.[0];
}

function comparison(map: Pick<JourneyMap, 'stages'>) {
  const rank = new Map(columnsInOrder(map).map(({ id }, index) => [id, index]));
  return ([idA, a]: RecordEntry<Touchpoint>, [idB, b]: RecordEntry<Touchpoint>) =>
    (rank.get(a.stage) ?? 0) - (rank.get(b.stage) ?? 0) ||
    file(a) - file(b) ||
    a.position.y - b.position.y ||
    a.position.x - b.position.x ||
    compareText(idA, idB);
}

/** Which of the files of cards in its stage a touchpoint stands in, counted from the left. */
function file({ position }: Touchpoint): number {
  return Math.round((position.x - BAND.padding) / PITCH.x);
}
