import { type Lit } from '../../../canvas';
import { incomingOf, outgoingOf, touchpointsInJourneyOrder } from '../../../map/records';
import { type JourneyMap, type Target } from '../../../map/schema';

type Ids = Pick<Lit, 'items' | 'transitions'>;

/**
 * The ways of customers through what is selected: how they come to it and where they go from it,
 * forwards through the journey; or, for what has no place on the map, all that speaks of it. null
 * where that is nothing or says nothing.
 */
export function pathsOf(map: JourneyMap, { collection, id }: Target): Lit | null {
  if (collection === 'stages' || collection === 'notes' || collection === 'lanes') return null;
  const found =
    collection === 'touchpoints'
      ? through(map, id)
      : collection === 'transitions'
        ? along(map, id)
        : about(map, { collection, id });
  if (!found || found.items.size === 0) return null;
  return { ...found, stages: null, hard: false };
}

function through(map: JourneyMap, id: string): Ids | null {
  if (!map.touchpoints[id]) return null;
  const items = new Set<string>();
  const transitions = new Set<string>();
  walk(map, id, 'forth', items, transitions);
  walk(map, id, 'back', items, transitions);
  // Ways back are shown where they touch the touchpoint itself.
  for (const [way, { from, to }] of [...incomingOf(map, id), ...outgoingOf(map, id)]) {
    transitions.add(way);
    items.add(from).add(to);
  }
  return { items, transitions };
}

function along(map: JourneyMap, id: string): Ids | null {
  const transition = map.transitions[id];
  if (!transition) return null;
  const items = new Set<string>();
  const transitions = new Set([id]);
  walk(map, transition.to, 'forth', items, transitions);
  walk(map, transition.from, 'back', items, transitions);
  return { items, transitions };
}

const ranks = new WeakMap<JourneyMap['touchpoints'], ReadonlyMap<string, number>>();

function rankOf(map: JourneyMap): ReadonlyMap<string, number> {
  const known = ranks.get(map.touchpoints);
  if (known) return known;
  const made = new Map(touchpointsInJourneyOrder(map).map(([id], index) => [id, index]));
  ranks.set(map.touchpoints, made);
  return made;
}

/** Adds all that can be reached in one direction without turning back. */
function walk(
  map: JourneyMap,
  start: string,
  way: 'forth' | 'back',
  items: Set<string>,
  transitions: Set<string>,
): void {
  const rank = rankOf(map);
  const at = (id: string) => rank.get(id) ?? 0;
  const seen = new Set([start]);
  for (const id of seen) {
    items.add(id);
    const next = way === 'forth' ? outgoingOf(map, id) : incomingOf(map, id);
    for (const [transition, { from, to }] of next) {
      if (at(from) >= at(to)) continue;
      transitions.add(transition);
      seen.add(way === 'forth' ? to : from);
    }
  }
}

/** What a record without a place names, and what names it. */
function about(map: JourneyMap, { collection, id }: Target): Ids {
  const named = mentioned(map[collection][id]);
  const items = new Set<string>();
  const transitions = new Set<string>();
  const places = [
    ['touchpoints', items],
    ['transitions', transitions],
  ] as const;
  for (const [table, found] of places) {
    for (const [other, record] of Object.entries(map[table])) {
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

/** Every key and every text in a value: ids are among them wherever a field keeps them. */
function mentioned(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      found.add(key);
      mentioned(part, found);
    }
  }
  return found;
}
