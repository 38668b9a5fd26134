import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JourneyMap, Rule, type RuleInput } from '../../src/map/schema';
import { type Facts, holds } from '../../src/rules';
import { canBothHold, personaCanSatisfy, satisfiable } from '../../src/rules/overlap';
import { runs } from '../support/runs';

const id = (name: string) => name.padEnd(12, '-');
const map = JourneyMap.parse({
  format: 'journey-map',
  version: 1,
  id: id('map'),
  attributes: {
    [id('age')]: { type: 'number' },
    [id('plan')]: { type: 'choice', choices: ['Light', 'Full'], default: 'none' },
    [id('name')]: { type: 'text' },
    [id('born')]: { type: 'date' },
    [id('vip')]: { type: 'boolean' },
    [id('tags')]: { type: 'list' },
    [id('paid')]: { type: 'number', default: 0 },
  },
  segments: {
    [id('old')]: {
      rule: {
        kind: 'attribute',
        attribute: id('age'),
        test: 'number',
        operator: 'at-least',
        value: 55,
      },
    },
    [id('self')]: { rule: { kind: 'segment', segment: id('self') } },
  },
  personas: {
    [id('ben')]: {
      attributes: {
        [id('age')]: { family: 'truncated-normal', mean: 23, sd: 3, max: 40 },
        [id('vip')]: { family: 'flag', share: 0 },
      },
    },
  },
  touchpoints: {
    [id('pay')]: {
      effects: {
        [id('set')]: { attribute: id('plan'), value: 'Full' },
        [id('add')]: { attribute: id('paid'), operation: 'add', value: 1 },
      },
    },
  },
});

const number = (attribute: string, operator: string, value: number, to = 0) =>
  ({
    kind: 'attribute',
    attribute: id(attribute),
    test: 'number',
    operator,
    value,
    to,
  }) as RuleInput;
const text = (attribute: string, operator: string, value: string) =>
  ({ kind: 'attribute', attribute: id(attribute), test: 'text', operator, value }) as RuleInput;
const all = (...rules: RuleInput[]): RuleInput => ({ kind: 'group', rules });
const any = (...rules: RuleInput[]): RuleInput => ({ kind: 'group', match: 'any', rules });
const verdict = (rule: RuleInput) => satisfiable(Rule.parse(rule), map);
const ben = (rule: RuleInput) => personaCanSatisfy(id('ben'), Rule.parse(rule), map);

describe('a rule', () => {
  test.each<[string, RuleInput, 'yes' | 'no' | 'unknown']>([
    [
      'of two ranges that touch can hold',
      all(number('age', 'at-most', 5), number('age', 'at-least', 5)),
      'yes',
    ],
    [
      'of two ranges apart cannot',
      all(number('age', 'less', 5), number('age', 'at-least', 5)),
      'no',
    ],
    [
      'of two texts at once cannot',
      all(text('plan', 'equals', 'Light'), text('plan', 'equals', 'Full')),
      'no',
    ],
    [
      'of one text in two cases can',
      all(text('plan', 'equals', 'light'), text('plan', 'equals', 'LIGHT')),
      'yes',
    ],
    [
      'of parts of one text can',
      all(text('name', 'starts-with', 'An'), text('name', 'ends-with', 'na')),
      'yes',
    ],
    [
      'of a pattern is not known',
      all(text('name', 'matches', '^a+$'), text('name', 'starts-with', 'b')),
      'unknown',
    ],
    [
      'of a segment and its opposite cannot',
      all({ kind: 'segment', segment: id('old') }, number('age', 'less', 55)),
      'no',
    ],
    ['of a segment within itself cannot', { kind: 'segment', segment: id('self') }, 'no'],
    ['of nothing in any cannot', any(), 'no'],
    ['of nothing at all can', all(), 'yes'],
    [
      'of exactly one of a thing and its like cannot',
      { kind: 'group', match: 'one', rules: [number('age', 'more', 1), number('age', 'more', 1)] },
      'no',
    ],
    ['of a draw under 0 cannot', { kind: 'share', id: id('draw'), share: 0 }, 'no'],
    [
      'of half a visit cannot',
      all(
        ...(['more', 'less'] as const).map((operator, n): RuleInput => ({
          kind: 'visits',
          touchpoint: id('pay'),
          operator,
          value: n,
        })),
      ),
      'no',
    ],
    [
      'of winter and summer cannot',
      all(
        { kind: 'today', operator: 'between', value: '2026-12-01', to: '2026-02-28', yearly: true },
        { kind: 'today', operator: 'between', value: '2026-06-01', to: '2026-08-31', yearly: true },
      ),
      'no',
    ],
    [
      'of this week and a week ago cannot',
      all(
        { kind: 'attribute', attribute: id('born'), test: 'age', operator: 'within-last', days: 7 },
        {
          kind: 'attribute',
          attribute: id('born'),
          test: 'age',
          operator: 'more-than-ago',
          days: 7,
        },
      ),
      'no',
    ],
    [
      'of a fixed day and a relative one is not known',
      all(
        {
          kind: 'attribute',
          attribute: id('born'),
          test: 'date',
          operator: 'before',
          value: '2020-01-01',
        },
        { kind: 'attribute', attribute: id('born'), test: 'age', operator: 'within-last', days: 7 },
      ),
      'unknown',
    ],
    [
      'of a list with and without one cannot',
      all(
        {
          kind: 'attribute',
          attribute: id('tags'),
          test: 'list',
          operator: 'contains-all',
          values: ['a', 'b'],
        },
        {
          kind: 'attribute',
          attribute: id('tags'),
          test: 'list',
          operator: 'contains-none',
          values: ['b'],
        },
      ),
      'no',
    ],
    [
      'of an attribute nobody declared is not known',
      all(number('lost', 'less', 1), number('lost', 'more', 2)),
      'unknown',
    ],
  ])('%s', (_, rule, expected) => {
    expect(verdict(rule)).toBe(expected);
  });

  test('that is too long to search is not known', { timeout: 60_000 }, () => {
    const either = (a: RuleInput, b: RuleInput) => any(a, b);
    const visited = (name: string, n: number): RuleInput => ({
      kind: 'visits',
      touchpoint: id(`${name}-${String(n)}`),
      operator: 'more',
      value: 0,
    });
    // The contradiction is met last, once for each of the 2^30 ways through the others.
    const long = all(
      either(number('age', 'equals', 1), number('age', 'equals', 2)),
      either(number('age', 'equals', 3), number('age', 'equals', 4)),
      ...Array.from({ length: 30 }, (_, n) => either(visited('a', n), visited('b', n))),
    );
    expect(verdict(long)).toBe('unknown');
  });
});

test('two rules hold together only if one value suits both', () => {
  const both = (a: RuleInput, b: RuleInput) => canBothHold(Rule.parse(a), Rule.parse(b), map);
  expect(both(number('age', 'less', 30), number('age', 'more', 20))).toBe('yes');
  expect(both(number('age', 'less', 20), number('age', 'more', 30))).toBe('no');
});

describe('a persona', () => {
  test('cannot come to have what their distributions never give', () => {
    expect(ben(number('age', 'more', 40))).toBe('no');
    expect(ben(number('age', 'at-least', 40))).toBe('yes');
    expect(ben({ kind: 'attribute', attribute: id('vip'), test: 'boolean', value: true })).toBe(
      'no',
    );
  });
  test('can come to have what an effect sets or calculates', () => {
    expect(ben(text('plan', 'equals', 'Full'))).toBe('yes');
    expect(ben(text('plan', 'equals', 'Light'))).toBe('no');
    expect(ben(number('paid', 'at-least', 3))).toBe('yes');
  });
  test('is nobody else', () => {
    expect(ben({ kind: 'persona', persona: id('ben') })).toBe('yes');
    expect(ben({ kind: 'persona', persona: id('eve') })).toBe('no');
  });
});

const small = fc.integer({ min: -1, max: 4 });
const word = fc.constantFrom('', 'a', 'A', 'b', 'ab', '1');
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-01-0${String(n)}`);
const not = fc.boolean();
const numberOperator = fc.constantFrom(
  'equals',
  'not-equals',
  'less',
  'at-most',
  'more',
  'at-least',
  'between',
  'not-between',
);
const clause: fc.Arbitrary<RuleInput> = fc.oneof(
  fc.record({
    kind: fc.constant('attribute'),
    not,
    attribute: fc.constantFrom(id('age'), id('paid')),
    test: fc.constant('number'),
    operator: numberOperator,
    value: small,
    to: small,
  }),
  fc.record({
    kind: fc.constant('attribute'),
    not,
    attribute: fc.constantFrom(id('plan'), id('name')),
    test: fc.constant('text'),
    operator: fc.constantFrom(
      'equals',
      'not-equals',
      'contains',
      'starts-with',
      'not-ends-with',
      'matches',
    ),
    value: word,
    caseSensitive: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('attribute'),
    not,
    attribute: fc.constantFrom(id('plan'), id('name')),
    test: fc.constant('one-of'),
    values: fc.array(word, { maxLength: 3 }),
    caseSensitive: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('attribute'),
    not,
    attribute: fc.constantFrom(id('plan'), id('tags')),
    test: fc.constant('length'),
    operator: numberOperator,
    value: small,
    to: small,
  }),
  fc.record({
    kind: fc.constant('attribute'),
    not,
    attribute: fc.constant(id('tags')),
    test: fc.constant('list'),
    operator: fc.constantFrom('contains-any', 'contains-all', 'contains-none'),
    values: fc.array(word, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('attribute'),
    not,
    attribute: fc.constant(id('born')),
    test: fc.constant('date'),
    operator: fc.constantFrom(
      'before',
      'on-or-before',
      'after',
      'on-or-after',
      'same-day',
      'between',
      'not-between',
    ),
    value: fc.oneof(day, fc.record({ daysFromToday: small })),
    to: fc.oneof(day, fc.record({ daysFromToday: small })),
  }),
  fc.record({
    kind: fc.constant('attribute'),
    not,
    attribute: fc.constant(id('born')),
    test: fc.constant('period'),
    offset: fc.constantFrom('last', 'this', 'next'),
    period: fc.constantFrom('week', 'month'),
  }),
  fc.record({
    kind: fc.constant('visits'),
    not,
    touchpoint: fc.constant(id('pay')),
    operator: numberOperator,
    value: small,
    to: small,
  }),
  fc.record({
    kind: fc.constant('today'),
    not,
    operator: fc.constantFrom('before', 'between', 'not-between', 'same-day'),
    value: day,
    to: day,
    yearly: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('share'),
    not,
    id: fc.constant(id('draw')),
    share: fc.constantFrom(0, 0.3, 1),
  }),
  fc.record({
    kind: fc.constant('arm'),
    not,
    campaign: fc.constant(id('mail')),
    arm: fc.constantFrom('control', 'treated'),
  }),
  fc.record({
    kind: fc.constant('segment'),
    not,
    segment: fc.constantFrom(id('old'), id('self'), id('gone')),
  }),
);
const { rule } = fc.letrec<{ rule: RuleInput }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    clause,
    fc.record({
      kind: fc.constant('group' as const),
      not,
      match: fc.constantFrom('all' as const, 'any' as const, 'none' as const, 'one' as const),
      rules: fc.array(tie('rule'), { maxLength: 4 }),
    }),
  ),
}));

const facts: fc.Arbitrary<Facts> = fc
  .record({
    age: fc.option(fc.oneof(small, fc.double({ min: -2, max: 60, noNaN: true }))),
    plan: fc.option(word),
    name: fc.option(word),
    born: fc.option(day),
    tags: fc.option(fc.array(word, { maxLength: 3 })),
    visits: fc.nat(4),
    today: day,
    draw: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    arm: fc.constantFrom(null, 'control', 'treated'),
  })
  .map(({ visits, today, draw, arm, ...attributes }) => ({
    attribute: (attribute) =>
      new Map(Object.entries(attributes)).get(attribute.replace(/-+$/, '')) ?? null,
    visits: () => visits,
    taken: () => 0,
    contacts: () => 0,
    arm: () => arm,
    days: 0,
    revenue: 0,
    today,
    persona: null,
    shareDraw: () => draw,
  }));

test('what holds for somebody is never called impossible', () => {
  fc.assert(
    fc.property(rule, facts, (input, customer) => {
      const parsed = Rule.parse(input);
      if (holds(parsed, customer, map)) expect(satisfiable(parsed, map)).not.toBe('no');
    }),
    { numRuns: runs(2_000, 100_000) },
  );
});

test('a rule or its opposite can always hold', () => {
  fc.assert(
    fc.property(rule, (input) => {
      const parsed = Rule.parse(input);
      const opposite: Rule = { kind: 'group', not: false, match: 'none', rules: [parsed] };
      expect([satisfiable(parsed, map), satisfiable(opposite, map)]).not.toEqual(['no', 'no']);
    }),
    { numRuns: runs(500, 20_000) },
  );
});
