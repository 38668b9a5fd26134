import type { Lit } from './lit';
import { incomingOf, outgoingOf } from '../../map/records';
import { type JourneyMap, type Target } from '../../map/schema';
import { lastCall, perObject } from '../../map/memo';

type Ids = Pick<Lit, 'items' | 'transitions'>;

/**
 * The paths of customers through what is selected: from wherever they can come to it and to wherever
 * they can go from it, whatever the order of the stages; or, for what has no place on the map, all
 * that speaks of it. null where that is nothing or says nothing: of what leads nowhere all would step back.
 */
export function litPathsOf(map: JourneyMap, { collection, id }: Target): Lit | null {
  if (collection === 'stages' || collection === 'notes' || collection === 'lanes') return null;
  const isPlaced = collection === 'touchpoints' || collection === 'transitions';
  if (isPlaced && !Object.hasOwn(map[collection], id)) return null;
  return litBy(
    isPlaced ? pathsThrough(map.transitions, id, collection) : about(map, { collection, id }),
  );
}

/** One object for the same ids, so that nothing renders again. */
const litBy = lastCall((found: Ids | null): Lit | null =>
  found && found.items.size > 0 ? { ...found, stages: null, hard: false } : null,
);

/** Words typed into a record change nothing about what leads there. */
const pathsThrough = lastCall(
  (
    transitions: JourneyMap['transitions'],
    id: string,
    collection: 'touchpoints' | 'transitions',
  ): Ids | null => {
    const map = { transitions };
    const own = collection === 'transitions' ? transitions[id] : undefined;
    const items = new Set<string>();
    const found = new Set<string>(own ? [id] : []);
    walk(map, own?.to ?? id, 'forth', items, found);
    walk(map, own?.from ?? id, 'back', items, found);
    return found.size === 0 ? null : { items, transitions: found };
  },
);

type Transitions = Pick<JourneyMap, 'transitions'>;

/** Adds all that can be reached in one direction, however often the way turns back on itself. */
function walk(
  map: Transitions,
  start: string,
  direction: 'forth' | 'back',
  items: Set<string>,
  transitions: Set<string>,
): void {
  const seen = new Set([start]);
  for (const id of seen) {
    items.add(id);
    const next = direction === 'forth' ? outgoingOf(map, id) : incomingOf(map, id);
    for (const [transition, { from, to }] of next) {
      transitions.add(transition);
      seen.add(direction === 'forth' ? to : from);
    }
  }
}

/** What a record without a place names, and what names it. */
function about(map: JourneyMap, { collection, id }: Target): Ids {
  const record = map[collection][id];
  const named = record ? mentioned(record) : new Set<string>();
  const items = new Set<string>();
  const transitions = new Set<string>();
  const places = [
    ['touchpoints', items],
    ['transitions', transitions],
  ] as const;
  for (const [table, found] of places) {
    for (const [other, record] of Object.entries<object>(map[table])) {
      if (named.has(other) || mentioned(record).has(id)) found.add(other);
    }
  }
  const placed = [
    ...Object.values(map.campaigns),
    ...Object.values(map.pains),
    ...Object.values(map.gains),
    ...Object.values(map.opportunities),
  ];
  for (const record of placed) {
    if (!mentioned(record).has(id)) continue;
    for (const touchpoint of Object.keys(record.touchpoints)) items.add(touchpoint);
  }
  for (const transition of transitions) {
    const ends = map.transitions[transition];
    if (ends) items.add(ends.from).add(ends.to);
  }
  return { items, transitions };
}

/** Every key and every text in a record: ids are among them wherever a field keeps them. */
const mentioned = perObject((record: object): ReadonlySet<string> => {
  const found = new Set<string>();
  gather(record, found);
  return found;
});

function gather(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      found.add(key);
      gather(part, found);
    }
  }
}
