import { COST_KINDS, MILESTONES } from '../../map/schema';
import { CAMPAIGN_COST, MONEY_KINDS, PLAN, REVENUE } from '../compiled/books';
import { ENDS, GROUP_EXTRAS, type Layout } from '../compiled/layout';
import type { Tables } from '../compiled/tables';
import type { Tally } from '../compiled/tally';
import type { CostKind, GroupResult, Milestone, Money, MoneySums, Reached } from '../results';
import { meanOf, ratioToCount, shareOf } from '../statistics/intervals';

/** The counts and sums of one or several groups together. */
export interface GroupTotals {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

/** Adds up groups `from` ≤ g < `to`. */
export function totalsOf({ layout, counts, sums }: Tally, from: number, to: number): GroupTotals {
  const total = {
    counts: new Float64Array(layout.group.size),
    sums: new Float64Array(layout.groupSums),
  };
  for (let index = 0; index < layout.group.size; index += 1) {
    for (let g = from; g < to; g += 1) {
      total.counts[index]! += counts[layout.counts.groups + g * layout.group.size + index]!;
    }
  }
  for (let index = 0; index < layout.groupSums; index += 1) {
    // Limb by limb, so that the total has the same bits whatever the batches.
    let high = 0;
    let low = 0;
    for (let g = from; g < to; g += 1) {
      const at = layout.sums.groups + g * layout.groupSums + index;
      high += sums.high[at]!;
      low += sums.low[at]!;
    }
    total.sums[index] = high + low;
  }
  return total;
}

const extra = ({ sums }: GroupTotals, name: (typeof GROUP_EXTRAS)[number]) =>
  sums[2 * MONEY_KINDS + GROUP_EXTRAS.indexOf(name)]!;

export function costsOf(read: (kind: number) => number): Record<CostKind, number> {
  const costs: Partial<Record<CostKind, number>> = { campaign: read(CAMPAIGN_COST) };
  COST_KINDS.forEach((kind, index) => (costs[kind] = read(index)));
  // Every kind has just been set.
  return costs as Record<CostKind, number>;
}

function moneySums(read: (kind: number) => number, margin: number): MoneySums {
  const cost = costsOf(read);
  const revenue = read(REVENUE);
  const planRevenue = read(PLAN);
  const costs = cost.acquisition + cost.service + cost.retention + cost.campaign;
  return { cost, revenue, planRevenue, contribution: margin * (revenue + planRevenue) - costs };
}

function moneyOf(totals: GroupTotals, customers: number, margin: number): Money {
  const now = moneySums((kind) => totals.sums[kind]!, margin);
  const discounted = moneySums((kind) => totals.sums[MONEY_KINDS + kind]!, margin);
  const mean = (sum: number, squares: number) => {
    const { value, interval } = meanOf(sum, squares, customers);
    return { value, interval };
  };
  return {
    ...now,
    discounted,
    perCustomer: mean(now.contribution, extra(totals, 'contributionSquares')),
    discountedPerCustomer: mean(discounted.contribution, extra(totals, 'discountedSquares')),
  };
}

/** Everybody's value per acquired customer, its interval by the delta method, and the variance among the acquired. */
function perAcquired(totals: GroupTotals, name: 'clv' | 'clvDiscounted', acquired: number) {
  const own = extra(totals, `${name}Acquired`);
  const { variance } = meanOf(own, extra(totals, `${name}AcquiredSquares`), acquired);
  const { value, interval } = ratioToCount(
    extra(totals, name),
    extra(totals, `${name}Squares`),
    own,
    acquired,
  );
  return { value, interval, variance };
}

export function groupResult(tables: Tables, layout: Layout, totals: GroupTotals): GroupResult {
  const { group } = layout;
  const { counts } = totals;
  const customers = counts[group.customers]!;
  const reached = (count: number): Reached => ({
    customers: count,
    share: shareOf(count, customers),
  });
  const end = (kind: (typeof ENDS)[number]) =>
    shareOf(counts[group.ends + ENDS.indexOf(kind)]!, customers);
  const milestone = (name: Milestone) =>
    reached(counts[group.milestones + MILESTONES.indexOf(name)]!);
  const acquired = counts[group.milestones + MILESTONES.indexOf('acquired')]!;
  const clv = perAcquired(totals, 'clv', acquired);
  const clvNow = perAcquired(totals, 'clvDiscounted', acquired);
  const visits = counts.subarray(group.visits, group.visits + layout.touchpoints);
  return {
    customers,
    steps: customers > 0 ? visits.reduce((sum, each) => sum + each, 0) / customers : 0,
    ends: {
      outcome: end('outcome'),
      dropOff: end('drop-off'),
      inJourney: end('in-journey'),
      cutOff: end('cut-off'),
    },
    outcomes: Object.fromEntries(
      layout.outcomes.map((spot) => [
        tables.touchpointIds[spot]!,
        reached(counts[group.reached + spot]!),
      ]),
    ),
    milestones: {
      trial: milestone('trial'),
      acquired: milestone('acquired'),
      activated: milestone('activated'),
      cancelled: milestone('cancelled'),
    },
    money: moneyOf(totals, customers, tables.setup.settings.grossMargin),
    clv: {
      customers: acquired,
      mean: { value: clv.value, interval: clv.interval },
      variance: clv.variance,
      discounted: { value: clvNow.value, interval: clvNow.interval },
      discountedVariance: clvNow.variance,
    },
    payingDays: extra(totals, 'payingDays'),
    touchpoints: Object.fromEntries(
      tables.touchpointIds.map((id, spot) => [
        id,
        {
          visits: counts[group.visits + spot]!,
          reached: counts[group.reached + spot]!,
          dropOffs: counts[group.dropOffs + spot]!,
        },
      ]),
    ),
    transitions: Object.fromEntries(
      tables.transitionIds.map((id, way) => [id, counts[group.taken + way]!]),
    ),
    stages: Object.fromEntries(
      tables.stageIds.map((id, stage) => [id, reached(counts[group.stages + stage]!)]),
    ),
  };
}
