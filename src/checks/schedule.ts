import type { Campaign, ScheduleWindow } from '../map/schema';
import { addDays, dateOfDay, dayNumber, dayOfDate, daysInMonth, partsOfDate } from '../rules';

/** How far repeated windows are unrolled: every month and season meets every other within it. */
const HORIZON_DAYS = 2 * 365;

type Span = readonly [from: string, to: string];

/** Is there a day on which both schedules are on? A schedule without windows always is. */
export function meet(a: Campaign['schedule'], b: Campaign['schedule']): boolean {
  const windows = [a, b].map((schedule) => Object.values(schedule));
  const [mine = [], theirs = []] = windows;
  if (mine.length === 0 || theirs.length === 0) return true;
  const last = [...mine, ...theirs].reduce((day, { to }) => (to > day ? to : day), '');
  const end = addDays(last, HORIZON_DAYS);
  const spans = (list: readonly ScheduleWindow[]) =>
    list
      .flatMap((window) => unrolled(window, end))
      .sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0));
  const other = spans(theirs);
  let at = 0;
  for (const [from, to] of spans(mine)) {
    while (at < other.length && (other[at]?.[1] ?? '') < from) at += 1;
    if (other.slice(at).some(([start, finish]) => start <= to && finish >= from)) return true;
  }
  return false;
}

/** The window and its repetitions until `end`. */
function unrolled(window: ScheduleWindow, end: string): Span[] {
  const length = dayOfDate(window.to) - dayOfDate(window.from);
  const spans: Span[] = [];
  for (let step = 0; step < MOST_SPANS; step += 1) {
    const from = moved(window.from, window.repeats, step);
    if (step > 0 && from > end) break;
    spans.push([from, addDays(from, length)]);
    if (window.repeats === 'never') break;
  }
  return spans;
}

/** Ten years of weeks. */
const MOST_SPANS = 520;

function moved(date: string, repeats: ScheduleWindow['repeats'], steps: number): string {
  if (repeats === 'never' || steps === 0) return date;
  if (repeats === 'weekly') return addDays(date, 7 * steps);
  const { year, month, day } = partsOfDate(date);
  const months = year * 12 + month - 1 + steps * (repeats === 'yearly' ? 12 : 1);
  const to = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return dateOfDay(dayNumber({ ...to, day: Math.min(day, daysInMonth(to.year, to.month)) }));
}
