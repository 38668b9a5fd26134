import { contributionMetric, type KpiUnit, PROFIT_ARRIVALS, profitOf, unitOf } from '../../kpis';
import type { Say } from '../../language';
import { sumOf } from '../../map/basics';
import { touchpointsInJourneyOrder } from '../../map/layout';
import { hasMoney, inOrder, nameOfRecord } from '../../map/records';
import { type JourneyMap, MILESTONES } from '../../map/schema';
import type { Estimate, RunResult } from '../../simulation/results';
import { type BatchMetric, difference, kpiDifference } from '../../simulation/statistics';

/** One number of two runs. */
export interface ComparedRow {
  readonly key: string;
  readonly name: string;
  readonly unit: KpiUnit;
  /** Which way is better; null where neither is. */
  readonly direction: 'up' | 'down' | null;
  readonly before: number | null;
  readonly after: number | null;
  /** After − before; null where either is missing. */
  readonly change: Estimate | null;
}

/** Rows of a comparison under one heading. */
export interface ComparedPart {
  readonly key: 'money' | 'kpis' | 'conversion' | 'outcomes';
  readonly rows: readonly ComparedRow[];
}

interface Pair {
  readonly before: RunResult;
  readonly after: RunResult;
}

/** All figures of two runs of a map, side by side, with what lies between them. */
export function compareRuns(
  before: RunResult,
  after: RunResult,
  map: JourneyMap,
  t: Say,
): readonly ComparedPart[] {
  const pair = { before, after };
  const parts: ComparedPart[] = [
    { key: 'money', rows: hasMoney(map) ? moneyRows(pair, map, t) : [] },
    { key: 'kpis', rows: kpiRows(pair, map, t) },
    { key: 'conversion', rows: conversionRows(pair, map, t) },
    { key: 'outcomes', rows: outcomeRows(pair, map, t) },
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

function moneyRows(pair: Pair, map: JourneyMap, t: Say): ComparedRow[] {
  const { before, after } = pair;
  const metric = contributionMetric(map.market.grossMargin, true);
  const perArrival = difference(before, after, metric);
  const a = profitOf(before, map).value;
  const b = profitOf(after, map).value;
  // Fixed costs are known: they move the interval and do not widen it.
  const half = perArrival.interval && (perArrival.interval[1] - perArrival.value) * PROFIT_ARRIVALS;
  const profit: ComparedRow = {
    key: 'profit',
    name: t('run.profit'),
    unit: 'money',
    direction: 'up',
    before: a,
    after: b,
    change: { value: b - a, interval: half === null ? null : [b - a - half, b - a + half] },
  };
  const mean =
    (name: string): BatchMetric =>
    (sum, customers) =>
      sum(name) / customers;
  const ratio =
    (name: string, of: string): BatchMetric =>
    (sum) =>
      sum(name) / sum(of);
  return [
    profit,
    row(pair, 'contribution', t('run.contribution'), 'money', 'up', metric),
    row(pair, 'booked', t('run.bookedRevenue'), 'money', 'up', mean('revenue')),
    row(pair, 'plan', t('run.planRevenue'), 'money', 'up', mean('planRevenue')),
    row(
      pair,
      'cac',
      t('kpi.cac.name'),
      'money',
      'down',
      ratio('cost:acquisition', 'milestone:acquired'),
    ),
    row(
      pair,
      'clv',
      t('kpi.clv.name'),
      'money',
      'up',
      ratio('clvDiscounted', 'milestone:acquired'),
    ),
    row(
      pair,
      'clv-cac',
      t('kpi.clv-cac.name'),
      'ratio',
      'up',
      ratio('clvDiscounted', 'cost:acquisition'),
    ),
  ];
}

function kpiRows(pair: Pair, map: JourneyMap, t: Say): ComparedRow[] {
  const { before, after } = pair;
  return inOrder(map.kpis).flatMap(([id, kpi]) => {
    const one = before.kpis[id]?.value ?? null;
    const two = after.kpis[id]?.value ?? null;
    if (one === null && two === null) return [];
    const change = one === null || two === null ? null : kpiDifference(before, after, id);
    return [
      {
        key: id,
        name: nameOfRecord('kpis', kpi, t),
        unit: unitOf(kpi),
        direction: kpi.direction,
        before: one,
        after: two,
        change,
      },
    ];
  });
}

function conversionRows(pair: Pair, map: JourneyMap, t: Say): ComparedRow[] {
  const share =
    (name: string): BatchMetric =>
    (sum, customers) =>
      sum(name) / customers;
  const stages = inOrder(map.stages)
    .filter(([id]) => id in pair.after.batches.sums || `stage:${id}` in pair.after.batches.sums)
    .map(([id, stage]) =>
      row(
        pair,
        `stage:${id}`,
        t('run.reaches', { name: nameOfRecord('stages', stage, t) }),
        'share',
        'up',
        share(`stage:${id}`),
      ),
    );
  const used = MILESTONES.filter(
    (name) =>
      pair.before.total.milestones[name].customers + pair.after.total.milestones[name].customers >
      0,
  );
  const milestones = used.map((name) =>
    row(
      pair,
      `milestone:${name}`,
      t(`run.milestone.${name}`),
      'share',
      name === 'cancelled' ? 'down' : 'up',
      share(`milestone:${name}`),
    ),
  );
  return [...stages, ...milestones];
}

function outcomeRows(pair: Pair, map: JourneyMap, t: Say): ComparedRow[] {
  const share =
    (name: string): BatchMetric =>
    (sum, customers) =>
      sum(name) / customers;
  const outcomes = touchpointsInJourneyOrder(map)
    .filter(([, { kind }]) => kind === 'outcome')
    .map(([id, touchpoint]) =>
      row(
        pair,
        id,
        nameOfRecord('touchpoints', touchpoint, t),
        'share',
        touchpoint.outcome === 'success' ? 'up' : touchpoint.outcome === 'loss' ? 'down' : null,
        share(`reached:${id}`),
      ),
    );
  const ends = (['drop-off', 'in-journey'] as const).map((end) =>
    row(
      pair,
      end,
      t(`run.end.${end}`),
      'share',
      end === 'drop-off' ? 'down' : null,
      share(`end:${end}`),
    ),
  );
  return [...outcomes, ...ends];
}

function row(
  { before, after }: Pair,
  key: string,
  name: string,
  unit: KpiUnit,
  direction: ComparedRow['direction'],
  metric: BatchMetric,
): ComparedRow {
  const one = whole(before, metric);
  const two = whole(after, metric);
  const change = one === null || two === null ? null : difference(before, after, metric);
  return { key, name, unit, direction, before: one, after: two, change };
}

/** The number over everybody; null where there is none. */
function whole({ batches }: RunResult, metric: BatchMetric): number | null {
  const value = metric((name) => sumOf(batches.sums[name] ?? []), sumOf(batches.customers));
  return Number.isFinite(value) ? value : null;
}
