import { inOrder } from '../../../map/records';
import { COST_KINDS, type Touchpoint, type Transition } from '../../../map/schema';
import type { MoneyModel } from './types';

/** What one entry or passage books: cost items summed by kind. */
export function moneyOf({
  costItems,
  revenue,
}: Touchpoint['economics'] | Transition['economics']): MoneyModel {
  const costs = COST_KINDS.map(() => 0);
  for (const [, { kind, amount }] of inOrder(costItems)) costs[COST_KINDS.indexOf(kind)]! += amount;
  return { costs, revenue };
}
