import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Language, type Locale, LOCALES } from '../../src/language';
import { loadLanguage } from '../../src/language/load';
import { JourneyMap, Rule, type RuleInput } from '../../src/map/schema';
import { describeRule, describeRuleShort } from '../../src/rules/describe';
import { journeyMap } from '../map/arbitraries';
import { runs } from '../support/runs';

const id = (name: string) => name.padEnd(12, '-');
const map = JourneyMap.parse({
  format: 'journey-map',
  version: 1,
  id: id('map'),
  currency: 'MYR',
  attributes: {
    [id('age')]: { name: 'Age', type: 'number', unit: 'years' },
    [id('plan')]: { name: 'Plan', type: 'choice' },
  },
  touchpoints: { [id('trial')]: { name: 'Trial' } },
});

const languages = new Map<Locale, Language>();
beforeAll(async () => {
  for (const locale of LOCALES) languages.set(locale, await loadLanguage({ locale, tag: locale }));
});
const words = (rule: RuleInput, locale: Locale = 'en') =>
  describeRule(Rule.parse(rule), map, languages.get(locale)!.t);

const old = {
  kind: 'attribute',
  attribute: id('age'),
  test: 'number',
  operator: 'at-least',
  value: 1_055.5,
} as const;
const plan = (value: string, more: object = {}) =>
  ({
    kind: 'attribute',
    attribute: id('plan'),
    test: 'text',
    operator: 'equals',
    value,
    ...more,
  }) as RuleInput;
const group = (match: 'all' | 'any' | 'none' | 'one', ...rules: RuleInput[]): RuleInput => ({
  kind: 'group',
  match,
  rules,
});

describe('a rule in words', () => {
  test('puts brackets around inner groups only', () => {
    expect(words(group('all', old, group('any', plan('Light'), plan('Full'))))).toBe(
      '“Age” at least 1,055.5 years and (“Plan” is “Light” or “Plan” is “Full”)',
    );
  });
  test('uses the language’s numbers, quotes and order', () => {
    expect(words(old, 'de')).toBe('„Age“ mindestens 1.055,5 years');
    expect(words(plan('Light'), 'ms')).toBe('“Plan” ialah “Light”');
  });
  test('says "not" by the opposite where there is an exact one', () => {
    expect(words(plan('Light', { not: true }))).toBe('“Plan” is not “Light”');
    expect(words({ ...old, not: true })).toBe('not (“Age” at least 1,055.5 years)');
  });
  test('tells counts, money and shares apart', () => {
    expect(words({ kind: 'visits', touchpoint: id('trial'), operator: 'equals', value: 0 })).toBe(
      'visits to “Trial” = 0',
    );
    expect(words({ kind: 'revenue', operator: 'more', value: 9.99 })).toBe(
      'revenue so far more than 9.99 MYR',
    );
    expect(words({ kind: 'share', id: id('draw'), share: 0.125 })).toBe(
      'a random 12.5% of customers',
    );
  });
  test('of an empty group is everybody or nobody', () => {
    expect(words(group('all'))).toBe('everybody');
    expect(words(group('one'))).toBe('nobody');
  });
});

test('a chip is at most 40 characters and never cuts one in two', () => {
  const text = describeRuleShort(Rule.parse(plan('👩‍👩‍👧‍👦'.repeat(9))), map, languages.get('en')!.t);
  expect(text.length).toBeLessThanOrEqual(40);
  expect(text).toMatch(/👩‍👩‍👧‍👦…$/u);
});

test('every rule can be said in every language, with no name left out', () => {
  fc.assert(
    fc.property(journeyMap({}), fc.constantFrom(...LOCALES), (any, locale) => {
      const { t } = languages.get(locale)!;
      for (const { rule } of Object.values(any.segments)) {
        const text = describeRule(rule, any, t);
        expect(text).not.toBe('');
        expect(text).not.toMatch(/rule\.[a-z]/);
        expect(describeRuleShort(rule, any, t).length).toBeLessThanOrEqual(40);
      }
    }),
    { numRuns: runs(60, 3_000) },
  );
});
