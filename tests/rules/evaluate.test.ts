import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Rule, type RuleInput, Segment } from '../../src/map/schema';
import {
  type Actual,
  addDays,
  calendarPeriod,
  compilePattern,
  compileRule,
  dateOfDay,
  dayOfDate,
  explain,
  type Facts,
  holds,
  segmentGraphOf,
  whatWouldTurn,
} from '../../src/rules';
import { runs } from '../support/runs';
import { A, attribute, readingOf, S, someone, T } from './support';

const NONE = { segments: {} };

const check = (rule: RuleInput, facts: Facts) => holds(Rule.parse(rule), facts, NONE);
const with_ = (value: Actual) => someone({ [A]: value });

describe('clauses', () => {
  const cases: [object, Actual, boolean][] = [
    [{ test: 'presence', operator: 'is-set' }, '', true],
    [{ test: 'presence', operator: 'is-empty' }, '', true],
    [{ test: 'presence', operator: 'is-empty' }, [], true],
    [{ test: 'presence', operator: 'is-not-empty' }, 0, true],
    [{ test: 'presence', operator: 'is-not-set' }, null, true],
    [{ test: 'text', operator: 'equals', value: 'LIGHT' }, 'Light', true],
    [{ test: 'text', operator: 'equals', value: 'LIGHT', caseSensitive: true }, 'Light', false],
    [{ test: 'text', operator: 'not-equals', value: 'Light' }, null, true],
    [{ test: 'text', operator: 'contains', value: 'gh' }, 'Light', true],
    [{ test: 'text', operator: 'not-starts-with', value: 'L' }, 'Light', false],
    [{ test: 'text', operator: 'ends-with', value: 'é' }, 'cafe\u0301', true],
    [{ test: 'text', operator: 'matches', value: '^L.*t$' }, 'light', true],
    [{ test: 'text', operator: 'matches', value: '(?=x)' }, 'x', false],
    [{ test: 'one-of', values: ['1', 'b'] }, 1, true],
    [{ test: 'one-of', values: [] }, 'a', false],
    [{ test: 'number', operator: 'between', value: 1, to: 3 }, 3, true],
    [{ test: 'number', operator: 'not-between', value: 1, to: 3 }, null, true],
    [{ test: 'number', operator: 'less', value: 1 }, null, false],
    [{ test: 'number', operator: 'not-equals', value: 1 }, 1, false],
    [{ test: 'boolean', value: false }, null, false],
    [{ test: 'date', operator: 'before', value: '2026-03-31' }, '2026-03-30', true],
    [{ test: 'date', operator: 'same-day', value: { daysFromToday: -30 } }, '2026-03-01', true],
    [
      { test: 'date', operator: 'between', value: { daysFromToday: -1 }, to: '2026-04-01' },
      '2026-03-30',
      true,
    ],
    [{ test: 'age', operator: 'within-last', days: 30 }, '2026-03-01', true],
    [{ test: 'age', operator: 'within-last', days: 30 }, '2026-04-01', false],
    [{ test: 'age', operator: 'more-than-ago', days: 30 }, '2026-02-28', true],
    [{ test: 'period', offset: 'last', period: 'month' }, '2026-02-28', true],
    [{ test: 'period', offset: 'this', period: 'week' }, '2026-04-05', true],
    [{ test: 'period', offset: 'next', period: 'year' }, '2027-06-01', true],
    [{ test: 'list', operator: 'contains-all', values: ['a', 'b'] }, ['b', 'a', 'c'], true],
    [{ test: 'list', operator: 'contains-any', values: ['x'] }, ['b'], false],
    [{ test: 'list', operator: 'contains-none', values: ['x'] }, null, true],
    [{ test: 'length', operator: 'equals', value: 2 }, ['b', 'a'], true],
    [{ test: 'length', operator: 'at-most', value: 0 }, null, true],
  ];
  test.each(cases)('%j on %j is %j', (clause, value, expected) => {
    expect(check(attribute(clause), with_(value))).toBe(expected);
    expect(check(attribute({ ...clause, not: true }), with_(value))).toBe(!expected);
  });

  test('what the walk did so far is read where the engine keeps it', () => {
    const number = { operator: 'at-least', value: 2 } as const;
    expect(check({ kind: 'visits', touchpoint: T, ...number }, someone())).toBe(true);
    expect(check({ kind: 'taken', transition: T, ...number }, someone())).toBe(false);
    expect(check({ kind: 'days', ...number }, someone())).toBe(true);
    expect(check({ kind: 'revenue', operator: 'equals', value: 5.5 }, someone())).toBe(true);
    expect(check({ kind: 'share', id: T, share: 0.25 }, someone())).toBe(false);
    expect(check({ kind: 'arm', campaign: T, arm: 'treated' }, someone())).toBe(true);
    const off = someone({}, { arm: () => null });
    expect(check({ kind: 'arm', campaign: T, arm: 'treated' }, off)).toBe(false);
  });

  test('a season may span the turn of the year', () => {
    const winter = {
      kind: 'today',
      operator: 'between',
      value: '2020-11-01',
      yearly: true,
    } as const;
    const on = (today: string) => check({ ...winter, to: '2020-02-28' }, someone({}, { today }));
    expect(['2031-12-24', '2031-02-28', '2031-03-01', '2031-10-31'].map(on)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

test('groups: all, any, none, one, empty and turned around', () => {
  const yes: RuleInput = { kind: 'everyone' };
  const no: RuleInput = { kind: 'everyone', not: true };
  const group = (match: 'all' | 'any' | 'none' | 'one', rules: RuleInput[]) =>
    check({ kind: 'group', match, rules }, someone());
  expect([group('all', [yes, no]), group('any', [yes, no])]).toEqual([false, true]);
  expect([group('none', [no]), group('one', [yes, no]), group('one', [yes, yes])]).toEqual([
    true,
    true,
    false,
  ]);
  expect((['all', 'none', 'any', 'one'] as const).map((match) => group(match, []))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a segment that refers to itself has no members', () => {
  const rule = Rule.parse({ kind: 'segment', segment: S });
  const map = { segments: { [S]: Segment.parse({ rule }) } };
  expect(holds(rule, someone(), map)).toBe(false);
  expect([...segmentGraphOf(map).cyclic]).toEqual([S]);
  expect(explain(rule, someone(), map).held).toBe(false);
  expect(holds(Rule.parse({ kind: 'segment', segment: 'nowhereeeeee' }), someone(), map)).toBe(
    false,
  );
});

describe('patterns', () => {
  test('find what a regular expression finds, for every pattern both read', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\d',
      '(a|b)',
      '(ab)',
      '^',
      '$',
      '|',
    );
    const times = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}');
    const pattern = fc
      .array(fc.tuple(piece, times), { maxLength: 6 })
      .map((pairs) => pairs.map(([p, t]) => (/^[$^|]$/.test(p) ? p : p + t)).join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', 'B'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, fc.boolean(), (source, value, caseSensitive) => {
        const matcher = compilePattern(source, caseSensitive)!;
        const expected = new RegExp(source, caseSensitive ? 'u' : 'iu').test(value);
        expect(matcher(value), `${source} on ${value}`).toBe(expected);
      }),
      { numRuns: runs(3_000, 200_000) },
    );
  });

  test('cannot run away: the classics end', { timeout: 60_000 }, () => {
    const text = `${'a'.repeat(5_000)}!`;
    for (const source of ['(a+)+b', '(a|a)*b', '(a|aa)+$b', '([a-z]+)*c', '(.*a){50}b']) {
      expect(compilePattern(source, true)?.(text)).toBe(false);
    }
  });

  test('what is not ours is refused, never thrown', () => {
    for (const source of ['(', ')', '[', 'a{', 'a{2,1}', '\\1', '(?=a)', '(?<n>a)', '*', '\\']) {
      expect(compilePattern(source, true), source).toBeNull();
    }
    expect(compilePattern('((a{100}){100}){100}', true)).toBeNull();
    expect(compilePattern('('.repeat(100) + ')'.repeat(100), true)).toBeNull();
  });
});

test('days and dates convert both ways, leap years included', () => {
  expect(dayOfDate('1970-01-01')).toBe(0);
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(calendarPeriod('2026-01-15', 'last', 'month')).toEqual({
    first: '2025-12-01',
    last: '2025-12-31',
  });
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
      const date = dateOfDay(day);
      expect(dayOfDate(date)).toBe(day);
      expect(date).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
    }),
  );
});

/** Rules over numbers of one attribute, a flag and counts: enough for every way to nest. */
const clause: fc.Arbitrary<RuleInput> = fc.oneof(
  fc.record({
    kind: fc.constant('attribute' as const),
    attribute: fc.constantFrom(A, T),
    test: fc.constant('number' as const),
    operator: fc.constantFrom(
      'equals' as const,
      'less' as const,
      'between' as const,
      'not-between' as const,
    ),
    value: fc.integer({ min: 0, max: 3 }),
    to: fc.integer({ min: 0, max: 5 }),
    not: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('visits' as const),
    touchpoint: fc.constant(T),
    operator: fc.constantFrom('at-least' as const, 'more' as const),
    value: fc.integer({ min: 0, max: 3 }),
    not: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('everyone' as const), not: fc.boolean() }),
  fc.record({ kind: fc.constant('segment' as const), segment: fc.constantFrom(S, 'segmenttwooo') }),
);
const { rule: anyRule } = fc.letrec<{ rule: RuleInput }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    clause,
    fc.record({
      kind: fc.constant('group' as const),
      match: fc.constantFrom('all' as const, 'any' as const, 'none' as const, 'one' as const),
      not: fc.boolean(),
      rules: fc.array(tie('rule'), { maxLength: 4 }),
    }),
  ),
}));

describe('on random rules', () => {
  const setting = fc.tuple(anyRule, anyRule, anyRule, fc.nat(4), fc.nat(4), fc.nat(3));
  const build = ([first, one, two, a, t, n]: [
    RuleInput,
    RuleInput,
    RuleInput,
    number,
    number,
    number,
  ]) => ({
    rule: Rule.parse(first),
    map: {
      segments: {
        [S]: Segment.parse({ rule: one }),
        segmenttwooo: Segment.parse({ rule: two }),
      },
    },
    facts: someone({ [A]: a, [T]: t }, { visits: () => n }),
  });

  test('interpreting, compiling and explaining agree', () => {
    fc.assert(
      fc.property(setting, (input) => {
        const { rule, map, facts } = build(input);
        const expected = holds(rule, facts, map);
        const compiled = compileRule(rule, map, readingOf(map));
        expect(compiled(facts)).toBe(expected);
        expect(explain(rule, facts, map).held).toBe(expected);
      }),
      { numRuns: runs(2_000, 50_000) },
    );
  });

  test('turning the clauses that are named turns the rule', () => {
    fc.assert(
      fc.property(setting, (input) => {
        const { rule, facts } = build(input);
        const explained = explain(rule, facts, NONE);
        const turned = new Set(whatWouldTurn(explained).map(({ path }) => path.join()));
        if (turned.size === 0) return;
        const flip = (part: Rule, path: number[]): Rule =>
          part.kind === 'group'
            ? { ...part, rules: part.rules.map((inner, index) => flip(inner, [...path, index])) }
            : turned.has(path.join())
              ? { ...part, not: !part.not }
              : part;
        expect(holds(flip(rule, []), facts, NONE)).toBe(!explained.held);
      }),
      { numRuns: runs(2_000, 50_000) },
    );
  });
});
