import { describe, expect, test } from 'vitest';
import { JourneyMap } from '../../src/map/schema';
import {
  canHoldTogether,
  personaCanSatisfy,
  satisfiable,
  type OverlapVerdict,
} from '../../src/rules';
import { parsed } from './support';

const id = (name: string) => name.padEnd(12, '-');
const map = JourneyMap.parse({
  format: 'journey-map',
  version: 1,
  id: id('map'),
  attributes: {
    [id('age')]: { type: 'number' },
    [id('plan')]: { type: 'choice', default: 'none' },
    [id('name')]: { type: 'text' },
    [id('born')]: { type: 'date' },
    [id('vip')]: { type: 'boolean' },
    [id('tags')]: { type: 'list' },
  },
  segments: {
    [id('old')]: { rule: { kind: 'days', operator: 'at-least', value: 55 } },
    [id('inner')]: { rule: { kind: 'segment', segment: id('old') } },
  },
});

const about = (attribute: string, test: object) => ({
  kind: 'attribute',
  attribute: id(attribute),
  ...test,
});
const number = (operator: string, value: number, to = 0) => ({ operator, value, to });
const age = (operator: string, value: number, to = 0) =>
  about('age', { test: 'number', ...number(operator, value, to) });
const text = (operator: string, value: string, more: object = {}) =>
  about('name', { test: 'text', operator, value, ...more });
const not = (rule: object) => ({ kind: 'group', match: 'none', rules: [rule] });
const judge = (...rules: object[]): OverlapVerdict =>
  satisfiable(parsed({ kind: 'group', rules }), map);

describe('what the walk counted', () => {
  const counted: [string, (name: string, test: object) => object][] = [
    ['visits', (name, test) => ({ kind: 'visits', touchpoint: id(name), ...test })],
    [
      'visits in a pass',
      (name, test) => ({ kind: 'visits', scope: 'pass', touchpoint: id(name), ...test }),
    ],
    ['transitions', (name, test) => ({ kind: 'taken', transition: id(name), ...test })],
    ['contacts', (name, test) => ({ kind: 'contacts', campaign: id(name), ...test })],
  ];
  test.each(counted)('is whole and never below zero: %s', (_, clause) => {
    const is = (...tests: object[]) => judge(...tests.map((one) => clause('a', one)));
    expect(is(number('less', 1))).toBe('yes');
    expect(is(number('less', 0))).toBe('no');
    expect(is(number('more', 2), number('less', 3))).toBe('no');
    expect(is(number('more', 2), number('less', 4))).toBe('yes');
    expect(is(number('equals', 2.5))).toBe('no');
    expect(is(number('at-least', 2.5), number('at-most', 3))).toBe('yes');
    expect(is(number('between', 2.1, 2.9))).toBe('no');
    expect(is(number('not-between', 0, 2), number('less', 4))).toBe('yes');
    expect(is(number('not-between', 0, 3), number('less', 4))).toBe('no');
  });

  test.each(counted)('is another number for another record: %s', (_, clause) => {
    const [more, none] = [number('more', 0), number('equals', 0)];
    expect(judge(clause('a', more), clause('a', none))).toBe('no');
    expect(judge(clause('a', more), clause('b', none))).toBe('yes');
  });

  test('in the whole walk is another number than in the pass', () => {
    const visits = (scope: string, test: object) => ({
      kind: 'visits',
      touchpoint: id('a'),
      scope,
      ...test,
    });
    const taken = (scope: string, test: object) => ({
      kind: 'taken',
      transition: id('a'),
      scope,
      ...test,
    });
    for (const clause of [visits, taken]) {
      const some = clause('journey', number('more', 0));
      expect(judge(some, clause('pass', number('equals', 0)))).toBe('yes');
      expect(judge(some, clause('journey', number('equals', 0)))).toBe('no');
    }
  });
});

describe('a number in between', () => {
  test('is found for days, which begin at zero', () => {
    const days = (test: object) => ({ kind: 'days', ...test });
    expect(judge(days(number('more', 2)), days(number('less', 3)))).toBe('yes');
    expect(judge(days(number('more', 3)), days(number('less', 3)))).toBe('no');
    expect(judge(days(number('less', 0)))).toBe('no');
    expect(judge(days(number('at-most', 0)))).toBe('yes');
    expect(judge(days(number('more', 1e6)))).toBe('yes');
  });

  test('is found for revenue, which may be below zero', () => {
    const revenue = (test: object) => ({ kind: 'revenue', ...test });
    expect(judge(revenue(number('less', -5)))).toBe('yes');
    expect(judge(revenue(number('more', 5)), revenue(number('less', -5)))).toBe('no');
    expect(judge(revenue(number('more', 5)), revenue(number('less', 5.5)))).toBe('yes');
  });

  test('is found for an attribute, on and between all that is named', () => {
    expect(judge(age('more', 2), age('less', 3))).toBe('yes');
    expect(judge(age('less', -1e9))).toBe('yes');
    expect(judge(age('more', 1e9))).toBe('yes');
    expect(judge(age('between', 3, 2))).toBe('no');
    expect(judge(age('between', 1, 5), age('not-between', 2, 9))).toBe('yes');
    expect(judge(age('between', 2, 5), age('not-between', 2, 9))).toBe('no');
    expect(judge(age('not-equals', 2), age('at-least', 2), age('at-most', 2))).toBe('no');
  });

  test('may be compared as a text, or as one of several', () => {
    const written = (operator: string, value: string) =>
      about('age', { test: 'text', operator, value });
    expect(judge(written('equals', '7'), age('equals', 7))).toBe('yes');
    expect(judge(written('equals', '7'), age('equals', 8))).toBe('no');
    expect(judge(written('not-equals', '7'), age('equals', 7))).toBe('no');
    expect(judge(written('contains', '77'), age('less', 50))).toBe('unknown');
    expect(judge(written('equals', 'seven'))).toBe('no');
    expect(judge(about('age', { test: 'one-of', values: ['7', 'x'] }), age('more', 6))).toBe('yes');
    expect(judge(about('age', { test: 'one-of', values: ['7'] }), age('more', 7))).toBe('no');
    const list = { test: 'list', operator: 'contains-any', values: ['7'] };
    expect(judge(about('age', list), age('more', 6))).toBe('yes');
  });

  test('may be missing', () => {
    const unset = about('age', { test: 'presence', operator: 'is-not-set' });
    expect(judge(unset)).toBe('yes');
    expect(judge(unset, age('not-equals', 1))).toBe('yes');
    expect(judge(unset, age('less', 1))).toBe('no');
  });
});

describe('who the customer is', () => {
  test('a draw lies strictly between zero and one, and each clause has its own', () => {
    const share = (name: string, value: number) => ({ kind: 'share', id: id(name), share: value });
    expect(judge(share('a', 0))).toBe('no');
    expect(judge(not(share('a', 1)))).toBe('no');
    expect(judge(share('a', 1))).toBe('yes');
    expect(judge(share('a', 0.001))).toBe('yes');
    expect(judge(not(share('a', 0.999)))).toBe('yes');
    expect(judge(share('a', 0.3), not(share('a', 0.2)))).toBe('yes');
    expect(judge(share('a', 0.2), not(share('a', 0.3)))).toBe('no');
    expect(judge(share('a', 0.2), not(share('b', 0.3)))).toBe('yes');
  });

  test('an arm is one of a campaign’s, or none', () => {
    const arm = (campaign: string, name: string) => ({
      kind: 'arm',
      campaign: id(campaign),
      arm: name,
    });
    expect(judge(arm('mail', 'control'))).toBe('yes');
    expect(judge(arm('mail', 'treated'))).toBe('yes');
    expect(judge(arm('mail', id('short')))).toBe('yes');
    expect(judge(arm('mail', 'control'), arm('mail', 'treated'))).toBe('no');
    expect(judge(arm('mail', id('short')), arm('mail', 'treated'))).toBe('yes');
    expect(judge(arm('mail', id('short')), arm('mail', id('long')))).toBe('no');
    expect(judge(arm('mail', 'control'), arm('call', 'treated'))).toBe('yes');
    expect(judge(not(arm('mail', 'control')), not(arm('mail', 'treated')))).toBe('yes');
    expect(judge(arm('mail', 'treated'), not(arm('mail', id('short'))))).toBe('yes');
  });

  test('a persona is one of all', () => {
    const persona = (name: string) => ({ kind: 'persona', persona: id(name) });
    expect(judge(persona('ben'))).toBe('yes');
    expect(judge(not(persona('ben')))).toBe('yes');
    expect(judge(persona('ben'), persona('eve'))).toBe('no');
    expect(judge(persona('ben'), not(persona('eve')))).toBe('yes');
  });

  test('everybody is everybody', () => {
    expect(judge({ kind: 'everyone' })).toBe('yes');
    expect(judge({ kind: 'everyone', not: true })).toBe('no');
    expect(judge(not({ kind: 'everyone' }))).toBe('no');
  });

  test('a segment’s rule is looked into; one that is missing has no members', () => {
    const segment = (name: string) => ({ kind: 'segment', segment: id(name) });
    const days = (test: object) => ({ kind: 'days', ...test });
    expect(judge(segment('old'), days(number('less', 55)))).toBe('no');
    expect(judge(segment('old'), days(number('at-most', 55)))).toBe('yes');
    expect(judge(segment('inner'), days(number('less', 55)))).toBe('no');
    expect(judge(not(segment('old')), days(number('at-least', 55)))).toBe('no');
    expect(judge(segment('gone'))).toBe('no');
    expect(judge(not(segment('gone')))).toBe('yes');
  });
});

describe('a yes or no', () => {
  const vip = (value: boolean) => about('vip', { test: 'boolean', value });
  test('is one of the two, or neither', () => {
    expect(judge(vip(true))).toBe('yes');
    expect(judge(vip(false))).toBe('yes');
    expect(judge(vip(true), vip(false))).toBe('no');
    expect(judge(not(vip(true)), not(vip(false)))).toBe('yes');
    const isSet = about('vip', { test: 'presence', operator: 'is-set' });
    expect(judge(not(vip(true)), not(vip(false)), isSet)).toBe('no');
  });
});

describe('a text', () => {
  test('is made of the parts it begins, goes on and ends with', () => {
    expect(judge(text('starts-with', 'Dr.'), text('ends-with', 'PhD'))).toBe('yes');
    expect(
      judge(text('starts-with', 'Dr.'), text('contains', 'von'), text('ends-with', 'PhD')),
    ).toBe('yes');
    expect(judge(text('contains', 'ab'), text('contains', 'cd'))).toBe('yes');
    expect(judge(text('starts-with', 'a'), text('starts-with', 'ab'))).toBe('yes');
    expect(judge(text('ends-with', 'b'), text('ends-with', 'ab'))).toBe('yes');
    expect(judge(not(text('not-starts-with', 'Dr.')), not(text('not-ends-with', 'PhD')))).toBe(
      'yes',
    );
    expect(judge(text('contains', 'ab'), not(text('starts-with', 'ab')))).toBe('unknown');
  });

  test('that is named whole leaves nothing else to try', () => {
    expect(judge(text('equals', 'abc'), text('starts-with', 'b'))).toBe('no');
    expect(judge(text('equals', 'abc'), text('starts-with', 'ab'))).toBe('yes');
    expect(judge(not(text('not-equals', 'abc')), text('starts-with', 'b'))).toBe('no');
    expect(
      judge(about('name', { test: 'one-of', values: ['a', 'b'] }), text('ends-with', 'c')),
    ).toBe('no');
    expect(judge(about('name', { test: 'one-of', values: ['a', 'b'] }), text('equals', 'b'))).toBe(
      'yes',
    );
    expect(
      judge(not(about('name', { test: 'one-of', values: ['a'] })), text('ends-with', 'c')),
    ).toBe('yes');
    expect(
      judge(text('not-equals', 'abc'), text('starts-with', 'abd'), text('equals', 'abd')),
    ).toBe('yes');
  });

  test('may be none of those that are named, unless only those are left', () => {
    expect(judge(text('not-equals', 'a'), text('not-equals', 'b'))).toBe('yes');
    expect(judge(text('not-equals', ''), not(text('not-equals', 'b')))).toBe('yes');
    const isSet = about('name', { test: 'presence', operator: 'is-set' });
    const isEmpty = about('name', { test: 'presence', operator: 'is-empty' });
    expect(judge(text('not-equals', ''), isSet)).toBe('yes');
    expect(judge(text('not-equals', ''), isSet, isEmpty)).toBe('no');
  });

  test('in two spellings is not known where case counts for one of them only', () => {
    const exact = (operator: string, value: string) =>
      text(operator, value, { caseSensitive: true });
    expect(judge(exact('equals', 'A'), text('equals', 'a'))).toBe('yes');
    expect(judge(exact('equals', 'A'), exact('equals', 'a'))).toBe('no');
    expect(judge(exact('equals', 'A'), text('equals', 'b'))).toBe('unknown');
  });

  test('is as long as it has to be', () => {
    const long = (operator: string, value: number, to = 0) =>
      about('name', { test: 'length', ...number(operator, value, to) });
    expect(judge(long('equals', 7))).toBe('yes');
    expect(judge(long('more', 7))).toBe('yes');
    expect(judge(long('less', 7))).toBe('yes');
    expect(judge(long('between', 7, 9))).toBe('yes');
    expect(judge(long('equals', 2), text('equals', 'ab'))).toBe('yes');
    expect(judge(long('equals', 3), text('equals', 'ab'))).toBe('unknown');
    expect(judge(long('more', 500))).toBe('unknown');
    expect(judge(long('equals', 500))).toBe('yes');
  });

  test('is no number, no yes and no list', () => {
    expect(judge(about('name', { test: 'number', ...number('equals', 3) }))).toBe('no');
    expect(judge(about('name', { test: 'boolean', value: true }))).toBe('no');
    const list = (operator: string) => about('name', { test: 'list', operator, values: ['a'] });
    expect(judge(list('contains-any'))).toBe('yes');
    expect(judge(list('contains-any'), text('equals', 'b'))).toBe('unknown');
    expect(
      judge(
        about('name', { test: 'date', operator: 'after', value: '2026-01-01' }),
        text('equals', ''),
      ),
    ).toBe('unknown');
  });
});

describe('a day', () => {
  const born = (operator: string, value: string | number, to: string | number = 0) => {
    const day = (one: string | number) => (typeof one === 'string' ? one : { daysFromToday: one });
    return about('born', { test: 'date', operator, value: day(value), to: day(to) });
  };
  test.each<[string, object[], OverlapVerdict]>([
    ['between two others', [born('after', '2026-03-01'), born('before', '2026-03-03')], 'yes'],
    ['between neighbours', [born('after', '2026-03-01'), born('before', '2026-03-02')], 'no'],
    [
      'on both borders',
      [born('on-or-after', '2026-03-01'), born('on-or-before', '2026-03-01')],
      'yes',
    ],
    ['on a border left out', [born('after', '2026-03-01'), born('same-day', '2026-03-01')], 'no'],
    ['on two days', [born('same-day', '2026-03-01'), born('same-day', '2026-03-02')], 'no'],
    ['in a range', [born('between', '2026-03-01', '2026-03-05')], 'yes'],
    ['in a range turned over', [born('between', '2026-03-05', '2026-03-01')], 'no'],
    [
      'in a range and after its end',
      [born('between', '2026-03-01', '2026-03-05'), born('after', '2026-03-05')],
      'no',
    ],
    [
      'in a range and on its end',
      [born('between', '2026-03-01', '2026-03-05'), born('on-or-after', '2026-03-05')],
      'yes',
    ],
    [
      'out of a range and in it',
      [born('not-between', '2026-03-01', '2026-03-05'), born('same-day', '2026-03-03')],
      'no',
    ],
    ['between two relative days', [born('after', -5), born('before', -3)], 'yes'],
    ['between relative neighbours', [born('after', -5), born('before', -4)], 'no'],
    ['of both kinds, where one will do', [born('after', '2020-01-01'), born('before', 0)], 'yes'],
    [
      'of both kinds, where it depends',
      [born('after', '2027-01-01'), born('before', 0)],
      'unknown',
    ],
    [
      'in a period and out of it',
      [
        about('born', { test: 'period', offset: 'this', period: 'month' }),
        not(about('born', { test: 'period', offset: 'this', period: 'month' })),
      ],
      'unknown',
    ],
    ['in a period', [about('born', { test: 'period', offset: 'next', period: 'year' })], 'yes'],
    [
      'in a period and long ago',
      [
        about('born', { test: 'period', offset: 'this', period: 'week' }),
        about('born', { test: 'age', operator: 'more-than-ago', days: 30 }),
      ],
      'unknown',
    ],
    [
      'within some days and after them',
      [
        about('born', { test: 'age', operator: 'within-last', days: 5 }),
        about('born', { test: 'age', operator: 'more-than-ago', days: 4 }),
      ],
      'yes',
    ],
    ['after the years that have four digits', [born('after', '9999-12-31')], 'unknown'],
    [
      'that is not set and is compared',
      [about('born', { test: 'presence', operator: 'is-not-set' }), born('after', '2026-01-01')],
      'no',
    ],
    [
      'that is not set and out of a range',
      [
        about('born', { test: 'presence', operator: 'is-not-set' }),
        born('not-between', '2026-01-01', '2026-02-01'),
      ],
      'yes',
    ],
    [
      'compared as a text',
      [about('born', { test: 'text', operator: 'equals', value: 'x' })],
      'unknown',
    ],
    ['as a number', [about('born', { test: 'number', ...number('more', 1) })], 'no'],
  ])('%s: %#', (_, rules, expected) => {
    expect(judge(...rules)).toBe(expected);
  });

  const today = (operator: string, value: string, to = '2000-12-31', yearly = false) => ({
    kind: 'today',
    operator,
    value,
    to,
    yearly,
  });
  test.each<[string, object[], OverlapVerdict]>([
    ['between neighbours', [today('after', '2026-03-01'), today('before', '2026-03-02')], 'no'],
    ['between others', [today('after', '2026-03-01'), today('before', '2026-03-03')], 'yes'],
    ['in a range', [today('between', '2026-03-01', '2026-03-05')], 'yes'],
    [
      'in a range and after',
      [today('between', '2026-03-01', '2026-03-05'), today('after', '2026-03-05')],
      'no',
    ],
    [
      'in a season',
      [today('between', '2026-12-01', '2026-02-28', true), today('after', '2026-12-31', '', true)],
      'no',
    ],
    ['on the last of February', [today('same-day', '2028-02-29', '2000-12-31', true)], 'yes'],
    [
      'in no season',
      [
        today('between', '2026-01-01', '2026-06-30', true),
        today('between', '2026-07-01', '2026-12-31', true),
      ],
      'no',
    ],
    [
      'in a season and on a day',
      [today('between', '2026-01-01', '2026-01-31', true), today('same-day', '2026-06-01')],
      'unknown',
    ],
    [
      'in a season and on a day of it',
      [today('between', '2026-01-01', '2026-01-31', true), today('same-day', '2026-01-07')],
      'yes',
    ],
  ])('that is today, %s', (_, rules, expected) => {
    const whole = rules.map((rule) => ({
      ...rule,
      to: 'to' in rule && rule.to !== '' ? rule.to : '2000-12-31',
    }));
    expect(judge(...whole)).toBe(expected);
  });
});

describe('a list', () => {
  const tags = (operator: string, ...values: string[]) =>
    about('tags', { test: 'list', operator, values });
  test.each<[string, object[], OverlapVerdict]>([
    ['with one of some', [tags('contains-any', 'a', 'b')], 'yes'],
    ['with all of some', [tags('contains-all', 'a', 'b')], 'yes'],
    ['with none of some', [tags('contains-none', 'a', 'b')], 'yes'],
    ['with one and none of it', [tags('contains-any', 'a'), tags('contains-none', 'a')], 'no'],
    [
      'with one of two, and not the first',
      [tags('contains-any', 'a', 'b'), tags('contains-none', 'a')],
      'yes',
    ],
    [
      'with all, and not the last',
      [tags('contains-all', 'a', 'b'), tags('contains-none', 'b')],
      'no',
    ],
    [
      'with all but not the like',
      [tags('contains-all', 'a'), not(tags('contains-all', 'a', 'b'))],
      'yes',
    ],
    [
      'with one, but not both',
      [tags('contains-any', 'a', 'b'), not(tags('contains-all', 'a', 'b'))],
      'yes',
    ],
    ['without any of one', [not(tags('contains-any', 'a')), tags('contains-all', 'a')], 'no'],
    ['not without one', [not(tags('contains-none', 'a')), not(tags('contains-any', 'a'))], 'no'],
    [
      'not without one, which it has',
      [not(tags('contains-none', 'a')), tags('contains-any', 'a')],
      'yes',
    ],
    [
      'of a length',
      [about('tags', { test: 'length', ...number('equals', 1) }), tags('contains-all', 'a')],
      'yes',
    ],
    [
      'of a length it does not have',
      [about('tags', { test: 'length', ...number('equals', 9) }), tags('contains-all', 'a')],
      'unknown',
    ],
    [
      'that is empty',
      [about('tags', { test: 'presence', operator: 'is-empty' }), tags('contains-none', 'a')],
      'yes',
    ],
    [
      'that is empty and has one',
      [about('tags', { test: 'presence', operator: 'is-empty' }), tags('contains-any', 'a')],
      'no',
    ],
    [
      'that is not empty and has none',
      [about('tags', { test: 'presence', operator: 'is-not-empty' }), tags('contains-none', 'a')],
      'yes',
    ],
    ['as a number', [about('tags', { test: 'number', ...number('more', 1) })], 'no'],
  ])('%s', (_, rules, expected) => {
    expect(judge(...rules)).toBe(expected);
  });

  test('that needs one and lacks one is not decided by a few', () => {
    expect(
      judge(
        tags('contains-any', 'a', 'b'),
        tags('contains-any', 'c', 'd'),
        not(tags('contains-all', 'a', 'c')),
        not(tags('contains-all', 'a', 'd')),
        not(tags('contains-all', 'b', 'c')),
        not(tags('contains-all', 'b', 'd')),
      ),
    ).toBe('unknown');
  });
});

describe('a group', () => {
  const yes = (n: number) => ({
    kind: 'visits',
    touchpoint: id(`t${String(n)}`),
    ...number('more', 0),
  });
  const group = (match: string, rules: object[]) => ({ kind: 'group', match, rules });
  test.each<[string, object[], OverlapVerdict]>([
    ['one of two', [group('one', [yes(1), yes(2)])], 'yes'],
    ['one of two, both of which hold', [group('one', [yes(1), yes(2)]), yes(1), yes(2)], 'no'],
    ['one of two, one of which holds', [group('one', [yes(1), yes(2)]), yes(2)], 'yes'],
    [
      'one of two, none of which holds',
      [group('one', [yes(1), yes(2)]), not(yes(1)), not(yes(2))],
      'no',
    ],
    ['not one of two', [not(group('one', [yes(1), yes(2)]))], 'yes'],
    ['not one of two, one of which holds', [not(group('one', [yes(1), yes(2)])), yes(1)], 'yes'],
    [
      'not one of two, exactly one of which holds',
      [not(group('one', [yes(1), yes(2)])), yes(1), not(yes(2))],
      'no',
    ],
    [
      'not one of three, the first and last of which hold',
      [not(group('one', [yes(1), yes(2), yes(3)])), yes(1), not(yes(2)), yes(3)],
      'yes',
    ],
    ['not one of one that holds', [not(group('one', [yes(1)])), yes(1)], 'no'],
    ['not all, all of which hold', [not(group('all', [yes(1), yes(2)])), yes(1), yes(2)], 'no'],
    ['not all, one of which holds', [not(group('all', [yes(1), yes(2)])), yes(1)], 'yes'],
    ['not any, one of which holds', [not(group('any', [yes(1), yes(2)])), yes(2)], 'no'],
    ['not none', [not(group('none', [yes(1), yes(2)])), not(yes(1))], 'yes'],
    [
      'not none, none of which holds',
      [not(group('none', [yes(1), yes(2)])), not(yes(1)), not(yes(2))],
      'no',
    ],
    ['any of nothing', [group('any', [])], 'no'],
    ['not any of nothing', [not(group('any', []))], 'yes'],
    ['one of nothing', [group('one', [])], 'no'],
    ['not all of nothing', [not(group('all', []))], 'no'],
    [
      'any, the first of which cannot be told',
      [group('any', [text('matches', 'a'), yes(1)])],
      'yes',
    ],
    [
      'any, none of which can be told',
      [
        group('any', [text('matches', '^a+$'), { kind: 'everyone', not: true }]),
        text('starts-with', 'b'),
      ],
      'unknown',
    ],
  ])('%s', (_, rules, expected) => {
    expect(judge(...rules)).toBe(expected);
  });
});

describe('a search', () => {
  const visits = { kind: 'visits', touchpoint: id('a'), ...number('more', 0) };
  test('asks for rules that shall hold and rules that shall fail', () => {
    const rule = parsed(visits);
    const together = (...holds: boolean[]) =>
      canHoldTogether(
        holds.map((one) => ({ rule, holds: one })),
        map,
      );
    expect([together(true), together(false), together(true, false), together()]).toEqual([
      'yes',
      'yes',
      'no',
      'yes',
    ]);
  });

  test('counts its steps down, and says that it does not know when they are used up', () => {
    const budget = { steps: 3 };
    expect(satisfiable(parsed(visits), map, budget)).toBe('yes');
    expect(budget.steps).toBe(2);
    const two = parsed({ kind: 'group', rules: [visits, visits] });
    expect(satisfiable(two, map, budget)).toBe('unknown');
    expect(budget.steps).toBe(0);
    expect(satisfiable(two, map, { steps: 3 })).toBe('yes');
  });

  test('takes no more than 5,000 steps of a larger budget', () => {
    const either = (n: number) => ({
      kind: 'group',
      match: 'any',
      rules: [0, 1].map((side) => ({
        kind: 'visits',
        touchpoint: id(`t${String(n)}-${String(side)}`),
        ...number('more', 0),
      })),
    });
    const long = [
      age('equals', 1),
      { ...age('equals', 1), not: true },
      ...Array.from({ length: 30 }, (_, n) => either(n)),
    ];
    const budget = { steps: 20_000 };
    expect(satisfiable(parsed({ kind: 'group', rules: long }), map, budget)).toBe('unknown');
    expect(budget.steps).toBe(15_000);
  });
});

describe('a persona', () => {
  const ben = (distribution: object, rule: object, effects: object = {}) =>
    personaCanSatisfy(
      id('ben'),
      parsed(rule),
      JourneyMap.parse({
        ...map,
        personas: { [id('ben')]: { attributes: { [id('age')]: distribution } } },
        touchpoints: { [id('pay')]: { effects } },
      }),
    );
  test.each<[object, object, OverlapVerdict]>([
    [{ family: 'fixed', value: 7 }, age('equals', 7), 'yes'],
    [{ family: 'fixed', value: 7 }, age('equals', 8), 'no'],
    [
      {
        family: 'choice',
        options: [
          { value: 1, share: 1 },
          { value: 2, share: 0 },
        ],
      },
      age('equals', 1),
      'yes',
    ],
    [
      {
        family: 'choice',
        options: [
          { value: 1, share: 1 },
          { value: 2, share: 0 },
        ],
      },
      age('equals', 2),
      'no',
    ],
    [{ family: 'empirical', values: [3, 4] }, age('equals', 4), 'yes'],
    [{ family: 'empirical', values: [3, 4] }, age('equals', 3.5), 'no'],
    [{ family: 'uniform', min: 2, max: 5 }, age('at-most', 2), 'yes'],
    [{ family: 'uniform', min: 2, max: 5 }, age('less', 2), 'no'],
    [{ family: 'uniform', min: 2, max: 5 }, age('at-least', 5), 'yes'],
    [{ family: 'uniform', min: 2, max: 5 }, age('more', 5), 'no'],
    [{ family: 'uniform', min: 2, max: 5 }, age('between', 3, 4), 'yes'],
    [{ family: 'uniform', min: 3, max: 3 }, age('equals', 3), 'yes'],
    [{ family: 'triangular', min: 2, mode: 3, max: 5 }, age('more', 5), 'no'],
    [{ family: 'pert', min: 2, mode: 3, max: 5 }, age('less', 2), 'no'],
    [{ family: 'beta', alpha: 1, beta: 2, min: 2, max: 5 }, age('more', 5), 'no'],
    [{ family: 'beta', alpha: 1, beta: 2, min: 2, max: 5 }, age('more', 4), 'yes'],
    [{ family: 'exponential', mean: 3 }, age('less', 0), 'no'],
    [{ family: 'exponential', mean: 3 }, age('more', 900), 'yes'],
    [{ family: 'gamma', shape: 1, scale: 2 }, age('less', 0), 'no'],
    [{ family: 'weibull', shape: 1, scale: 2 }, age('less', 0), 'no'],
    [{ family: 'lognormal', median: 1, sigma: 2 }, age('less', 0), 'no'],
    [{ family: 'lognormal', median: 1, sigma: 2 }, age('more', 90), 'yes'],
    [{ family: 'normal', mean: 3, sd: 1 }, age('less', -90), 'yes'],
    [{ family: 'normal', mean: 3, sd: 1 }, age('more', 90), 'yes'],
    [{ family: 'truncated-normal', mean: 3, sd: 1, min: 0 }, age('less', 0), 'no'],
    [{ family: 'truncated-normal', mean: 3, sd: 1, min: 0 }, age('more', 90), 'yes'],
    [{ family: 'truncated-normal', mean: 3, sd: 1, max: 9 }, age('more', 9), 'no'],
    [{ family: 'truncated-normal', mean: 3, sd: 1, max: 9 }, age('less', -90), 'yes'],
    [{ family: 'flag', share: 0 }, about('age', { test: 'boolean', value: true }), 'no'],
    [{ family: 'flag', share: 1 }, about('age', { test: 'boolean', value: false }), 'no'],
    [{ family: 'flag', share: 1 }, about('age', { test: 'boolean', value: true }), 'yes'],
    [{ family: 'flag', share: 0.5 }, about('age', { test: 'boolean', value: true }), 'yes'],
    [{ family: 'flag', share: 0.5 }, about('age', { test: 'boolean', value: false }), 'yes'],
    [
      { family: 'uniform', min: 2, max: 5 },
      about('age', { test: 'text', operator: 'contains', value: '7' }),
      'unknown',
    ],
    [
      { family: 'fixed', value: 3 },
      about('age', { test: 'text', operator: 'contains', value: '7' }),
      'no',
    ],
    [
      { family: 'fixed', value: '2020-01-01' },
      about('age', {
        test: 'date',
        operator: 'after',
        value: '2020-01-01',
        to: '2020-01-01',
      }),
      'no',
    ],
    [
      { family: 'fixed', value: '2020-01-01' },
      about('age', { test: 'date', operator: 'after', value: { daysFromToday: 0 } }),
      'unknown',
    ],
    [
      { family: 'fixed', value: '2020-01-01' },
      about('age', { test: 'age', operator: 'within-last', days: 3 }),
      'unknown',
    ],
    [
      { family: 'fixed', value: '2020-01-01' },
      about('age', { test: 'period', offset: 'this', period: 'week' }),
      'unknown',
    ],
  ])('with %j and %j: %s', (distribution, rule, expected) => {
    expect(ben(distribution, rule)).toBe(expected);
  });

  test('is what the attribute is by default where nothing is said', () => {
    const plan = (value: string) => about('plan', { test: 'text', operator: 'equals', value });
    expect(ben({ family: 'fixed', value: 1 }, plan('none'))).toBe('yes');
    expect(ben({ family: 'fixed', value: 1 }, plan('full'))).toBe('no');
    const isSet = about('born', { test: 'presence', operator: 'is-set' });
    expect(ben({ family: 'fixed', value: 1 }, isSet)).toBe('no');
  });

  test('can become what effects set, and anything where they calculate', () => {
    const set = (value: number) => ({ attribute: id('age'), operation: 'set', value });
    const [one, two] = [id('one'), id('two')];
    const fixed = { family: 'fixed', value: 7 };
    expect(ben(fixed, age('equals', 8), { [one]: set(8), [two]: set(9) })).toBe('yes');
    expect(ben(fixed, age('equals', 9), { [one]: set(8), [two]: set(9) })).toBe('yes');
    expect(ben(fixed, age('equals', 7), { [one]: set(8) })).toBe('yes');
    expect(ben(fixed, age('equals', 6), { [one]: set(8) })).toBe('no');
    const add = { attribute: id('age'), operation: 'add', value: 1 };
    expect(ben(fixed, age('equals', 6), { [one]: add })).toBe('yes');
    const other = { attribute: id('plan'), operation: 'append', value: 'x' };
    expect(ben(fixed, age('equals', 6), { [one]: other })).toBe('no');
  });

  test('that is missing is judged by the defaults', () => {
    const plan = (value: string) =>
      parsed(about('plan', { test: 'text', operator: 'equals', value }));
    expect(personaCanSatisfy(id('gone'), plan('none'), map)).toBe('yes');
    expect(personaCanSatisfy(id('gone'), plan('full'), map)).toBe('no');
  });
});
