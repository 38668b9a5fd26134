import type { AttributeClause, AttributeValue, Clause, RuleDate } from '../map/schema';
import { perObject } from '../map/memo';
import { addDays, calendarPeriod } from './calendar';
import { compilePattern } from './pattern';

/** What a clause reads before it compares: an attribute's value, a number, a day, an arm, a persona. */
export type Actual = AttributeValue | null;

/** Compares what was read; `today` is for relative dates. `not` is applied by the caller. */
export type ClauseTest = (actual: Actual, today: string) => boolean;

/**
 * The comparison of a clause, made once. Every `not-…` operator is the exact negation of its
 * partner, so a value that is not set fails `equals` and passes `not-equals`.
 */
export const testOf: (clause: Clause) => ClauseTest = perObject(makeTest);

function makeTest(clause: Clause): ClauseTest {
  switch (clause.kind) {
    case 'attribute':
      return attributeTest(clause);
    case 'visits':
    case 'taken':
    case 'contacts':
    case 'days':
    case 'revenue':
      return numberTest(clause);
    case 'arm':
      return (arm) =>
        clause.arm === 'treated' ? arm !== null && arm !== 'control' : arm === clause.arm;
    case 'today':
      return todayTest(clause);
    case 'everyone':
      return () => true;
    case 'segment':
      return (isMember) => isMember === true;
    case 'persona':
      return (persona) => persona === clause.persona;
    case 'share':
      return (draw) => typeof draw === 'number' && draw < clause.share;
  }
}

type NumberClause = Extract<Clause, { value: number; to: number }>;

function numberTest({
  operator,
  value,
  to,
}: Pick<NumberClause, 'operator' | 'value' | 'to'>): ClauseTest {
  const is = (compare: (x: number) => boolean): ClauseTest => {
    return (actual) => typeof actual === 'number' && compare(actual);
  };
  switch (operator) {
    case 'equals':
      return is((x) => x === value);
    case 'not-equals':
      return (actual) => actual !== value;
    case 'less':
      return is((x) => x < value);
    case 'at-most':
      return is((x) => x <= value);
    case 'more':
      return is((x) => x > value);
    case 'at-least':
      return is((x) => x >= value);
    case 'between':
      return is((x) => x >= value && x <= to);
    case 'not-between':
      return (actual) => typeof actual !== 'number' || actual < value || actual > to;
  }
}

function attributeTest(clause: AttributeClause): ClauseTest {
  switch (clause.test) {
    case 'presence':
      return presenceTest(clause.operator);
    case 'text':
      return textTest(clause);
    case 'one-of': {
      const fold = folding(clause.caseSensitive);
      const values = new Set(clause.values.map(fold));
      return (actual) => {
        const text = asText(actual);
        return text !== null && values.has(fold(text));
      };
    }
    case 'number':
      return numberTest(clause);
    case 'boolean':
      return (actual) => actual === clause.value;
    case 'date':
      return dateTest(clause);
    case 'age':
      return ageTest(clause);
    case 'period':
      return (actual, today) => {
        const { first, last } = calendarPeriod(today, clause.offset, clause.period);
        return typeof actual === 'string' && actual >= first && actual <= last;
      };
    case 'list':
      return listTest(clause);
    case 'length': {
      const test = numberTest(clause);
      return (actual, today) => test(lengthOf(actual), today);
    }
  }
}

type ClauseWith<Test extends AttributeClause['test']> = Extract<AttributeClause, { test: Test }>;

function presenceTest(operator: ClauseWith<'presence'>['operator']): ClauseTest {
  switch (operator) {
    case 'is-set':
      return (actual) => actual !== null;
    case 'is-not-set':
      return (actual) => actual === null;
    case 'is-empty':
      return (actual) => lengthOf(actual) === 0;
    case 'is-not-empty':
      return (actual) => lengthOf(actual) !== 0;
  }
}

/** Elements of a list, characters of a text; nothing has length 0, a number or a boolean 1. */
export function lengthOf(actual: Actual): number {
  if (actual === null) return 0;
  if (typeof actual === 'string') return Array.from(actual).length;
  return Array.isArray(actual) ? actual.length : 1;
}

function asText(actual: Actual): string | null {
  if (typeof actual === 'string') return actual;
  return typeof actual === 'number' ? String(actual) : null;
}

/** Folds a text for comparison; the last one is remembered, for rules ask the same again and again. */
function folding(caseSensitive: boolean): (text: string) => string {
  let last = '';
  let folded = '';
  return (text) => {
    if (text !== last) {
      folded = caseSensitive ? text.normalize() : text.normalize().toLowerCase();
      last = text;
    }
    return folded;
  };
}

function textTest({ operator, value, caseSensitive }: ClauseWith<'text'>): ClauseTest {
  const fold = folding(caseSensitive);
  const wanted = fold(value);
  const holds = (compare: (text: string) => boolean): ClauseTest => {
    return (actual) => {
      const text = asText(actual);
      return text !== null && compare(fold(text));
    };
  };
  const fails = (compare: (text: string) => boolean): ClauseTest => {
    const test = holds(compare);
    return (actual, today) => !test(actual, today);
  };
  const pattern = () => compilePattern(value.normalize(), caseSensitive) ?? (() => false);
  switch (operator) {
    case 'equals':
      return holds((text) => text === wanted);
    case 'not-equals':
      return fails((text) => text === wanted);
    case 'contains':
      return holds((text) => text.includes(wanted));
    case 'not-contains':
      return fails((text) => text.includes(wanted));
    case 'starts-with':
      return holds((text) => text.startsWith(wanted));
    case 'not-starts-with':
      return fails((text) => text.startsWith(wanted));
    case 'ends-with':
      return holds((text) => text.endsWith(wanted));
    case 'not-ends-with':
      return fails((text) => text.endsWith(wanted));
    case 'matches':
      return holds(pattern());
    case 'not-matches':
      return fails(pattern());
  }
}

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

function dateTest({ operator, value, to }: ClauseWith<'date'>): ClauseTest {
  return (actual, today) =>
    typeof actual === 'string'
      ? compareDates(operator, actual, resolveDate(value, today), resolveDate(to, today))
      : operator === 'not-between';
}

function ageTest({ operator, days }: ClauseWith<'age'>): ClauseTest {
  return (actual, today) => {
    if (typeof actual !== 'string') return false;
    const limit = addDays(today, -days);
    return operator === 'within-last' ? actual >= limit && actual <= today : actual < limit;
  };
}

function todayTest({
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

function listTest({ operator, values }: ClauseWith<'list'>): ClauseTest {
  const elements = (actual: Actual): readonly string[] => {
    if (Array.isArray(actual)) return actual;
    const text = asText(actual);
    return text === null ? [] : [text];
  };
  switch (operator) {
    case 'contains-any':
      return (actual) => values.some((value) => elements(actual).includes(value));
    case 'contains-all':
      return (actual) => values.every((value) => elements(actual).includes(value));
    case 'contains-none':
      return (actual) => !values.some((value) => elements(actual).includes(value));
  }
}
