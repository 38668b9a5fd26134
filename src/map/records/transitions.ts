import { isDraft } from 'mutative';
import { type JourneyMap, type Transition } from '../schema';
import { type Entry, inOrder } from './order';

type Transitions = JourneyMap['transitions'];
type Index = ReadonlyMap<string, readonly Entry<Transition>[]>;
type MapWithTransitions = Pick<JourneyMap, 'transitions'>;

const byStart = new WeakMap<Transitions, Index>();
const byEnd = new WeakMap<Transitions, Index>();
const NONE: readonly Entry<Transition>[] = [];

/** The transitions out of each touchpoint, in order. Made once per state of the transitions. */
export function outgoing(map: MapWithTransitions): Index {
  return indexed(byStart, map.transitions, 'from');
}

/** The transitions into each touchpoint, in order. */
export function incoming(map: MapWithTransitions): Index {
  return indexed(byEnd, map.transitions, 'to');
}

export function outgoingOf(map: MapWithTransitions, touchpoint: string) {
  return outgoing(map).get(touchpoint) ?? NONE;
}

export function incomingOf(map: MapWithTransitions, touchpoint: string) {
  return incoming(map).get(touchpoint) ?? NONE;
}

function indexed(
  cache: WeakMap<Transitions, Index>,
  transitions: Transitions,
  end: 'from' | 'to',
): Index {
  const known = cache.get(transitions);
  if (known) return known;
  const index = new Map<string, Entry<Transition>[]>();
  for (const entry of inOrder(transitions)) {
    const key = entry[1][end];
    const list = index.get(key);
    if (list) list.push(entry);
    else index.set(key, [entry]);
  }
  if (!isDraft(transitions)) cache.set(transitions, index);
  return index;
}
