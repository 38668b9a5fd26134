import { DAYS_PER_MONTH } from '../../language';
import { exactly, type KpiDefinition, type KpiInput } from '../definition';
import { contributionOf } from '../../map/records';
import { paybackMonths, ratio } from '../formulas';
import type { CostKind, GroupResult } from '../../simulation/results';

const groups = { scopes: ['map', 'segment', 'persona'], params: [] } as const;
const wholeMap = { scopes: ['map'], params: [] } as const;

/** Acquisition spend per customer who passed the milestone `acquired`. */
function cac({ money, milestones }: GroupResult): number | null {
  return ratio(money.cost.acquisition, milestones.acquired.customers);
}

function totalCost({ money }: GroupResult): number {
  const kinds: readonly CostKind[] = ['acquisition', 'service', 'retention', 'campaign'];
  return kinds.reduce((sum, kind) => sum + money.cost[kind], 0);
}

function clvToCac({ group }: KpiInput): number | null {
  const spent = cac(group);
  return spent === null ? null : ratio(group.clv.discounted.value, spent);
}

/**
 * First month, on the run clock, by whose end the margin of everything that is not acquisition has
 * paid the acquisition back; interpolated within the month, undiscounted.
 */
function payback({ run }: KpiInput): number | null {
  const spend = run.series.periods.reduce((sum, { cost }) => sum + cost.acquisition, 0);
  let earned = 0;
  for (const { from, to, cost, revenue, planRevenue } of run.series.periods) {
    const service = cost.service + cost.retention + cost.campaign;
    const margin = contributionOf(revenue, planRevenue, service, run.settings.grossMargin);
    if (earned + margin >= spend && margin > 0) {
      return (from + ((spend - earned) / margin) * (to - from)) / DAYS_PER_MONTH;
    }
    earned += margin;
  }
  return null;
}

export const VALUE: readonly KpiDefinition[] = [
  {
    id: 'clv',
    unit: 'money',
    direction: 'up',
    ...groups,
    measure: ({ group }) => (group.clv.customers === 0 ? null : group.clv.discounted),
  },
  {
    id: 'clv-undiscounted',
    unit: 'money',
    direction: 'up',
    ...groups,
    measure: ({ group }) => (group.clv.customers === 0 ? null : group.clv.mean),
  },
  {
    id: 'cac',
    unit: 'money',
    direction: 'down',
    ...groups,
    measure: ({ group }) => exactly(cac(group)),
  },
  {
    id: 'clv-cac',
    unit: 'ratio',
    direction: 'up',
    ...groups,
    measure: (reading) => exactly(clvToCac(reading)),
  },
  {
    id: 'cac-payback',
    unit: 'months',
    direction: 'down',
    ...wholeMap,
    measure: (reading) => exactly(payback(reading)),
  },
  {
    id: 'cac-payback-steady',
    unit: 'months',
    direction: 'down',
    ...groups,
    measure: ({ group }) => {
      const spent = cac(group);
      const { money, payingDays } = group;
      const margin = money.contribution + money.cost.acquisition;
      const monthly = ratio(margin, payingDays / DAYS_PER_MONTH);
      return spent === null || monthly === null ? null : exactly(paybackMonths(spent, monthly));
    },
  },
  {
    id: 'contribution-per-customer',
    unit: 'money',
    direction: 'up',
    ...groups,
    measure: ({ group }) => group.money.perCustomer,
  },
  {
    id: 'discounted-contribution-per-customer',
    unit: 'money',
    direction: 'up',
    ...groups,
    measure: ({ group }) => group.money.discountedPerCustomer,
  },
  {
    id: 'revenue',
    unit: 'money',
    direction: 'up',
    ...groups,
    measure: ({ group: { money } }) => exactly(money.revenue + money.planRevenue),
  },
  {
    id: 'cost',
    unit: 'money',
    direction: 'down',
    ...groups,
    measure: ({ group }) => exactly(totalCost(group)),
  },
];
