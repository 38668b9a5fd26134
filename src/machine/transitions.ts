import { listUnder } from '../map/basics';
import { touchpointsInJourneyOrder } from '../map/layout';
import { type RecordEntry, inOrder } from '../map/records';
import type { JourneyMap, Transition } from '../map/schema';

/** The transitions of a map that customers can take, by the touchpoint they start from. */
export interface TransitionIndex {
  /** Transitions out of a touchpoint in the order they are tried, *otherwise* last. */
  from: (touchpoint: string) => readonly RecordEntry<Transition>[];
  /** Transitions nobody can take: out of an outcome, or with an end that is missing. */
  loose: readonly RecordEntry<Transition>[];
}

/** Sorts the transitions of a map by where they begin. */
export function transitionsOf(map: JourneyMap): TransitionIndex {
  const bySource = new Map<string, RecordEntry<Transition>[]>();
  const loose: RecordEntry<Transition>[] = [];
  for (const entry of [...withOtherwise(map, false), ...withOtherwise(map, true)]) {
    const [, { from, to }] = entry;
    const source = Object.hasOwn(map.touchpoints, from) ? map.touchpoints[from] : undefined;
    if (!source || source.kind === 'outcome' || !Object.hasOwn(map.touchpoints, to)) {
      loose.push(entry);
      continue;
    }
    listUnder(bySource, from, entry);
  }
  return { from: (touchpoint) => bySource.get(touchpoint) ?? [], loose };
}

function withOtherwise(map: JourneyMap, otherwise: boolean): RecordEntry<Transition>[] {
  return inOrder(map.transitions).filter(([, transition]) => transition.otherwise === otherwise);
}

/** Ids of the entries, in journey order. */
export function entriesOf(map: JourneyMap): string[] {
  return touchpointsInJourneyOrder(map).flatMap(([id, { kind }]) => (kind === 'entry' ? [id] : []));
}
