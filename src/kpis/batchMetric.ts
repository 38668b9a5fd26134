import type { JourneyMap, Kpi } from '../map/schema';
import type { Clv, GroupResult, MoneySums, Reached, RunResult } from '../simulation/results';
import type { BatchMetric } from '../simulation/statistics/batches';
import { measureKpi } from './measure';

type Sum = (name: string) => number;

/** Catalogue KPIs that are ratios of what batches keep. */
const OF_BATCHES: ReadonlySet<string> = new Set([
  'trial-conversion',
  'activation',
  'acquisition-share',
  'success-share',
  'drop-off',
  'visits-ratio',
  'arpu',
  'clv',
  'clv-undiscounted',
  'cac',
  'clv-cac',
  'cac-payback-steady',
  'contribution-per-customer',
  'discounted-contribution-per-customer',
]);
/** Names of formulas that batches keep; ids in quotes are no names. */
const FORMULA_OF_BATCHES: ReadonlySet<string> = new Set([
  ...[...OF_BATCHES].map((id) => id.replaceAll('-', '_')),
  ...['visits', 'reached', 'taken', 'customers', 'trials', 'acquired', 'activated', 'cancelled'],
  ...['booked_revenue', 'plan_revenue', 'acquisition_cost', 'paying_days'],
]);

/**
 * A KPI as a number of sums over customers, so that two runs can be compared batch by batch. Null
 * where it is told by something batches do not keep: series, times, one persona or segment.
 */
export function batchMetricOf(kpi: Kpi, run: RunResult, map: JourneyMap): BatchMetric | null {
  if (kpi.scope.kind !== 'map' || !isOfBatches(kpi)) return null;
  return (sum, customers) => {
    const total = groupOfSums(run, sum, customers);
    return measureKpi(kpi, { ...run, total }, map)?.value ?? Number.NaN;
  };
}

function isOfBatches({ metric }: Kpi): boolean {
  if (metric.kind === 'catalogue') return OF_BATCHES.has(metric.id);
  const names = metric.expression.replaceAll(/"[^"]*"|'[^']*'/g, '').match(/[a-z_]+/gi) ?? [];
  return names.length > 0 && names.every((name) => FORMULA_OF_BATCHES.has(name));
}

/** Everybody's result as it would be with other sums; intervals are not told. */
function groupOfSums(run: RunResult, sum: Sum, customers: number): GroupResult {
  const { total, settings } = run;
  const reached = (count: number): Reached => ({
    customers: count,
    share: { value: customers > 0 ? count / customers : 0, interval: null },
  });
  const each = <From, To>(table: Readonly<Record<string, From>>, make: (id: string) => To) =>
    Object.fromEntries(Object.keys(table).map((id) => [id, make(id)]));
  const end = (name: string) => reached(sum(`end:${name}`)).share;
  const money = moneyOf(sum, settings.grossMargin, '');
  const discounted = moneyOf(sum, settings.grossMargin, 'discounted:');
  const acquired = sum('milestone:acquired');
  const mean = (whole: number, count: number) => ({
    value: count > 0 ? whole / count : 0,
    interval: null,
  });
  const clv: Clv = {
    ...total.clv,
    customers: acquired,
    mean: mean(sum('clv'), acquired),
    discounted: mean(sum('clvDiscounted'), acquired),
  };
  return {
    ...total,
    customers,
    ends: {
      outcome: end('outcome'),
      dropOff: end('drop-off'),
      inJourney: end('in-journey'),
      cutOff: end('cut-off'),
    },
    outcomes: each(total.outcomes, (id) => reached(sum(`reached:${id}`))),
    milestones: {
      trial: reached(sum('milestone:trial')),
      acquired: reached(acquired),
      activated: reached(sum('milestone:activated')),
      cancelled: reached(sum('milestone:cancelled')),
    },
    money: {
      ...money,
      discounted,
      perCustomer: mean(money.contribution, customers),
      discountedPerCustomer: mean(discounted.contribution, customers),
    },
    clv,
    payingDays: sum('payingDays'),
    // Large tables that few KPIs read: made when they are asked for.
    get touchpoints() {
      return each(total.touchpoints, (id) => ({
        visits: sum(`visits:${id}`),
        reached: sum(`reached:${id}`),
        dropOffs: sum(`dropOffs:${id}`),
      }));
    },
    get transitions() {
      return each(total.transitions, (id) => sum(`taken:${id}`));
    },
  };
}

function moneyOf(sum: Sum, grossMargin: number, prefix: '' | 'discounted:'): MoneySums {
  const cost = {
    acquisition: sum(`${prefix}cost:acquisition`),
    service: sum(`${prefix}cost:service`),
    retention: sum(`${prefix}cost:retention`),
    campaign: sum(`${prefix}cost:campaign`),
  };
  const revenue = sum(`${prefix}revenue`);
  const planRevenue = sum(`${prefix}planRevenue`);
  const costs = cost.acquisition + cost.service + cost.retention + cost.campaign;
  const contribution = grossMargin * (revenue + planRevenue) - costs;
  return { cost, revenue, planRevenue, contribution };
}
