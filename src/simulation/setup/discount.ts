import { DAYS_PER_YEAR } from '../../language';
import { exp, ln } from '../chance';
import type { RunSettings } from '../results';

/** What money is worth on day 0. */
export interface Discount {
  /** Of money at day t: (1 + rate)^(−t/365), one cycle later where the first period is discounted too. */
  at: (day: number) => number;
  /** Of a steady stream of 1 a day from one day to another: the integral of `at`. */
  stream: (from: number, to: number) => number;
}

/** How a run discounts: by its rate a year, not at all where that is 0. */
export function discountOf({
  discountRate,
  discountFirstPeriod,
  cycleDays,
}: RunSettings): Discount {
  if (discountRate === 0) return { at: () => 1, stream: (from, to) => to - from };
  const force = ln(1 + discountRate) / DAYS_PER_YEAR;
  const shift = discountFirstPeriod ? cycleDays : 0;
  const at = (day: number) => exp(-force * (day + shift));
  return { at, stream: (from, to) => (at(from) - at(to)) / force };
}
