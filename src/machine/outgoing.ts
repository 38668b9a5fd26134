import type { JourneyMap, Touchpoint, Transition } from '../map/schema';

export type Entry<Value> = readonly [id: string, value: Value];

/** Records in their fractional order: keys compare by code unit, ties by id. */
export function inOrder<Value extends { order: string }>(
  table: Readonly<Record<string, Value>>,
): Entry<Value>[] {
  return Object.entries(table).sort(
    ([idA, a], [idB, b]) => compare(a.order, b.order) || compare(idA, idB),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Touchpoints from left to right, then from top to bottom, ties by id. */
export function inPlace(entries: Iterable<Entry<Touchpoint>>): Entry<Touchpoint>[] {
  return [...entries].sort(
    ([idA, a], [idB, b]) =>
      a.position.x - b.position.x || a.position.y - b.position.y || compare(idA, idB),
  );
}

/** Ids of the entries, from left to right. */
export function entriesOf(map: JourneyMap): string[] {
  const entries = Object.entries(map.touchpoints).filter(([, { kind }]) => kind === 'entry');
  return inPlace(entries).map(([id]) => id);
}

export interface Outgoing {
  /** Transitions out of a touchpoint in the order they are tried, *otherwise* last. */
  from: (touchpoint: string) => readonly Entry<Transition>[];
  /** Every transition that is an event, that is: not out of a decision. */
  events: readonly Entry<Transition>[];
  /** Transitions no machine can have: out of an outcome, or with an end that is missing. */
  loose: readonly Entry<Transition>[];
}

/** Sorts the transitions of a map by where they begin. */
export function outgoing(map: JourneyMap): Outgoing {
  const touchpoints = new Map(Object.entries(map.touchpoints));
  const bySource = new Map<string, Entry<Transition>[]>();
  const events: Entry<Transition>[] = [];
  const loose: Entry<Transition>[] = [];
  const ordered = inOrder(map.transitions);
  for (const entry of [
    ...ordered.filter(([, { otherwise }]) => !otherwise),
    ...ordered.filter(([, { otherwise }]) => otherwise),
  ]) {
    const [, { from, to }] = entry;
    const source = touchpoints.get(from);
    if (source === undefined || source.kind === 'outcome' || !touchpoints.has(to)) {
      loose.push(entry);
      continue;
    }
    const siblings = bySource.get(from);
    if (siblings) siblings.push(entry);
    else bySource.set(from, [entry]);
    if (source.kind !== 'decision') events.push(entry);
  }
  return { from: (touchpoint) => bySource.get(touchpoint) ?? [], events, loose };
}
