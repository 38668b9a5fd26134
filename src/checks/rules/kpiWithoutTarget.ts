import { inOrder } from '../../map/records';
import type { CheckRule } from '../checkRule';
import { findingName, target } from '../names';

/** A number without a target does not show whether things go well. */
export const kpiWithoutTarget: CheckRule = {
  id: 'kpi-without-target',
  severity: 'hint',
  *check({ map }) {
    for (const [id, kpi] of inOrder(map.kpis)) {
      if (kpi.target !== null) continue;
      const values = { name: findingName(map, 'kpis', id) };
      yield { target: target('kpis', id), cause: 'kpi-without-target', values };
    }
  },
};
