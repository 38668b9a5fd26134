import type { Clause, RuleDate } from '../map/schema';
import { addDays, calendarPeriod } from './calendar';
import type { ClauseTest, ClauseWith } from './actual';

type DateOperator = ClauseWith<'date'>['operator'];

/** ISO days compare as text. */
function compareDates(operator: DateOperator, actual: string, from: string, to: string): boolean {
  switch (operator) {
    case 'before':
      return actual < from;
    case 'on-or-before':
      return actual <= from;
    case 'after':
      return actual > from;
    case 'on-or-after':
      return actual >= from;
    case 'same-day':
      return actual === from;
    case 'between':
      return actual >= from && actual <= to;
    case 'not-between':
      return actual < from || actual > to;
  }
}

/** The calendar day a rule's date means today. */
export const resolveDate = (date: RuleDate, today: string): string =>
  typeof date === 'string' ? date : addDays(today, date.daysFromToday);

/** A date against other days; one that is not set is between none. */
export function dateTest({ operator, value, to }: ClauseWith<'date'>): ClauseTest {
  return (actual, today) =>
    typeof actual === 'string'
      ? compareDates(operator, actual, resolveDate(value, today), resolveDate(to, today))
      : operator === 'not-between';
}

/** A date against how many days ago it was. */
export function ageTest({ operator, days }: ClauseWith<'age'>): ClauseTest {
  return (actual, today) => {
    if (typeof actual !== 'string') return false;
    const limit = addDays(today, -days);
    return operator === 'within-last' ? actual >= limit && actual <= today : actual < limit;
  };
}

/** A date within a calendar week, month or year, counted from the one of today. */
export function periodTest({ offset, period }: ClauseWith<'period'>): ClauseTest {
  return (actual, today) => {
    const { first, last } = calendarPeriod(today, offset, period);
    return typeof actual === 'string' && actual >= first && actual <= last;
  };
}

/** The day itself against other days, or against the same days of every year. */
export function todayTest({
  operator,
  value,
  to,
  yearly,
}: Extract<Clause, { kind: 'today' }>): ClauseTest {
  if (!yearly) return (_, today) => compareDates(operator, today, value, to);
  const from = value.slice(-5);
  const end = to.slice(-5);
  return (_, today) => {
    const day = today.slice(-5);
    // A season may span the turn of the year.
    if (from > end && operator === 'between') return day >= from || day <= end;
    if (from > end && operator === 'not-between') return day < from && day > end;
    return compareDates(operator, day, from, end);
  };
}
