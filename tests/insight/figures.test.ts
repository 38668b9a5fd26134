import { describe, expect, test } from 'vitest';
import { createLanguage } from '../../src/language';
import messages from '../../src/language/messages/en.json';
import { figure, intervalText, sureSign, verdictOf } from '../../src/insight/figures';

const english = createLanguage({ locale: 'en', tag: 'en-US' }, messages);
const said = (value: number, unit: Parameters<typeof figure>[1], signed = false) =>
  figure(value, unit, 'USD', english, signed);

describe('a figure', () => {
  test.each([
    [0.1234, 'share', '12.3%'],
    [9.99, 'money', '$9.99'],
    [999.5, 'money', '$999.50'],
    [1_000, 'money', '$1,000'],
    [-12_345.6, 'money', '-$12,346'],
    [20, 'months', '20.0 mo'],
    [30.04, 'score', '30.0'],
    [1.257, 'ratio', '1.26'],
    [99.44, 'count', '99.44'],
    [1_234.4, 'count', '1,234'],
  ] as const)('%d as %s is %s', (value, unit, text) => {
    expect(said(value, unit)).toBe(text);
  });

  test('has its sign where it is a change', () => {
    expect(said(0.05, 'share', true)).toBe('+5.0%');
    expect(said(12, 'money', true)).toBe('+$12.00');
    expect(said(3, 'days', true)).toBe('+3 d');
    expect(said(-1.5, 'ratio', true)).toBe('-1.50');
  });

  test('days are said as a duration', () => {
    expect(said(365, 'days')).toBe(english.duration(365));
  });
});

test('an interval has both ends in the unit of its number, and none is null', () => {
  expect(intervalText([0.1, 0.25], 'share', 'USD', english)).toContain('10.0%');
  expect(intervalText([0.1, 0.25], 'share', 'USD', english)).toContain('25.0%');
  expect(intervalText([-1, 1], 'money', 'USD', english, true)).toContain('+$1.00');
  expect(intervalText(null, 'money', 'USD', english)).toBeNull();
});

describe('the side of 0', () => {
  test.each([
    [{ value: 5, interval: [1, 9] }, 1],
    [{ value: -5, interval: [-9, -1] }, -1],
    [{ value: 5, interval: [-1, 9] }, null],
    [{ value: 5, interval: [0, 9] }, null],
    [{ value: -5, interval: [-9, 0] }, null],
    [{ value: 5, interval: null }, null],
    [{ value: 0, interval: [0, 0] }, null],
  ] as const)('of %j is %j', (estimate, sign) => {
    expect(sureSign(estimate)).toBe(sign);
    expect(verdictOf(estimate)).toBe(sign === null ? 'unsure' : sign > 0 ? 'earns' : 'loses');
  });
});
