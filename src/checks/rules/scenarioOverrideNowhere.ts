import { changeRecord } from '../../map/edits';
import { inOrder } from '../../map/records';
import type { JourneyMap, Override } from '../../map/schema';
import { fromPointer, valueAt } from '../../map/shape';
import { type CheckRule, detailOf, targetIdIn } from '../checkRule';
import { findingName, target } from '../names';

/** A what-if that changes a number the record does not have changes nothing. */
export const scenarioOverrideNowhere: CheckRule = {
  id: 'scenario-override-nowhere',
  severity: 'warning',
  *check({ map }) {
    for (const [id, { overrides }] of inOrder(map.scenarios)) {
      for (const [key, override] of inOrder(overrides)) {
        if (leadsToNumber(map, override)) continue;
        yield {
          target: target('scenarios', id),
          detail: key,
          cause: `scenario-override-nowhere:${override.collection}/${override.id}`,
          values: {
            name: findingName(map, 'scenarios', id),
            record: findingName(map, override.collection, override.id),
            path: override.path,
          },
          fixes: ['remove'],
        };
      }
    }
  },
  everywhere: ['remove'],
  fixes: {
    remove({ map }, problem) {
      const id = targetIdIn(map, problem, 'scenarios');
      if (id === null) return null;
      return changeRecord('scenarios', id, ({ overrides }) => {
        Reflect.deleteProperty(overrides, detailOf(problem));
      });
    },
  },
};

/** Null counts: a plan price that is not set may well be set by a what-if. */
function leadsToNumber(map: JourneyMap, { collection, id, path }: Override): boolean {
  if (!path.startsWith('/')) return false;
  const value = valueAt(map[collection], [id, ...fromPointer(path)]);
  return typeof value === 'number' || value === null;
}
