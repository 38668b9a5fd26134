import type { AttributeClause, RuleDate } from '../map/schema';
import { addDays, calendarPeriod, dateOfDay, dayOfDate } from './calendar';
import { resolveDate } from './dateTests';
import { type Candidates, type Literal, SOME_DAY } from './overlapLiterals';

/** A day with the one before and the one after. */
function around(day: string): string[] {
  return [addDays(day, -1), day, addDays(day, 1)];
}

/**
 * Days at every border the clauses draw. Where fixed days meet relative ones, or calendar periods
 * anything, the answer depends on the day it is asked.
 */
export function dateCandidates(tests: readonly AttributeClause[]): Candidates {
  const kinds = { fixed: 0, relative: 0, periods: 0 };
  const odd: unknown[] = [];
  const border = (day: string) => {
    const days = around(day);
    // Outside of four-digit years, days do not compare as text.
    odd.push(...days.filter((near) => !/^\d{4}-/.test(near)));
    return days;
  };
  const read = (date: RuleDate) => {
    kinds[typeof date === 'string' ? 'fixed' : 'relative'] = 1;
    return border(resolveDate(date, SOME_DAY));
  };
  const days = tests.flatMap((clause) => {
    switch (clause.test) {
      case 'date':
        return clause.operator.endsWith('between')
          ? [...read(clause.value), ...read(clause.to)]
          : read(clause.value);
      case 'age':
        kinds.relative = 1;
        return [...border(addDays(SOME_DAY, -clause.days)), ...border(SOME_DAY)];
      case 'period': {
        kinds.periods += 1;
        const { first, last } = calendarPeriod(SOME_DAY, clause.offset, clause.period);
        return [...border(first), ...border(last)];
      }
      case 'presence':
      case 'number':
      case 'boolean':
        return [];
      default:
        odd.push(clause);
        return [];
    }
  });
  const mixes = kinds.fixed + kinds.relative + kinds.periods > 1;
  return {
    values: [null, ...new Set([...days, SOME_DAY])],
    complete: odd.length === 0 && !mixes,
    today: SOME_DAY,
  };
}

/** Days of the run's calendar: borders of fixed days, or every day of a leap year for seasons. */
export function todayCandidates(literals: readonly Literal[]): Candidates {
  const clauses = literals.flatMap(({ clause }) => (clause.kind === 'today' ? [clause] : []));
  const fixed = clauses.filter(({ yearly }) => !yearly);
  const borders = fixed.flatMap(({ value, to }) => [...around(value), ...around(to)]);
  const hasSeason = fixed.length < clauses.length;
  const january = dayOfDate('2028-01-01');
  const year = hasSeason
    ? Array.from({ length: 366 }, (_, index) => dateOfDay(january + index))
    : [];
  return {
    values: [...borders, ...year],
    complete: !(hasSeason && fixed.length > 0),
    today: SOME_DAY,
  };
}
