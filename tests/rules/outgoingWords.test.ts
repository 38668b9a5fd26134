import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/language/load';
import { newRecord, type RecordEntry } from '../../src/map/records';
import type { RecordInputOf, Transition } from '../../src/map/schema';
import { outgoingWords } from '../../src/rules';

const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
const of = (...inputs: Partial<RecordInputOf<'transitions'>>[]) =>
  inputs.map((input, index): RecordEntry<Transition> => [
    `transition-${String(index)}`,
    newRecord('transitions', { from: 'touchpoint-a', to: 'touchpoint-b', ...input }),
  ]);
const chance = (base: number) => ({ chance: { base } });
const OTHERWISE = { otherwise: true };
const RULE = { when: { kind: 'everyone', not: false } } as const;

const words = (...inputs: Partial<RecordInputOf<'transitions'>>[]) =>
  outgoingWords(of(...inputs), false, language);
const decided = (...inputs: Partial<RecordInputOf<'transitions'>>[]) =>
  outgoingWords(of(...inputs), true, language);

test('chances that leave something say how many leave', () => {
  const { words: said, isOver } = words(chance(0.25), chance(0.5));
  expect(said).toBe(language.t('outgoing.sum.leave', { sum: '75%', rest: '25%' }));
  expect(isOver).toBe(false);
});

test('chances of 1 take all, whatever rounding makes of their sum', () => {
  expect(words(chance(0.1), chance(0.2), chance(0.7)).words).toBe(
    language.t('outgoing.sum.all', { sum: '100%', rest: '0%' }),
  );
});

test('chances above 1 are too much', () => {
  const { words: said, isOver } = words(chance(0.75), chance(0.5));
  expect(said).toBe(language.t('outgoing.sum.over', { sum: '125%', rest: '0%' }));
  expect(isOver).toBe(true);
});

test('the rest goes to the transition that is marked otherwise', () => {
  expect(words(chance(0.75), { ...OTHERWISE, ...chance(0.9) })).toEqual({
    words: language.t('outgoing.sum.otherwise', { sum: '75%', rest: '25%' }),
    isOver: false,
  });
});

test('a rule makes the sum an upper bound', () => {
  expect(words({ ...chance(0.75), ...RULE }).words).toBe(
    language.t('outgoing.sum.rulesLeave', { sum: '75%', rest: '25%' }),
  );
});

test('a decision goes by order: chances never exceed, and whoever no rule takes leaves', () => {
  expect(decided({ ...chance(1), ...RULE }, { ...chance(1), ...RULE })).toEqual({
    words: language.t('outgoing.order.leave'),
    isOver: false,
  });
  expect(decided({ ...RULE }, {}).words).toBe(language.t('outgoing.order'));
  expect(decided({ ...RULE }, { ...RULE, ...OTHERWISE }).words).toBe(language.t('outgoing.order'));
});

test('nothing leads out of a touchpoint without transitions', () => {
  expect(words().words).toBe(language.t('outgoing.sum.none'));
  expect(decided().words).toBe(language.t('outgoing.sum.none'));
});
