import { definitionOf } from '../../kpis';
import { inOrder } from '../../map/records';
import type { CheckRule } from '../checkRule';
import { findingName, target } from '../names';

/** A metric this build does not know cannot be worked out. */
export const kpiUnknownMetric: CheckRule = {
  id: 'kpi-unknown-metric',
  severity: 'error',
  *check({ map }) {
    for (const [id, { metric }] of inOrder(map.kpis)) {
      if (metric.kind !== 'catalogue' || definitionOf(metric.id)) continue;
      yield {
        target: target('kpis', id),
        values: { name: findingName(map, 'kpis', id), metric: metric.id },
      };
    }
  },
};
