import { expect, test } from 'vitest';
import { Kpi } from '../../src/map/schema';
import { readingOf } from '../../src/insight/kpis/kpiStanding';

const kpi = (id: string, period: number | null = null) =>
  Kpi.parse({ metric: { kind: 'catalogue', id }, params: { period }, target: 28, order: 'a0' });
const value = { value: 9, interval: null };

test('a run shorter than the period of a KPI is not held against its target', () => {
  expect(readingOf(kpi('clv', 730), value, { horizon: 365 })).toEqual({
    state: 'no-value',
    why: 'covers',
  });
  expect(readingOf(kpi('clv', 730), value, { horizon: 730 }).state).toBe('missed');
});

test('a KPI that counts the whole run speaks of no shorter period', () => {
  expect(readingOf(kpi('clv', 730), value, { horizon: null }).why).toBe('exceeds');
  expect(readingOf(kpi('conversion', 30), value, { horizon: 365 }).why).toBeNull();
});

test('a KPI without a simulated value is never missed, and says why', () => {
  const why = (id: string) => {
    const reading = readingOf(kpi(id), null, { horizon: 365 });
    expect(reading.state).toBe('no-value');
    return reading.why;
  };
  expect(why('nps')).toBe('asked');
  expect(why('monthly-loss')).toBe('year');
  expect(why('cac-payback')).toBe('unpaid');
  expect(why('conversion')).toBe('nobody');
});
