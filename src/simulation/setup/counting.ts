import type { RunSettings } from '../results';
import { CLOCK_TOLERANCE } from '../clock';

/**
 * How much an entry counts (visits, and the money booked by them). A visit stands for the cycle it
 * begins (`start`) or for the one it ends (`end`), so an entry at the very horizon begins nothing
 * and a customer's first entry ends nothing; `half` is the mean of both.
 */
export function weightOfEntry(
  { counting, horizon }: RunSettings,
  clock: number,
  isFirst: boolean,
): number {
  const start = horizon !== null && clock >= horizon - CLOCK_TOLERANCE ? 0 : 1;
  const end = isFirst ? 0 : 1;
  if (counting === 'start') return start;
  return counting === 'end' ? end : (start + end) / 2;
}
