import { describe, expect, test } from 'vitest';
import type { Attribute, AttributeValue, Effect } from '../../../src/map/schema';
import { LIMITS } from '../../../src/map/schema';
import { afterEffect } from '../../../src/simulation/setup/effects';

type Case = [
  what: string,
  type: Attribute['type'],
  now: AttributeValue | null,
  operation: Effect['operation'],
  value: AttributeValue,
  after: AttributeValue | undefined,
];
const full = Array.from({ length: LIMITS.listValues }, (_, index) => `item ${index}`);

describe('what an effect makes of an attribute', () => {
  test.each<Case>([
    ['sets any value', 'text', 'old', 'set', 'new', 'new'],
    ['sets no number that is none', 'number', 1, 'set', Infinity, undefined],
    ['adds to a number', 'number', 5, 'add', -2, 3],
    ['adds to a number that is unset as to 0', 'number', null, 'add', 2, 2],
    ['multiplies a number', 'number', 5, 'multiply', -2, -10],
    ['adds nothing to a text', 'text', 'five', 'add', 2, undefined],
    ['adds no text to a number', 'number', 5, 'add', 'two', undefined],
    ['refuses a result too large', 'number', 1e308, 'multiply', 10, undefined],
    ['moves a date by days', 'date', '2024-02-28', 'add', 2, '2024-03-01'],
    ['moves a date back', 'date', '2024-01-01', 'add', -1, '2023-12-31'],
    ['moves no date that is unset', 'date', null, 'add', 2, undefined],
    ['moves no date out of the calendar', 'date', '9999-12-31', 'add', 1, undefined],
    ['moves no date by for ever', 'date', '2024-01-01', 'add', Infinity, undefined],
    ['appends to a list', 'list', ['a'], 'append', ['b', 'c'], ['a', 'b', 'c']],
    ['appends one item to an unset list', 'list', null, 'append', 'a', ['a']],
    [
      'appends up to the limit of a list',
      'list',
      full.slice(1),
      'append',
      'last',
      [...full.slice(1), 'last'],
    ],
    ['appends nothing beyond it', 'list', full, 'append', 'more', undefined],
    ['removes every such item from a list', 'list', ['a', 'b', 'a'], 'remove', 'a', ['b']],
    ['removes nothing from a number', 'number', 5, 'remove', 'a', undefined],
    ['appends no number', 'list', ['a'], 'append', 1, undefined],
  ])('%s', (_, type, now, operation, value, after) => {
    expect(afterEffect(now, { operation, value }, type)).toEqual(after);
  });
});
