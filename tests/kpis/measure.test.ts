import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latestActual, measureOf, stateOf, unitOf } from '../../src/kpis';
import {
  between,
  figuresOf,
  groupOf,
  id,
  type KpiInput,
  kpiOf,
  mapOf,
  measured,
  moneyOf,
} from './support';

describe('the state of a KPI', () => {
  const up = (target: number | null, warn: number | null) => kpiOf({ target, warn });
  const down = (target: number, warn: number) => kpiOf({ target, warn, direction: 'down' });

  test.each([
    [0.31, 'met'],
    [0.3, 'met'],
    [0.29, 'watch'],
    [0.2, 'watch'],
    [0.19, 'missed'],
  ])('%f of a target of 0.3 upwards, warned at 0.2, is %s', (value, state) => {
    expect(stateOf(up(0.3, 0.2), value)).toBe(state);
  });

  test.each([
    [4, 'met'],
    [5, 'met'],
    [6, 'watch'],
    [8, 'watch'],
    [9, 'missed'],
  ])('%f days of a target of 5 downwards, warned at 8, is %s', (value, state) => {
    expect(stateOf(down(5, 8), value)).toBe(state);
  });

  test('without a warning level, short of target is missed', () => {
    expect(stateOf(up(0.3, null), 0.299)).toBe('missed');
    expect(stateOf(up(0.3, null), 0.3)).toBe('met');
  });

  test('a level of 0 is a level', () => {
    expect(stateOf(up(0, null), 0)).toBe('met');
    expect(stateOf(up(0, null), -1)).toBe('missed');
    expect(stateOf(up(5, 0), 0)).toBe('watch');
  });

  test('without a value or a target there is nothing to compare', () => {
    expect(stateOf(up(0.3, 0.2), null)).toBe('no-value');
    expect(stateOf(up(null, 0.2), null)).toBe('no-value');
    expect(stateOf(up(null, 0.2), 0.5)).toBe('no-target');
  });

  test('turning the direction and every sign changes no state', () => {
    const level = fc.integer({ min: -20, max: 20 });
    const order = ['missed', 'watch', 'met'];
    fc.assert(
      fc.property(level, level, level, level, (target, warn, value, more) => {
        const state = stateOf(up(target, warn), value);
        expect(stateOf(down(-target, -warn), -value)).toBe(state);
        const better = stateOf(up(target, warn), value + Math.abs(more));
        expect(order.indexOf(better)).toBeGreaterThanOrEqual(order.indexOf(state));
      }),
    );
  });
});

describe('the latest measurement', () => {
  const actual = (date: string, value: number) => ({ date, value, source: `survey ${date}` });

  test('is the newest, wherever it stands in the file', () => {
    const [old, recent, middle] = [
      actual('2025-12-31', 1),
      actual('2026-02-01', 2),
      actual('2026-01-15', 3),
    ] as const;
    for (const list of [
      [old, recent, middle],
      [recent, middle, old],
      [middle, old, recent],
    ]) {
      const actuals = Object.fromEntries(list.map((each, index) => [id(`no${index}`), each]));
      expect(latestActual(kpiOf({ actuals }))).toEqual(recent);
    }
  });

  test('of two on one day is the first in the file', () => {
    const actuals = { [id('a')]: actual('2026-01-01', 1), [id('b')]: actual('2026-01-01', 2) };
    expect(latestActual(kpiOf({ actuals }))?.value).toBe(1);
  });

  test('of none is none', () => {
    expect(latestActual(kpiOf({}))).toBeNull();
  });
});

describe('how numbers are written', () => {
  test('a catalogue KPI has its own unit, an unknown one is a count', () => {
    const of = (metric: string) => unitOf(kpiOf({ metric: { kind: 'catalogue', id: metric } }));
    expect(of('cac')).toBe('money');
    expect(of('cac-payback')).toBe('months');
    expect(of('nobody-knows')).toBe('count');
  });

  test('a formula has the unit it names, else it is a ratio', () => {
    const of = (unit: string) =>
      unitOf(kpiOf({ metric: { kind: 'formula', expression: '1', unit } }));
    expect(['share', 'money', 'days', 'months', 'count', 'ratio', 'score'].map(of)).toEqual([
      'share',
      'money',
      'days',
      'months',
      'count',
      'ratio',
      'score',
    ]);
    expect(of('')).toBe('ratio');
    expect(of('euros')).toBe('ratio');
  });
});

describe('whose number it is', () => {
  const group = (revenue: number) => groupOf({ money: moneyOf({ revenue }) });
  const figures = figuresOf({
    total: group(100),
    personas: { [id('rita')]: group(20) },
    segments: { [id('old')]: group(30) },
  });
  const of = (kind: 'map' | 'persona' | 'segment' | 'stage', at: string | null) =>
    measured('revenue', figures, { scope: { kind, id: at === null ? null : id(at) } });

  test('is the persona’s, the segment’s or everybody’s', () => {
    expect(of('persona', 'rita')?.value).toBe(20);
    expect(of('segment', 'old')?.value).toBe(30);
    expect(of('map', null)?.value).toBe(100);
    expect(of('stage', 'any')?.value).toBe(100);
  });

  test('a group that is not named, or not in the run, has none', () => {
    expect(of('persona', null)).toBeNull();
    expect(of('persona', 'old')).toBeNull();
    expect(of('segment', null)).toBeNull();
    expect(of('segment', 'rita')).toBeNull();
  });

  test('of a record that was deleted is no number, not even one of everybody', () => {
    const read = (kpi: KpiInput) => measureOf(mapOf({ kpis: { [id('kpi')]: kpi } }))(figures);
    const metric = { kind: 'catalogue', id: 'revenue' } as const;
    expect(read({ metric })[id('kpi')]?.value).toBe(100);
    for (const kpi of [
      { metric, scope: { kind: 'stage', id: id('gone') } },
      { metric, params: { from: id('gone') } },
      { metric, params: { to: id('gone') } },
    ] as const) {
      expect(read(kpi)[id('kpi')]).toBeNull();
    }
  });

  test('every KPI of the map is answered, by its id', () => {
    const metrics: Record<string, KpiInput['metric']> = {
      [id('revenue')]: { kind: 'catalogue', id: 'revenue' },
      [id('asked')]: { kind: 'catalogue', id: 'nps' },
      [id('unknown')]: { kind: 'catalogue', id: 'nobody-knows' },
      [id('half')]: { kind: 'formula', expression: 'revenue / 2' },
      [id('broken')]: { kind: 'formula', expression: 'revenue /' },
      [id('nothing')]: { kind: 'formula', expression: '1 / 0' },
    };
    const kpis = Object.fromEntries(
      Object.entries(metrics).map(([key, metric]) => [key, { metric }]),
    );
    expect(measureOf(mapOf({ kpis }))(figures)).toEqual({
      [id('revenue')]: { value: 100, interval: null },
      [id('asked')]: null,
      [id('unknown')]: null,
      [id('half')]: { value: 50, interval: null },
      [id('broken')]: null,
      [id('nothing')]: null,
    });
  });

  test('a number that is not finite is no number', () => {
    const endless = figuresOf({ total: group(Infinity) });
    expect(measured('revenue', endless)).toBeNull();
    const told = figuresOf({ total: groupOf({ steps: between(3) }) });
    expect(measured('visits-per-customer', told)).toEqual(between(3));
  });
});
