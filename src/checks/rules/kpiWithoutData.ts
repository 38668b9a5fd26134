import { inOrder } from '../../map/records';
import type { CheckRule } from '../checkRule';
import { findingName, target } from '../names';

/** A target that nobody has measured against. */
export const kpiWithoutData: CheckRule = {
  id: 'kpi-without-data',
  severity: 'hint',
  *check({ map }) {
    for (const [id, { actuals }] of inOrder(map.kpis)) {
      if (Object.keys(actuals).length > 0) continue;
      const values = { name: findingName(map, 'kpis', id) };
      yield { target: target('kpis', id), cause: 'kpi-without-data', values };
    }
  },
};
