const DAY = 86_400_000;

/** Beyond this many days, data and reviews count as old. */
export const OLD_AFTER = 365;

/** Days from one calendar date to another, negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
