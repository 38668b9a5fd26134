import type { RunResult } from '../../simulation/results';
import { sureSign } from '../figures';
import type { ComparedRow } from './compareRuns';

/** What two runs do not share besides the map and the scenario: their numbers are then not alike. */
export function unlikeRuns({ settings: one, customers: some }: RunResult, after: RunResult) {
  const other = after.settings;
  return [
    ...(['startDate', 'horizon', 'arrivals'] as const).filter(
      (part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]),
    ),
    ...(some.of === after.customers.of ? [] : (['customers'] as const)),
  ];
}

/** A difference is better or worse where it is sure and somebody wants one of both; 0 is the same. */
type ChangeReading = 'better' | 'worse' | 'other' | 'same' | 'unsure' | 'untold';

/** What may be said of a difference. */
export function changeReadingOf({ change, direction }: ComparedRow): ChangeReading {
  if (!change) return 'untold';
  if (change.value === 0) return 'same';
  if (!change.interval) return 'untold';
  const sign = sureSign(change);
  if (sign === null) return 'unsure';
  if (direction === null) return 'other';
  return sign === (direction === 'up' ? 1 : -1) ? 'better' : 'worse';
}
