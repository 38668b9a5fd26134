import { type KpiUnit, unitOf } from '../../kpis';
import type { Say } from '../../language';
import { touchpointsInJourneyOrder } from '../../map/layout';
import { inOrder, nameOfRecord } from '../../map/records';
import { type JourneyMap, MILESTONES } from '../../map/schema';
import type { PairedNumber, ScenarioComparison } from '../../simulation/results';

/** One number of a comparison, ready to be read. */
export interface ScenarioRow extends PairedNumber {
  readonly key: string;
  readonly name: string;
  readonly unit: KpiUnit;
  /** 1 = more is better. */
  readonly direction: 1 | -1;
}

/** What a comparison shows of the map's own KPIs, money, milestones, stages and outcomes; what nobody ever reached is left out. */
export function comparedRows(
  { numbers }: ScenarioComparison,
  map: JourneyMap,
  t: Say,
): readonly ScenarioRow[] {
  const row = (key: string, name: string, unit: KpiUnit, direction: 1 | -1 = 1): ScenarioRow[] => {
    const number = numbers[key];
    if (!number || (number.before === 0 && number.after === 0)) return [];
    return [{ key, name, unit, direction, ...number }];
  };
  // A KPI of the map says it already, by the name people gave it.
  const isKpi = (id: string) =>
    Object.values(map.kpis).some(
      ({ metric, scope }) =>
        metric.kind === 'catalogue' && metric.id === id && scope.kind === 'map',
    );
  return [
    ...inOrder(map.kpis).flatMap(([id, kpi]) =>
      row(`kpi:${id}`, nameOfRecord('kpis', kpi, t), unitOf(kpi), kpi.direction === 'up' ? 1 : -1),
    ),
    ...row('discounted:contribution', t('run.contribution'), 'money'),
    ...row('revenue', t('run.bookedRevenue'), 'money'),
    ...row('planRevenue', t('run.planRevenue'), 'money'),
    ...(isKpi('cac') ? [] : row('cac', t('kpi.cac.name'), 'money', -1)),
    ...(isKpi('clv') ? [] : row('clv', t('kpi.clv.name'), 'money')),
    ...(isKpi('clv-cac') ? [] : row('clv-cac', t('kpi.clv-cac.name'), 'ratio')),
    ...MILESTONES.flatMap((name) =>
      row(`milestone:${name}`, t(`run.milestone.${name}`), 'share', name === 'cancelled' ? -1 : 1),
    ),
    ...inOrder(map.stages).flatMap(([id, stage]) =>
      row(`stage:${id}`, t('run.reaches', { name: nameOfRecord('stages', stage, t) }), 'share'),
    ),
    ...touchpointsInJourneyOrder(map)
      .filter(([, { kind, outcome }]) => kind === 'outcome' && outcome !== 'neutral')
      .flatMap(([id, touchpoint]) =>
        row(
          `reached:${id}`,
          nameOfRecord('touchpoints', touchpoint, t),
          'share',
          touchpoint.outcome === 'loss' ? -1 : 1,
        ),
      ),
    ...row('end:drop-off', t('run.end.drop-off'), 'share', -1),
  ];
}
