import { fraction, placeById, sumOf } from '../../map/basics';
import { perObject } from '../../map/memo';
import { contributionOf } from '../../map/records';
import { COST_KINDS, MILESTONES } from '../../map/schema';
import { ENDS, ExactSums, GROUP_EXTRAS, type Layout, type Tally } from '../compiled/tally';
import type { Tables } from '../compiled/tables';
import type { CostKind, GroupResult, Milestone, MoneyResult, MoneySums, Reached } from '../results';
import { meanOf, ratioToCount, shareOf } from '../statistics';
import { type Estimator, estimatorOf } from './replicas';
import { CAMPAIGN_COST, MONEY_KINDS, PLAN, REVENUE } from '../setup';

/** The counts and sums of one or several groups together. */
export interface GroupTotals {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

/** Adds up groups `from` ≤ g < `to`. */
export function totalsOf({ layout, counts, sums }: Tally, from: number, to: number): GroupTotals {
  const total = new Float64Array(layout.group.size);
  const exact = new ExactSums(layout.groupSums);
  for (let g = from; g < to; g += 1) {
    for (let index = 0; index < layout.group.size; index += 1) {
      total[index]! += counts[layout.counts.groups + g * layout.group.size + index]!;
    }
    // Exactly, so that the total has the same bits whatever the batches.
    for (let index = 0; index < layout.groupSums; index += 1) {
      exact.take(index, sums, layout.sums.groups + g * layout.groupSums + index);
    }
  }
  return {
    counts: total,
    sums: Float64Array.from({ length: layout.groupSums }, (_, index) => exact.value(index)),
  };
}

const extra = ({ sums }: GroupTotals, name: (typeof GROUP_EXTRAS)[number]) =>
  sums[2 * MONEY_KINDS + GROUP_EXTRAS.indexOf(name)]!;

/** Costs by kind, read by place in the order of `moneyKinds`. */
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
  return {
    cost,
    revenue,
    planRevenue,
    contribution: contributionOf(revenue, planRevenue, costs, margin),
  };
}

function moneyOf(
  totals: GroupTotals,
  { group }: Layout,
  margin: number,
  estimate: Estimator<GroupTotals>,
): MoneyResult {
  const customers = totals.counts[group.customers]!;
  const now = moneySums((kind) => totals.sums[kind]!, margin);
  const discounted = moneySums((kind) => totals.sums[MONEY_KINDS + kind]!, margin);
  const mean = (sum: number, squares: number) => {
    const { value, interval } = meanOf(sum, squares, customers);
    return { value, interval };
  };
  const perCustomer = (kinds: readonly number[]) =>
    estimate(({ counts, sums }) =>
      fraction(
        kinds.reduce((sum, kind) => sum + sums[kind]!, 0),
        counts[group.customers]!,
      ),
    );
  return {
    ...now,
    discounted,
    perCustomer: mean(now.contribution, extra(totals, 'contributionSquares')),
    discountedPerCustomer: mean(discounted.contribution, extra(totals, 'discountedSquares')),
    revenuePerCustomer: perCustomer([REVENUE, PLAN]),
    costPerCustomer: perCustomer([...COST_KINDS.keys(), CAMPAIGN_COST]),
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

/** `estimate` gives intervals to the numbers that have none in closed form; by default they have none. */
export function groupResult(
  tables: Tables,
  layout: Layout,
  totals: GroupTotals,
  estimate: Estimator<GroupTotals> = estimatorOf(totals),
): GroupResult {
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
  // A visit is left by a transition or by dropping off.
  const sources = sourcesOf(tables);
  const left = Array.from(counts.subarray(group.dropOffs, group.dropOffs + layout.touchpoints));
  sources.forEach((touchpoint, transition) => {
    if (touchpoint >= 0) left[touchpoint]! += counts[group.taken + transition]!;
  });
  const visitsOf = (of: GroupTotals) =>
    sumOf(of.counts.subarray(group.visits, group.visits + layout.touchpoints));
  return {
    customers,
    steps: estimate((of) => fraction(visitsOf(of), of.counts[group.customers]!)),
    ends: {
      outcome: end('outcome'),
      dropOff: end('drop-off'),
      inJourney: end('in-journey'),
      cutOff: end('cut-off'),
    },
    outcomes: Object.fromEntries(
      layout.outcomes.map((touchpoint) => [
        tables.touchpointIds[touchpoint]!,
        reached(counts[group.reached + touchpoint]!),
      ]),
    ),
    milestones: {
      trial: milestone('trial'),
      acquired: milestone('acquired'),
      activated: milestone('activated'),
      cancelled: milestone('cancelled'),
    },
    money: moneyOf(totals, layout, tables.setup.settings.grossMargin, estimate),
    clv: {
      customers: acquired,
      mean: { value: clv.value, interval: clv.interval },
      variance: clv.variance,
      discounted: { value: clvNow.value, interval: clvNow.interval },
      discountedVariance: clvNow.variance,
    },
    payingDays: extra(totals, 'payingDays'),
    touchpoints: Object.fromEntries(
      tables.touchpointIds.map((id, touchpoint) => [
        id,
        {
          visits: counts[group.visits + touchpoint]!,
          visitsPerCustomer: estimate((of) =>
            fraction(of.counts[group.visits + touchpoint]!, of.counts[group.customers]!),
          ),
          reached: counts[group.reached + touchpoint]!,
          reachedShare: shareOf(counts[group.reached + touchpoint]!, customers),
          dropOffs: counts[group.dropOffs + touchpoint]!,
        },
      ]),
    ),
    transitions: Object.fromEntries(
      tables.transitionIds.map((id, transition) => {
        const count = counts[group.taken + transition]!;
        return [id, { count, share: shareOf(count, left[sources[transition]!] ?? 0) }];
      }),
    ),
    stages: Object.fromEntries(
      tables.stageIds.map((id, stage) => {
        const came = counts[group.stages + stage]!;
        const conversion = shareOf(counts[group.advanced + stage]!, came);
        return [id, { ...reached(came), conversion }];
      }),
    ),
  };
}

/** The touchpoint each transition leaves; −1 = none of the map. */
const sourcesOf = perObject((tables: Tables): readonly number[] => {
  const place = placeById(tables.touchpointIds);
  const { transitions } = tables.setup.map;
  return tables.transitionIds.map((id) => place.get(transitions[id]!.from) ?? -1);
});
