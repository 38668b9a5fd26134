import type { JourneyMap } from '../map/schema';
import { dayOfDate } from '../rules';

/** Beyond this many days, data and reviews count as old. */
export const OLD_AFTER = 365;

/** Days from one calendar date to another, negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return dayOfDate(to) - dayOfDate(from);
}

/**
 * The calendar date on which somebody last looked at a record: its review, or the making of the map. Who has just made
 * a map, a copy or a template's map has looked at all of it: a map of five minutes has no review overdue.
 */
export function lastLook({ createdAt }: Pick<JourneyMap, 'createdAt'>, reviewedAt: string | null) {
  const made = createdAt.slice(0, 'YYYY-MM-DD'.length);
  return reviewedAt !== null && reviewedAt > made ? reviewedAt : made;
}
