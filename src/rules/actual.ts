import type { AttributeClause, AttributeValue } from '../map/schema';

/** What a clause reads before it compares: an attribute's value, a number, a day, an arm, a persona. */
export type Actual = AttributeValue | null;

/** Compares what was read; `today` is for relative dates. `not` is applied by the caller. */
export type ClauseTest = (actual: Actual, today: string) => boolean;

/** An attribute clause of a kind of test. */
export type ClauseWith<Test extends AttributeClause['test']> = Extract<
  AttributeClause,
  { test: Test }
>;

/** Elements of a list, characters of a text; nothing has length 0, a number or a boolean 1. */
export function lengthOf(actual: Actual): number {
  if (actual === null) return 0;
  if (typeof actual === 'string') return Array.from(actual).length;
  return Array.isArray(actual) ? actual.length : 1;
}

/** What a text comparison reads: a text, or a number as it is written; null for anything else. */
export function asText(actual: Actual): string | null {
  if (typeof actual === 'string') return actual;
  return typeof actual === 'number' ? String(actual) : null;
}
