import { changeRecord } from '../../map/edits';
import { inOrder } from '../../map/records';
import type { JourneyMap, Kpi } from '../../map/schema';
import { type CheckRule, targetIdIn } from '../checkRule';
import { findingName, target } from '../names';
import type { Problem } from '../problem';

/** The limit of "on watch" has to be worse than the target, or the state is never "on watch". */
export const kpiWarnBeyondTarget: CheckRule = {
  id: 'kpi-warn-beyond-target',
  severity: 'warning',
  *check({ map }) {
    for (const [id, kpi] of inOrder(map.kpis)) {
      if (!isTurned(kpi)) continue;
      yield {
        target: target('kpis', id),
        values: { name: findingName(map, 'kpis', id) },
        fixes: ['swap', 'remove'],
      };
    }
  },
  fixes: {
    swap({ map }, problem) {
      const id = turnedOf(map, problem);
      if (id === null) return null;
      return changeRecord('kpis', id, (kpi) => {
        [kpi.target, kpi.warn] = [kpi.warn, kpi.target];
      });
    },
    remove({ map }, problem) {
      const id = turnedOf(map, problem);
      return id === null ? null : changeRecord('kpis', id, { warn: null });
    },
  },
};

/** The KPI the problem was found at, as long as it has it. */
function turnedOf(map: JourneyMap, problem: Problem): string | null {
  const id = targetIdIn(map, problem, 'kpis');
  const kpi = id === null ? undefined : map.kpis[id];
  return kpi && isTurned(kpi) ? id : null;
}

function isTurned({ direction, target: goal, warn }: Kpi): boolean {
  if (goal === null || warn === null) return false;
  return direction === 'up' ? warn > goal : warn < goal;
}
