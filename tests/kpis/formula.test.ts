import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KpiInput } from '../../src/kpis/definition';
import { evaluateFormula } from '../../src/kpis/formula';
import {
  costs,
  figuresOf,
  groupOf,
  id,
  kpiOf,
  mapOf,
  moneyOf,
  monthOf,
  passed,
  seriesOf,
  visited,
} from './support';

const group = groupOf({
  customers: 1_000,
  milestones: passed({ trial: 400, acquired: 50, activated: 300, cancelled: 7 }),
  money: moneyOf({
    cost: costs({ acquisition: 5_000, service: 1 }),
    revenue: 600,
    planRevenue: 90,
  }),
  payingDays: 1_500,
  touchpoints: { [id('home')]: visited(33, 22) },
  transitions: { [id('way')]: { count: 11, share: { value: 0, interval: null } } },
});

const reading: KpiInput = {
  run: figuresOf({
    total: groupOf({ customers: 9_999 }),
    segments: { [id('old')]: groupOf({ customers: 44 }) },
    series: seriesOf([monthOf(0, { newMrr: 77, churned: 7 })]),
  }),
  id: id('kpi'),
  kpi: kpiOf({}),
  map: mapOf(),
  group,
};

const valueOf = (expression: string) => {
  const result = evaluateFormula(expression, reading);
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
};
const problemOf = (expression: string) => {
  const result = evaluateFormula(expression, reading);
  return result.ok ? null : result.problem;
};

describe('arithmetic', () => {
  test.each([
    ['7', 7],
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 - 5 - 2', 1],
    ['12 / 3 / 2', 2],
    ['-4 + 6', 2],
    ['+4 - -6', 10],
    ['.5 * 3', 1.5],
  ])('%s is %f', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test('what is divided by nothing has no value, and that is no mistake of the formula', () => {
    expect(evaluateFormula('1 / 0', reading)).toEqual({ ok: true, value: null });
    expect(evaluateFormula('0 / 0', reading)).toEqual({ ok: true, value: null });
  });

  test('any sum of products is what it says', () => {
    const number = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(number, number, number, number, (a, b, c, d) => {
        expect(valueOf(`${a} * ${b} - (${c} + ${d})`)).toBe(a * b - (c + d));
      }),
    );
  });
});

describe('names', () => {
  test.each([
    ['customers', 1_000],
    ['trials', 400],
    ['acquired', 50],
    ['activated', 300],
    ['cancelled', 7],
    ['booked_revenue', 600],
    ['plan_revenue', 90],
    ['acquisition_cost', 5_000],
    ['paying_days', 1_500],
  ])('%s of the group are %d', (name, value) => {
    expect(valueOf(name)).toBe(value);
  });

  test('a KPI of the catalogue is named with underscores for its dashes', () => {
    expect(valueOf('cac')).toBe(100);
    expect(valueOf('trial_conversion')).toBe(0.125);
    expect(valueOf('mrr_new - mrr_churned')).toBe(70);
    expect(valueOf('cac / trial_conversion')).toBe(800);
  });

  test('a KPI the run has no value of, or that only people can tell, leaves none', () => {
    expect(valueOf('clv')).toBeNull();
    expect(valueOf('nps + 1')).toBeNull();
  });

  test('counts are asked by the id of a record', () => {
    expect(valueOf(`visits("${id('home')}")`)).toBe(33);
    expect(valueOf(`reached("${id('home')}")`)).toBe(22);
    expect(valueOf(`taken("${id('way')}")`)).toBe(11);
    expect(valueOf(`members("${id('old')}")`)).toBe(44);
    expect(valueOf(`visits("${id('home')}") / reached("${id('home')}")`)).toBe(1.5);
  });

  test('what nobody came to counts as 0', () => {
    for (const name of ['visits', 'reached', 'taken', 'members']) {
      expect(valueOf(`${name}("${id('gone')}")`)).toBe(0);
    }
  });
});

describe('a formula that cannot be computed says why', () => {
  test.each([
    ['1 +', 'syntax', ''],
    ['(1', 'syntax', ''],
    ['visits(home)', 'syntax', 'visits("…")'],
    ['visits(5)', 'syntax', 'visits("…")'],
    ['visits()', 'syntax', 'visits("…")'],
    ['visits("a", "b")', 'syntax', 'visits("…")'],
    ['happiness', 'unknown-name', 'happiness'],
    ['constructor', 'unknown-name', 'constructor'],
    ['toString("a")', 'unknown-name', 'toString'],
    ['customers("a")', 'unknown-name', 'customers'],
    ['a.b("c")', 'unknown-name', 'MemberExpression'],
    ['"text"', 'unsupported', 'text'],
    ['true', 'unsupported', 'true'],
    ['!1', 'unsupported', '!'],
    ['~1', 'unsupported', '~'],
    ['2 % 1', 'unsupported', '%'],
    ['1 < 2', 'unsupported', '<'],
    ['1 ? 2 : 3', 'unsupported', 'ConditionalExpression'],
    ['run.total', 'unsupported', 'MemberExpression'],
    ['[1]', 'unsupported', 'ArrayExpression'],
  ])('%s: %s', (expression, code, detail) => {
    const problem = problemOf(expression);
    expect(problem?.code).toBe(code);
    if (detail !== '') expect(problem?.detail).toBe(detail);
    else expect(problem?.detail).not.toBe('');
  });
});
