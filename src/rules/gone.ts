import { listUnder } from '../map/basics';
import { perObject } from '../map/memo';
import type { Clause, CollectionName, JourneyMap, Rule, Target } from '../map/schema';
import { clausesOf } from './clauses';

// Somebody deletes a segment that a rule names. Without the clause the rule would hold for more people
// than anybody meant, perhaps for everybody; so the clause stays, and the whole rule holds for nobody
// until somebody mends it or the segment is back.

/** The record a clause names; null where it names none. */
function namedBy(clause: Clause): Target | null {
  switch (clause.kind) {
    case 'attribute':
      return { collection: 'attributes', id: clause.attribute };
    case 'visits':
      return { collection: 'touchpoints', id: clause.touchpoint };
    case 'taken':
      return { collection: 'transitions', id: clause.transition };
    case 'contacts':
    case 'arm':
      return { collection: 'campaigns', id: clause.campaign };
    case 'segment':
      return { collection: 'segments', id: clause.segment };
    case 'persona':
      return { collection: 'personas', id: clause.persona };
    default:
      return null;
  }
}

const has = (map: Pick<JourneyMap, CollectionName>, { collection, id }: Target) =>
  Object.hasOwn(map[collection], id);

/** Does the clause name a record that the map does not have, or just this one of them? */
export function isGone(clause: Clause, map: JourneyMap, which?: Target): boolean {
  const named = namedBy(clause);
  if (named === null || has(map, named)) return false;
  return !which || (which.collection === named.collection && which.id === named.id);
}

/**
 * Does the rule hold for nobody, whoever comes, because it names something that is gone, itself or in
 * the rule of a segment it names?
 */
export function isBroken(rule: Rule, map: JourneyMap): boolean {
  const broken = brokenSegments(map);
  return clausesOf(rule).some(
    (clause) => isGone(clause, map) || (clause.kind === 'segment' && broken.has(clause.segment)),
  );
}

/** The segments whose rule is broken, and so has no members; found once per map. */
export const brokenSegments: (map: JourneyMap) => ReadonlySet<string> = perObject((map) => {
  const namers = new Map<string, string[]>();
  const broken = new Set<string>();
  for (const [id, { rule }] of Object.entries(map.segments)) {
    for (const clause of clausesOf(rule)) {
      if (isGone(clause, map)) broken.add(id);
      else if (clause.kind === 'segment') {
        listUnder(namers, clause.segment, id);
      }
    }
  }
  // A Set is walked in the order of insertion, what is added on the way included.
  for (const id of broken) for (const namer of namers.get(id) ?? []) broken.add(namer);
  return broken;
});

const NOBODY: Rule = { kind: 'everyone', not: true };

/**
 * The map as everything that reads rules has to take it: a broken rule holds for nobody, and a
 * campaign whose segment is gone contacts nobody. The same map where nothing is broken.
 */
export const narrowed: (map: JourneyMap) => JourneyMap = perObject((map) => {
  const segments = replaced(map.segments, (segment, id) =>
    brokenSegments(map).has(id) ? { ...segment, rule: NOBODY } : segment,
  );
  const transitions = replaced(map.transitions, (transition) =>
    transition.when && isBroken(transition.when, map)
      ? { ...transition, when: NOBODY }
      : transition,
  );
  const campaigns = replaced(map.campaigns, (campaign) =>
    campaign.segment !== null && !Object.hasOwn(map.segments, campaign.segment)
      ? { ...campaign, segment: null, touchpoints: {} }
      : campaign,
  );
  const isSame =
    segments === map.segments && transitions === map.transitions && campaigns === map.campaigns;
  return isSame ? map : { ...map, segments, transitions, campaigns };
});

/** The table with some records replaced; the same table where none is. */
function replaced<Item extends object>(
  table: Record<string, Item>,
  replace: (record: Item, id: string) => Item,
): Record<string, Item> {
  const entries = Object.entries(table).map(([id, record]): [string, Item] => [
    id,
    replace(record, id),
  ]);
  return entries.some(([id, record]) => table[id] !== record) ? Object.fromEntries(entries) : table;
}
