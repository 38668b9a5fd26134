// What rules compare with.

/** How a number is compared with one or two numbers; ends of (not-)between are inclusive. */
export const NUMBER_OPERATORS = [
  'equals',
  'not-equals',
  'less',
  'at-most',
  'more',
  'at-least',
  'between',
  'not-between',
] as const;

/** Whether an attribute has a value. *Empty* is an empty text or list; not set counts as empty. */
export const PRESENCE_OPERATORS = ['is-set', 'is-not-set', 'is-empty', 'is-not-empty'] as const;

/** How a text is compared. `matches` is a pattern of our own reader, never a regular expression of the browser. */
export const TEXT_OPERATORS = [
  'equals',
  'not-equals',
  'contains',
  'not-contains',
  'starts-with',
  'not-starts-with',
  'ends-with',
  'not-ends-with',
  'matches',
  'not-matches',
] as const;

/** How a date is compared, by days; ends of (not-)between are inclusive. */
export const DATE_OPERATORS = [
  'before',
  'on-or-before',
  'after',
  'on-or-after',
  'same-day',
  'between',
  'not-between',
] as const;

/** How the values of a list are compared with those of the rule. */
export const LIST_OPERATORS = ['contains-any', 'contains-all', 'contains-none'] as const;

/** Periods of the calendar that a date can lie in; a week begins on Monday. */
export const CALENDAR_PERIODS = ['week', 'month', 'year'] as const;

/** Which period, counted from the one that holds today. */
export const CALENDAR_OFFSETS = ['last', 'this', 'next'] as const;
