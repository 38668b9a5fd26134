import { addDays } from '../rules';

/** Times closer than a tenth of a second are the same, so that sums of months meet the horizon. */
export const CLOCK_TOLERANCE = 1e-6;

/** The whole days that a run's clock shows. */
export function dayOfClock(clock: number): number {
  return Math.floor(clock + CLOCK_TOLERANCE);
}

/** The calendar date that a run's clock shows. */
export function dateOfClock(startDate: string, clock: number): string {
  return addDays(startDate, dayOfClock(clock));
}
