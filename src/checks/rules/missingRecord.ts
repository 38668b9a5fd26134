import { perObject } from '../../map/memo';
import { removeRecords } from '../../map/edits';
import { COLLECTIONS, type Target } from '../../map/schema';
import { referencesOf } from '../../map/shape';
import { type CheckRule, detailOf, type Fixer, type Finding } from '../checkRule';
import type { CheckContext } from '../context';
import { findingName, target } from '../names';

/** References to what is no longer there. Edits never leave one; a merge or a foreign tool may. */
export const missingRecord: CheckRule = {
  id: 'missing-record',
  severity: 'error',
  check: (context) =>
    missingIn(context).filter(({ missing }) => missing.collection !== 'attributes'),
  fixes: { remove: letGo() },
};

export interface Missing extends Finding {
  readonly missing: Target;
}

/** One finding for each record that points at nothing and what it points at; found once per check. */
export const missingIn: (context: CheckContext) => readonly Missing[] = perObject(findMissing);

function findMissing({ map }: CheckContext): Missing[] {
  const found = new Map<string, Missing>();
  for (const collection of COLLECTIONS) {
    for (const [record, value] of Object.entries<object>(map[collection])) {
      for (const { to, id } of referencesOf(collection, value)) {
        if (Object.hasOwn(map[to], id)) continue;
        const detail = `${to}/${id}`;
        found.set(`${collection}/${record} ${detail}`, {
          target: target(collection, record),
          missing: target(to, id),
          detail,
          values: { name: findingName(map, collection, record), collection: to },
          fixes: ['remove'],
        });
      }
    }
  }
  return [...found.values()];
}

/** Takes the references out as if the record had just been deleted: everywhere, so once is enough. */
export function letGo(): Fixer {
  return ({ map }, problem) => {
    const [name, id] = detailOf(problem).split('/');
    const collection = COLLECTIONS.find((known) => known === name);
    if (!collection || id === undefined || Object.hasOwn(map[collection], id)) return null;
    return removeRecords([target(collection, id)]);
  };
}
