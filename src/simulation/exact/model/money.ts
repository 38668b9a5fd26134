import { costsByKind } from '../../../map/records';
import type { Touchpoint, Transition } from '../../../map/schema';
import type { MoneyModel } from './types';

/** What one entry or passage books: cost items summed by kind. */
export function moneyOf(economics: Touchpoint['economics'] | Transition['economics']): MoneyModel {
  return { costs: costsByKind(economics), revenue: economics.revenue };
}
