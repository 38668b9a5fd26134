import type { MessageId } from '../language';
import { COLLECTIONS, type CollectionName, type JourneyMap, type Target } from '../map/schema';
import { referencesOf } from '../map/shape';
import type { SpokenValues } from './spoken';

/** A sentence and what goes into it. */
export interface Said {
  readonly id: MessageId;
  readonly values: SpokenValues;
}

// Somebody cuts one touchpoint: its transitions go with it, a campaign no longer has it, a rule that
// counts visits to it holds for nobody. Only the touchpoint was asked for, so the rest is said.

/**
 * What an edit changed beyond the records it was asked to change, a sentence each; without `asked`
 * only which rules and scopes name something that is gone now.
 */
export function consequencesOf(
  before: JourneyMap,
  after: JourneyMap,
  asked: readonly Target[] | null,
): Said[] {
  const counts = { transitions: 0, records: 0, added: 0, changed: 0, broken: 0 };
  const known = new Set(asked?.map(({ collection, id }) => `${collection}/${id}`));
  let isAnyGone = false;
  for (const collection of COLLECTIONS) {
    const [was, is] = [before[collection], after[collection]] as [Table, Table];
    if (was === is) continue;
    for (const id of Object.keys(was)) {
      const isGone = !Object.hasOwn(is, id);
      isAnyGone ||= isGone;
      if (asked === null || known.has(`${collection}/${id}`)) continue;
      if (isGone) counts[collection === 'transitions' ? 'transitions' : 'records'] += 1;
      else if (was[id] !== is[id]) counts.changed += 1;
    }
    if (asked === null) continue;
    for (const id of Object.keys(is)) {
      if (!Object.hasOwn(was, id) && !known.has(`${collection}/${id}`)) counts.added += 1;
    }
  }
  if (isAnyGone) counts.broken = brokenBy(before, after);
  return (['transitions', 'records', 'added', 'changed', 'broken'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({ id: `editing.more.${kind}`, values: { count: counts[kind] } }));
}

type Table = Readonly<Record<string, object>>;

/** Records that are left and name something that the edit has taken away. */
function brokenBy(before: JourneyMap, after: JourneyMap): number {
  const isLost = (to: CollectionName, id: string) =>
    Object.hasOwn(before[to], id) && !Object.hasOwn(after[to], id);
  return COLLECTIONS.flatMap((collection) =>
    Object.values<object>(after[collection]).filter((record) =>
      referencesOf(collection, record).some(({ to, id }) => isLost(to, id)),
    ),
  ).length;
}
