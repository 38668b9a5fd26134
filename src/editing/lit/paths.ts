import type { Lit } from './lit';
import { incomingOf, outgoingOf, touchpointsInJourneyOrder } from '../../map/records';
import { samePlaces } from '../../map/layout';
import { type JourneyMap, type Target } from '../../map/schema';
import { lastCall, perObject } from '../../map/memo';

type Ids = Pick<Lit, 'items' | 'transitions'>;

/**
 * The paths of customers through what is selected: how they come to it and where they go from it,
 * forwards through the journey; or, for what has no place on the map, all that speaks of it. null
 * where that is nothing or says nothing.
 */
export function litPathsOf(map: JourneyMap, { collection, id }: Target): Lit | null {
  if (collection === 'stages' || collection === 'notes' || collection === 'lanes') return null;
  const isPlaced = collection === 'touchpoints' || collection === 'transitions';
  return litBy(isPlaced ? pathsAt(map, id, collection) : about(map, { collection, id }));
}

/** One object for the same ids, so that nothing is drawn anew. */
const litBy = lastCall((found: Ids | null): Lit | null =>
  found && found.items.size > 0 ? { ...found, stages: null, hard: false } : null,
);

/** Words typed into a record change neither where it is nor what leads there. */
function pathsAt(map: JourneyMap, id: string, collection: 'touchpoints' | 'transitions') {
  const ranks = rankOf(map);
  return pathsThrough(map.transitions, ranks, id, collection);
}

const pathsThrough = lastCall(
  (
    transitions: JourneyMap['transitions'],
    ranks: Ranks,
    id: string,
    collection: 'touchpoints' | 'transitions',
  ) =>
    collection === 'touchpoints'
      ? through({ transitions }, ranks, id)
      : along({ transitions }, ranks, id),
);

type Transitions = Pick<JourneyMap, 'transitions'>;
/** Places of touchpoints in the journey. */
type Ranks = ReadonlyMap<string, number>;

function through(map: Transitions, ranks: Ranks, id: string): Ids | null {
  if (!ranks.has(id)) return null;
  const items = new Set<string>();
  const transitions = new Set<string>();
  walk(map, ranks, id, 'forth', items, transitions);
  walk(map, ranks, id, 'back', items, transitions);
  // Transitions back are shown where they touch the touchpoint itself.
  for (const [transition, { from, to }] of [...incomingOf(map, id), ...outgoingOf(map, id)]) {
    transitions.add(transition);
    items.add(from).add(to);
  }
  return { items, transitions };
}

function along(map: Transitions, ranks: Ranks, id: string): Ids | null {
  const transition = map.transitions[id];
  if (!transition) return null;
  const items = new Set<string>();
  const transitions = new Set([id]);
  walk(map, ranks, transition.to, 'forth', items, transitions);
  walk(map, ranks, transition.from, 'back', items, transitions);
  return { items, transitions };
}

let ranked: {
  readonly map: Pick<JourneyMap, 'stages' | 'touchpoints'>;
  readonly ranks: Ranks;
} | null = null;

/** The same object for as long as no touchpoint and no stage goes elsewhere. */
function rankOf(map: JourneyMap): Ranks {
  const stays =
    ranked?.map.stages === map.stages && samePlaces(ranked.map.touchpoints, map.touchpoints);
  if (ranked && stays) return ranked.ranks;
  const ranks = new Map(touchpointsInJourneyOrder(map).map(([id], index) => [id, index]));
  ranked = { map: { stages: map.stages, touchpoints: map.touchpoints }, ranks };
  return ranks;
}

/** Adds all that can be reached in one direction without turning back. */
function walk(
  map: Transitions,
  rank: Ranks,
  start: string,
  direction: 'forth' | 'back',
  items: Set<string>,
  transitions: Set<string>,
): void {
  const at = (id: string) => rank.get(id) ?? 0;
  const seen = new Set([start]);
  for (const id of seen) {
    items.add(id);
    const next = direction === 'forth' ? outgoingOf(map, id) : incomingOf(map, id);
    for (const [transition, { from, to }] of next) {
      if (at(from) >= at(to)) continue;
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
