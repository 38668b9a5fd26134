import { expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { Kpi } from '../../src/map/schema';
import { inMonths, standingOf } from '../../src/insight/kpis/kpiStanding';

const kpi = (id: string, period: number | null = null) =>
  Kpi.parse({ metric: { kind: 'catalogue', id }, params: { period }, target: 28, order: 'a0' });
/** With something that costs: a KPI of money has no value on a map without any. */
const map = newMap({ market: { fixedCostPerMonth: 1 } });
const value = { value: 9, interval: null };

test('a run shorter than the period of a KPI is not held against its target', () => {
  expect(standingOf(kpi('clv', 730), map, value, { horizon: 365 })).toEqual({
    state: 'no-value',
    why: 'covers',
  });
  expect(standingOf(kpi('clv', 730), map, value, { horizon: 730 }).state).toBe('missed');
});

test('a KPI that counts the whole run speaks of no shorter period', () => {
  expect(standingOf(kpi('clv', 730), map, value, { horizon: null }).why).toBe('exceeds');
  expect(standingOf(kpi('conversion', 30), map, value, { horizon: 365 }).why).toBeNull();
});

test('a KPI without a simulated value is never missed, and says why', () => {
  const why = (id: string) => {
    const reading = standingOf(kpi(id), map, null, { horizon: 365 });
    expect(reading.state).toBe('no-value');
    return reading.why;
  };
  expect(why('nps')).toBe('asked');
  expect(why('monthly-loss')).toBe('year');
  expect(why('cac-payback')).toBe('unpaid');
  expect(why('conversion')).toBe('nobody');
});

test('a value exactly on its target meets it, and one beside it does not', () => {
  const at = (measured: number) =>
    standingOf(kpi('clv'), map, { value: measured, interval: null }, { horizon: 365 });
  expect(at(28)).toEqual({ state: 'met', why: null });
  expect(at(27.99).state).not.toBe('met');
});

test('a metric that takes a period counts within it, whatever the run covers beyond', () => {
  expect(standingOf(kpi('conversion', 30), map, value, { horizon: null }).why).toBeNull();
  expect(standingOf(kpi('clv', 365), map, value, { horizon: 365 }).why).toBeNull();
  expect(standingOf(kpi('unknown-metric', 30), map, value, { horizon: 365 }).why).toBe('exceeds');
  const own = Kpi.parse({ metric: { kind: 'formula', expression: 'arrivals' }, target: 5 });
  expect(standingOf(own, map, value, { horizon: 365 })).toEqual({ state: 'met', why: null });
  expect(standingOf(own, map, null, { horizon: 365 }).why).toBe('nobody');
});

test('days are shown as months with one decimal', () => {
  expect(inMonths(365)).toBe(12);
  expect(inMonths(100)).toBe(3.3);
});

test('a KPI of a segment that was deleted has no value, and the reason is given', () => {
  const own = { ...kpi('clv'), scope: { kind: 'segment', id: 'segmentsssss' } as const };
  const reading = standingOf(own, map, value, { horizon: 365 });
  expect(reading).toEqual({ state: 'no-value', why: 'gone' });
});

test('a KPI of money has none on a map without money, one of time on a map without time', () => {
  const free = newMap({});
  const why = (id: string, of = free) => standingOf(kpi(id), of, value, { horizon: 365 }).why;
  expect(why('clv')).toBe('money');
  expect(why('time-to-convert')).toBe('time');
  expect(why('conversion')).toBeNull();
  expect(why('clv', map)).toBeNull();
});
