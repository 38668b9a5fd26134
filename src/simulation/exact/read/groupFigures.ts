import { fraction, sumOf, valuesFor } from '../../../map/basics';
import type { Clv, GroupResult, MoneyResult, MoneySums, Reached } from '../../results';
import type { ExactGroup } from './exactGroup';
import type { ExactSolution } from './solveExact';
import { conversionOf, type StageTable } from './stageSpan';
import { exactly, lazily, notComputed } from './computedValues';

/** A group of customers as a run shows it; who they are decides what is known of their stages. */
export function groupOf(
  solution: ExactSolution,
  group: ExactGroup,
  stages: StageTable,
  who: null | 'segment' | { readonly persona: string },
): GroupResult {
  const { map } = solution.setup;
  const customers = group.share * solution.customers;
  const reached = (share: number): Reached => ({
    customers: share * customers,
    share: exactly(share),
  });
  const { ends, outcomes, visits, dropOffs, taken } = group;
  const left = leftBy(solution, group);
  return {
    customers,
    steps: exactly(sumOf(Object.values(visits))),
    ends: {
      outcome: exactly(ends.outcome),
      dropOff: exactly(ends.dropOff),
      inJourney: exactly(ends.inJourney),
      cutOff: exactly(0),
    },
    outcomes: valuesFor(Object.keys(outcomes), (id) => reached(outcomes[id]!)),
    get milestones() {
      const { trial, acquired, activated, cancelled } = group.milestones;
      return {
        trial: reached(trial),
        acquired: reached(acquired),
        activated: reached(activated),
        cancelled: reached(cancelled),
      };
    },
    money: moneyOf(group, customers),
    get clv() {
      return clvOf(group, customers);
    },
    payingDays: group.payingDays * customers,
    touchpoints: lazily(Object.keys(visits), (id) => {
      const share = group.reached([id]);
      return {
        visits: visits[id]! * customers,
        visitsPerCustomer: exactly(visits[id]!),
        reachedShare: exactly(share),
        reached: share * customers,
        dropOffs: dropOffs[id]! * customers,
      };
    }),
    transitions: valuesFor(Object.keys(taken), (id) => {
      const from = left[map.transitions[id]!.from] ?? 0;
      return {
        count: taken[id]! * customers,
        share: exactly(fraction(taken[id]!, from)),
      };
    }),
    stages: lazily(Object.keys(stages), (id) => ({
      ...reached(group.reached(stages[id]!)),
      get conversion() {
        return who === 'segment'
          ? notComputed('conversion')
          : exactly(conversionOf(solution, stages, id, who?.persona));
      },
    })),
  };
}

/** Visits that were left, per customer, by touchpoint. */
export function leftBy(
  { setup: { map } }: ExactSolution,
  group: ExactGroup,
): Record<string, number> {
  const left = { ...group.dropOffs };
  for (const [id, count] of Object.entries(group.taken)) {
    const { from } = map.transitions[id]!;
    left[from] = (left[from] ?? 0) + count;
  }
  return left;
}

function moneyOf(group: ExactGroup, customers: number): MoneyResult {
  const times = ({ cost, revenue, planRevenue, contribution }: MoneySums): MoneySums => ({
    cost: {
      acquisition: cost.acquisition * customers,
      service: cost.service * customers,
      retention: cost.retention * customers,
      campaign: cost.campaign * customers,
    },
    revenue: revenue * customers,
    planRevenue: planRevenue * customers,
    contribution: contribution * customers,
  });
  const { money, discounted } = group;
  const { acquisition, service, retention, campaign } = money.cost;
  return {
    ...times(money),
    discounted: times(discounted),
    perCustomer: exactly(money.contribution),
    discountedPerCustomer: exactly(discounted.contribution),
    revenuePerCustomer: exactly(money.revenue + money.planRevenue),
    costPerCustomer: exactly(acquisition + service + retention + campaign),
  };
}

function clvOf(group: ExactGroup, customers: number): Clv {
  const { clv, clvDiscounted } = group;
  return {
    customers: group.acquired * customers,
    mean: exactly(clv.mean),
    variance: clv.variance ?? NaN,
    discounted: exactly(clvDiscounted.mean),
    discountedVariance: clvDiscounted.variance ?? NaN,
  };
}

/** A group of which only the size is known. */
export function onlyCounted(customers: number): GroupResult {
  return new Proxy({ customers } as GroupResult, {
    get: (known, name) => (name === 'customers' ? known.customers : notComputed(String(name))),
  });
}
