import { beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../src/language';
import { loadLanguage } from '../../src/language/load';
import { JourneyMap, type RuleInput } from '../../src/map/schema';
import { describeRule, describeRuleShort } from '../../src/rules/describe';
import { parsed } from './support';

const id = (name: string) => name.padEnd(12, '-');
const map = JourneyMap.parse({
  format: 'journey-map',
  version: 1,
  id: id('map'),
  currency: 'EUR',
  attributes: {
    [id('age')]: { name: 'Age', type: 'number', unit: 'years' },
    [id('plan')]: { name: 'Plan', type: 'choice' },
    [id('blank')]: { name: ' ', type: 'text' },
  },
  touchpoints: {
    [id('trial')]: { name: 'Trial' },
    [id('pay')]: { name: 'Payment' },
    [id('blank')]: { name: '' },
  },
  transitions: {
    [id('buy')]: { from: id('trial'), to: id('pay'), label: 'buys' },
    [id('plain')]: { from: id('trial'), to: id('pay'), label: ' ' },
    [id('loose')]: { from: id('trial'), to: id('blank') },
  },
  segments: { [id('old')]: { name: 'Seniors' } },
  personas: { [id('ben')]: { name: 'Ben' } },
  campaigns: {
    [id('mail')]: {
      name: 'Mail',
      variants: { [id('short')]: { name: ' Short ' }, [id('blank')]: { name: ' ' } },
    },
  },
});

let english: Language;
beforeAll(async () => {
  english = await loadLanguage({ locale: 'en', tag: 'en' });
});
const words = (rule: object) => describeRule(parsed(rule), map, english.t);
const about = (test: object, name = 'plan') => ({
  kind: 'attribute',
  attribute: id(name),
  ...test,
});
const number = { operator: 'at-least', value: 2 };

describe('a clause in words', () => {
  test.each([
    ['equals', '= 2 years'],
    ['not-equals', '≠ 2 years'],
    ['less', 'less than 2 years'],
    ['at-most', 'at most 2 years'],
    ['more', 'more than 2 years'],
    ['at-least', 'at least 2 years'],
    ['between', 'from 2 years to 5 years'],
    ['not-between', 'not from 2 years to 5 years'],
  ])('compares a number: “%s” is “%s”', (operator, said) => {
    const test = { test: 'number', operator, value: 2, to: 5 };
    expect(words(about(test, 'age'))).toBe(`“Age” ${said}`);
    expect(words(about(test))).toBe(`“Plan” ${said.replaceAll(' years', '')}`);
    expect(words(about({ ...test, test: 'length' }))).toBe(
      `the length of “Plan” ${said.replaceAll(' years', '')}`,
    );
  });

  test.each<[object, string]>([
    [{ kind: 'everyone' }, 'everybody'],
    [{ kind: 'segment', segment: id('old') }, 'in segment “Seniors”'],
    [{ kind: 'persona', persona: id('ben') }, 'persona is “Ben”'],
    [{ kind: 'share', id: id('draw'), share: 0.25 }, 'a random 25% of customers'],
    [{ kind: 'visits', touchpoint: id('trial'), ...number }, 'visits to “Trial” at least 2'],
    [
      { kind: 'visits', touchpoint: id('trial'), scope: 'pass', ...number },
      'visits to “Trial” since the last entry at least 2',
    ],
    [{ kind: 'taken', transition: id('buy'), ...number }, 'times “buys” was taken at least 2'],
    [
      { kind: 'taken', transition: id('buy'), scope: 'pass', ...number },
      'times “buys” was taken since the last entry at least 2',
    ],
    [{ kind: 'contacts', campaign: id('mail'), ...number }, 'contacts by “Mail” at least 2'],
    [{ kind: 'days', ...number }, 'days in the journey at least 2'],
    [{ kind: 'revenue', ...number }, 'revenue so far at least 2 EUR'],
    [{ kind: 'arm', campaign: id('mail'), arm: 'control' }, 'in the control group of “Mail”'],
    [{ kind: 'arm', campaign: id('mail'), arm: 'treated' }, 'in the test group of “Mail”'],
    [{ kind: 'arm', campaign: id('mail'), arm: id('short') }, 'gets variant “Short” of “Mail”'],
    [{ kind: 'arm', campaign: id('mail'), arm: id('blank') }, 'gets variant “…” of “Mail”'],
    [{ kind: 'arm', campaign: id('mail'), arm: id('gone') }, 'gets variant “…” of “Mail”'],
    [{ kind: 'arm', campaign: id('gone'), arm: id('short') }, 'gets variant “…” of “Deleted item”'],
    [about({ test: 'presence', operator: 'is-set' }), '“Plan” is set'],
    [about({ test: 'presence', operator: 'is-not-set' }), '“Plan” is not set'],
    [about({ test: 'presence', operator: 'is-empty' }), '“Plan” is empty'],
    [about({ test: 'presence', operator: 'is-not-empty' }), '“Plan” is not empty'],
    [about({ test: 'text', operator: 'equals', value: 'Full' }), '“Plan” is “Full”'],
    [about({ test: 'text', operator: 'not-contains', value: 'F' }), '“Plan” does not contain “F”'],
    [about({ test: 'one-of', values: ['a', 'b', 'c'] }), '“Plan” is one of “a”, “b”, “c”'],
    [about({ test: 'one-of', values: [] }), '“Plan” is one of …'],
    [about({ test: 'boolean', value: true }), '“Plan” is yes'],
    [about({ test: 'boolean', value: false }), '“Plan” is no'],
    [about({ test: 'age', operator: 'within-last', days: 30 }), '“Plan” within the last 30 days'],
    [about({ test: 'age', operator: 'more-than-ago', days: 1 }), '“Plan” more than 1 day ago'],
    [about({ test: 'period', offset: 'last', period: 'month' }), '“Plan” last month'],
    [about({ test: 'period', offset: 'next', period: 'week' }), '“Plan” next week'],
    [
      about({ test: 'list', operator: 'contains-all', values: ['a', 'b'] }),
      '“Plan” contains all of “a”, “b”',
    ],
    [
      about({ test: 'list', operator: 'contains-none', values: ['a'] }),
      '“Plan” contains none of “a”',
    ],
  ])('%j is “%s”', (clause, said) => {
    expect(words(clause)).toBe(said);
  });

  test.each([
    ['before', 'before 2026-03-01'],
    ['on-or-before', 'on or before 2026-03-01'],
    ['after', 'after 2026-03-01'],
    ['on-or-after', 'on or after 2026-03-01'],
    ['same-day', 'on 2026-03-01'],
    ['between', 'from 2026-03-01 to 2026-05-31'],
    ['not-between', 'not from 2026-03-01 to 2026-05-31'],
  ])('compares a day: “%s” is “%s”', (operator, said) => {
    const days = { operator, value: '2026-03-01', to: '2026-05-31' };
    expect(words(about({ test: 'date', ...days }))).toBe(`“Plan” ${said}`);
    expect(words({ kind: 'today', ...days })).toBe(`today ${said}`);
    const yearly = said.replaceAll('2026-', '');
    expect(words({ kind: 'today', ...days, yearly: true })).toBe(`the day of the year ${yearly}`);
  });

  test('tells a day by its distance where it is meant so', () => {
    const since = (daysFromToday: number) =>
      words(about({ test: 'date', operator: 'after', value: { daysFromToday } }));
    expect([-30, -1, 0, 1, 7].map(since)).toEqual([
      '“Plan” after 30 days ago',
      '“Plan” after 1 day ago',
      '“Plan” after today',
      '“Plan” after in 1 day',
      '“Plan” after in 7 days',
    ]);
  });

  test('writes dates as the reader does, but for the days of a season', () => {
    const dates = { operator: 'between', value: '2026-03-01', to: '2026-05-31' };
    const write = (date: string) => date.split('-').reverse().join('.');
    const written = (rule: object) => describeRule(parsed(rule), map, english.t, write);
    expect(written(about({ test: 'date', ...dates }))).toBe('“Plan” from 01.03.2026 to 31.05.2026');
    expect(written({ kind: 'today', ...dates })).toBe('today from 01.03.2026 to 31.05.2026');
    expect(written({ kind: 'today', ...dates, yearly: true })).toBe(
      'the day of the year from 03-01 to 05-31',
    );
    expect(
      describeRuleShort(
        parsed({ kind: 'today', ...dates, operator: 'after' }),
        map,
        english.t,
        write,
      ),
    ).toBe('today after 01.03.2026');
  });

  test('puts dots for a name that is missing, and says what is deleted', () => {
    expect(words({ kind: 'segment', segment: id('gone') })).toBe('in segment “Deleted item”');
    expect(words({ kind: 'segment', segment: 'constructor0' })).toBe('in segment “Deleted item”');
    expect(words({ kind: 'visits', touchpoint: id('blank'), ...number })).toBe(
      'visits to “…” at least 2',
    );
    expect(words(about({ test: 'boolean', value: true }, 'blank'))).toBe('“…” is yes');
    expect(words(about({ test: 'number', ...number }, 'gone'))).toBe('“Deleted item” at least 2');
  });

  test('names a transition without a label by its ends', () => {
    const taken = (transition: string) =>
      words({ kind: 'taken', transition: id(transition), ...number });
    expect(taken('plain')).toBe('times “Trial → Payment” was taken at least 2');
    expect(taken('loose')).toBe('times “Trial → …” was taken at least 2');
    expect(taken('gone')).toBe('times “Deleted item” was taken at least 2');
  });

  test.each([
    ['is-set', 'is-not-set', 'presence'],
    ['is-empty', 'is-not-empty', 'presence'],
    ['equals', 'not-equals', 'text'],
    ['contains', 'not-contains', 'text'],
    ['starts-with', 'not-starts-with', 'text'],
    ['ends-with', 'not-ends-with', 'text'],
    ['matches', 'not-matches', 'text'],
    ['equals', 'not-equals', 'number'],
    ['between', 'not-between', 'number'],
    ['between', 'not-between', 'date'],
  ])('turned around “%s” says “%s”, and the other way round (%s)', (operator, opposite, test) => {
    const say = (operator: string, not: boolean) =>
      words(
        about({
          test,
          operator,
          not,
          value: test === 'number' ? 2 : test === 'date' ? '2026-03-01' : 'x',
        }),
      );
    expect(say(operator, true)).toBe(say(opposite, false));
    expect(say(opposite, true)).toBe(say(operator, false));
    expect(say(operator, false)).not.toBe(say(opposite, false));
  });

  test('without an exact opposite is put into brackets after “not”', () => {
    expect(words({ kind: 'everyone', not: true })).toBe('nobody');
    expect(words(about({ test: 'boolean', value: true, not: true }))).toBe('not (“Plan” is yes)');
    expect(words({ kind: 'days', operator: 'more', value: 1, not: true })).toBe(
      'not (days in the journey more than 1)',
    );
  });
});

describe('a group in words', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((value) =>
    about({ test: 'text', operator: 'equals', value }),
  ) as [RuleInput, RuleInput, RuleInput];
  const group = (match: string, rules: object[], not = false) => ({
    kind: 'group',
    match,
    rules,
    not,
  });

  test.each<[object, string]>([
    [group('all', [a, b, c]), '“Plan” is “a” and “Plan” is “b” and “Plan” is “c”'],
    [group('any', [a, b]), '“Plan” is “a” or “Plan” is “b”'],
    [group('none', [a, b]), 'none of: “Plan” is “a”, “Plan” is “b”'],
    [group('one', [a, b]), 'exactly one of: “Plan” is “a”, “Plan” is “b”'],
    [group('all', [a]), '“Plan” is “a”'],
    [group('any', [a]), '“Plan” is “a”'],
    [group('one', [a]), '“Plan” is “a”'],
    [group('none', [a]), 'none of: “Plan” is “a”'],
    [group('all', []), 'everybody'],
    [group('none', []), 'everybody'],
    [group('any', []), 'nobody'],
    [group('one', []), 'nobody'],
    [group('all', [a, b], true), 'not (“Plan” is “a” and “Plan” is “b”)'],
    [group('all', [a], true), 'not (“Plan” is “a”)'],
    [group('all', [], true), 'not (everybody)'],
    [group('any', [group('all', [a, b]), c]), '(“Plan” is “a” and “Plan” is “b”) or “Plan” is “c”'],
    [group('any', [group('all', [a]), c]), '“Plan” is “a” or “Plan” is “c”'],
    [group('any', [group('none', [a]), c]), '(none of: “Plan” is “a”) or “Plan” is “c”'],
    [group('any', [group('all', []), c]), 'everybody or “Plan” is “c”'],
    [
      group('any', [group('all', [a, b], true), c]),
      'not (“Plan” is “a” and “Plan” is “b”) or “Plan” is “c”',
    ],
    [
      group('any', [group('all', [group('any', [a, b])], true), c]),
      'not (“Plan” is “a” or “Plan” is “b”) or “Plan” is “c”',
    ],
    [
      group('all', [c, group('all', [group('any', [a, b])])]),
      '“Plan” is “c” and (“Plan” is “a” or “Plan” is “b”)',
    ],
  ])('%#: %s', (rule, said) => {
    expect(words(rule)).toBe(said);
  });
});

describe('a chip', () => {
  const short = (value: string) =>
    describeRuleShort(parsed(about({ test: 'text', operator: 'equals', value })), map, english.t);

  test('holds 40 characters and is cut where there are more', () => {
    const full = short('x'.repeat(28));
    expect(full).toHaveLength(40);
    expect(full).toBe(`“Plan” is “${'x'.repeat(28)}”`);
    const cut = short('x'.repeat(29));
    expect(cut).toHaveLength(40);
    expect(cut).toBe(`“Plan” is “${'x'.repeat(28)}…`);
  });

  test('does not end with a space before its dots', () => {
    expect(short(`${'x'.repeat(26)}  ${'y'.repeat(9)}`)).toBe(`“Plan” is “${'x'.repeat(26)}…`);
  });
});
