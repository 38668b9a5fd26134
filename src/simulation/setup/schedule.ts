import type { Campaign, ScheduleWindow } from '../../map/schema';
import { inOrder } from '../../map/records';
import { dayNumber, dayOfDate, daysInMonth, partsOfDate } from '../../rules';

/** Is the campaign on, on a calendar day (number of days since 1970-01-01)? */
export type IsScheduled = (day: number) => boolean;

/** Without a window a campaign always runs; with several, in any of them. */
export function scheduleOf({ schedule }: Pick<Campaign, 'schedule'>): IsScheduled {
  const windows = inOrder(schedule).map(([, window]) => windowOf(window));
  if (windows.length === 0) return () => true;
  const known = new Map<number, boolean>();
  return (day) => {
    let answer = known.get(day);
    if (answer === undefined) {
      answer = windows.some((isInside) => isInside(day));
      known.set(day, answer);
    }
    return answer;
  };
}

/** Both ends inclusive; repeats begin with the window itself, never before it. */
function windowOf({ from, to, repeats }: ScheduleWindow): IsScheduled {
  const first = dayOfDate(from);
  const last = dayOfDate(to);
  switch (repeats) {
    case 'never':
      return (day) => day >= first && day <= last;
    case 'weekly':
      return (day) => day >= first && (day - first) % 7 <= last - first;
    case 'monthly':
      return monthly(from, to, 1);
    case 'yearly':
      return monthly(from, to, 12);
  }
}

/** Moved by whole months; the 31st is the last day of a shorter month. */
function monthly(from: string, to: string, step: number): IsScheduled {
  const first = dayOfDate(from);
  const length = dayOfDate(to) - first;
  // A window longer than its repetition overlaps its successors.
  const overlapping = Math.ceil(length / (28 * step)) + 1;
  return (day) => {
    if (day < first) return false;
    const latest = Math.floor((day - first) / (28 * step)) + 1;
    const earliest = Math.floor((day - first) / (31.0625 * step)) - overlapping;
    for (let k = Math.max(0, earliest); k <= latest; k += 1) {
      if (day >= shifted(from, k * step) && day <= shifted(to, k * step)) return true;
    }
    return false;
  };
}

function shifted(date: string, months: number): number {
  const { year, month, day } = partsOfDate(date);
  const count = year * 12 + month - 1 + months;
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return dayNumber({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}
