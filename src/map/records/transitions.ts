import { listUnder } from '../basics';
import { type JourneyMap, type Transition } from '../schema';
import { perObject } from '../memo';
import { type RecordEntry, inOrder } from './order';

type Transitions = JourneyMap['transitions'];
type Index = ReadonlyMap<string, readonly RecordEntry<Transition>[]>;
type MapWithTransitions = Pick<JourneyMap, 'transitions'>;

const byStart = perObject((transitions: Transitions) => indexBy(transitions, 'from'));
const byEnd = perObject((transitions: Transitions) => indexBy(transitions, 'to'));
const NONE: readonly RecordEntry<Transition>[] = [];

/** The transitions out of each touchpoint, in order. Made once per state of the transitions. */
export function outgoing(map: MapWithTransitions): Index {
  return byStart(map.transitions);
}

/** The transitions into each touchpoint, in order. */
export function incoming(map: MapWithTransitions): Index {
  return byEnd(map.transitions);
}

/** Transitions from a touchpoint, in their order. */
export function outgoingOf(map: MapWithTransitions, touchpoint: string) {
  return outgoing(map).get(touchpoint) ?? NONE;
}

/** Transitions to a touchpoint, in their order. */
export function incomingOf(map: MapWithTransitions, touchpoint: string) {
  return incoming(map).get(touchpoint) ?? NONE;
}

function indexBy(transitions: Transitions, end: 'from' | 'to'): Index {
  const index = new Map<string, RecordEntry<Transition>[]>();
  for (const entry of inOrder(transitions)) {
    listUnder(index, entry[1][end], entry);
  }
  return index;
}
