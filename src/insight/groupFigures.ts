import { goalOf, goalShareOf } from '../kpis';
import { hasMoney } from '../map/records';
import type { JourneyMap } from '../map/schema';
import type { Estimate, GroupResult } from '../simulation/results';

/** A figure of a group of customers. */
export interface GroupFigure {
  readonly key: 'goal' | 'acquired' | 'revenue' | 'cost' | 'contribution' | 'steps';
  readonly unit: 'share' | 'money' | 'count';
  readonly of: (group: GroupResult) => Estimate;
}

/** What is said of each group: what the map speaks of, and no more. */
export function groupFigures(map: JourneyMap): readonly GroupFigure[] {
  const steps: GroupFigure = { key: 'steps', unit: 'count', of: (group) => group.steps };
  if (!hasMoney(map)) {
    const goal: GroupFigure = {
      key: 'goal',
      unit: 'share',
      of: (group) => goalShareOf(group, map),
    };
    return goalOf(map) ? [goal, steps] : [steps];
  }
  return [
    { key: 'acquired', unit: 'share', of: ({ milestones }) => milestones.acquired.share },
    { key: 'revenue', unit: 'money', of: ({ money }) => money.revenuePerCustomer },
    { key: 'cost', unit: 'money', of: ({ money }) => money.costPerCustomer },
    { key: 'contribution', unit: 'money', of: ({ money }) => money.discountedPerCustomer },
    steps,
  ];
}
