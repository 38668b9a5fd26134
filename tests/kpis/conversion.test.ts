import { describe, expect, test } from 'vitest';
import { measureOf } from '../../src/kpis';
import { wilson } from '../../src/simulation';
import {
  between,
  figuresOf,
  groupOf,
  id,
  mapOf,
  measured,
  passed,
  spanOf,
  stageOf,
  times,
  touchpointOf,
  visited,
} from './support';

const [trial, paid, other] = ['trial', 'paid', 'other'].map(id) as [string, string, string];
const touchpoints = { [trial]: {}, [paid]: {}, [other]: {} };
const fromTrial = { params: { from: trial, to: paid } };
const segment = { scope: { kind: 'segment' as const, id: id('seg') } };

describe('shares of customers', () => {
  test('320 of 1,000 trials acquired is a trial conversion of 32 %, with the interval of Wilson', () => {
    const total = groupOf({ milestones: passed({ trial: 1_000, acquired: 320 }) });
    expect(measured('trial-conversion', { total })).toEqual({
      value: 0.32,
      interval: wilson(320, 1_000),
    });
  });

  test('activation and acquisition are shares of everybody who arrived', () => {
    const total = groupOf({ customers: 400, milestones: passed({ activated: 100, acquired: 40 }) });
    expect(measured('activation', { total })).toEqual({ value: 0.25, interval: wilson(100, 400) });
    expect(measured('acquisition-share', { total })?.value).toBe(0.1);
  });

  test('of nobody there is no share', () => {
    const total = groupOf({ customers: 0 });
    for (const metric of ['trial-conversion', 'activation', 'acquisition-share', 'success-share']) {
      expect(measured(metric, { total })).toBeNull();
    }
  });

  test('the success share counts successes only, and all of them', () => {
    const reached = (customers: number) => ({ customers, share: between(0) });
    const total = groupOf({
      outcomes: { [trial]: reached(300), [paid]: reached(150), [other]: reached(50) },
    });
    const map = {
      touchpoints: {
        [trial]: { kind: 'outcome' as const, outcome: 'success' as const },
        [paid]: { kind: 'outcome' as const, outcome: 'success' as const },
        [other]: { kind: 'outcome' as const, outcome: 'loss' as const },
      },
    };
    expect(measured('success-share', { total }, {}, map)?.value).toBe(0.45);
    const unknown = { total: groupOf({ outcomes: { [id('gone')]: reached(300) } }) };
    expect(measured('success-share', unknown, {}, map)?.value).toBe(0);
  });
});

describe('conversion from one touchpoint to another', () => {
  const spans = {
    [id('wrong')]: spanOf(trial, other, { share: between(0.1) }),
    [id('kpi')]: spanOf(trial, paid, { share: between(0.4), time: times(40, 7) }),
  };

  test('of the map is what the run counted on the way from the one to the other', () => {
    expect(measured('conversion', { spans }, fromTrial, { touchpoints })).toEqual(between(0.4));
    expect(measured('conversion', { spans: {} }, fromTrial, { touchpoints })).toBeNull();
  });

  test('is nothing where nobody came to the start', () => {
    const none = { [id('kpi')]: spanOf(trial, paid, { started: 0, share: between(0) }) };
    expect(measured('conversion', { spans: none }, fromTrial, { touchpoints })).toBeNull();
    const one = { [id('kpi')]: spanOf(trial, paid, { started: 1, share: between(1) }) };
    expect(measured('conversion', { spans: one }, fromTrial, { touchpoints })?.value).toBe(1);
  });

  test('within a week and within a month are two numbers, each of its own KPI', () => {
    const within = (period: number) => ({
      metric: { kind: 'catalogue' as const, id: 'conversion' },
      params: { from: trial, to: paid, period },
    });
    const map = mapOf({
      touchpoints,
      kpis: { [id('week')]: within(7), [id('month')]: within(30) },
    });
    const figures = figuresOf({
      spans: {
        [id('week')]: spanOf(trial, paid, { share: between(0.2) }),
        [id('month')]: spanOf(trial, paid, { share: between(0.5) }),
      },
    });
    expect(measureOf(map)(figures)).toEqual({
      [id('week')]: between(0.2),
      [id('month')]: between(0.5),
    });
  });

  test('of a segment is its members at the end point of its members at the start', () => {
    const members = groupOf({
      customers: 80,
      touchpoints: { [trial]: visited(99, 40), [paid]: visited(77, 10) },
    });
    const read = (params: object) =>
      measured('conversion', { segments: { [id('seg')]: members } }, { ...segment, params });
    expect(read(fromTrial.params)).toEqual({ value: 0.25, interval: wilson(10, 40) });
    expect(read({ from: null, to: trial })?.value).toBe(0.5);
    expect(read({ from: trial, to: null })?.value).toBe(0);
    expect(read({ from: trial, to: other })?.value).toBe(0);
    expect(read({ from: other, to: paid })).toBeNull();
  });

  test('of a segment within a period is not told, for the run counts that of everybody only', () => {
    const members = groupOf({ touchpoints: { [trial]: visited(40), [paid]: visited(10) } });
    const kpi = { ...segment, params: { ...fromTrial.params, period: 7 } };
    const run = { spans, segments: { [id('seg')]: members } };
    expect(measured('conversion', run, kpi, { touchpoints })).toBeNull();
  });

  test('takes the median time of those who made it', () => {
    expect(measured('time-to-convert', { spans }, fromTrial, { touchpoints })).toEqual(between(7));
    const nobody = { [id('kpi')]: spanOf(trial, paid, { time: times(0, 7) }) };
    expect(measured('time-to-convert', { spans: nobody }, fromTrial)).toBeNull();
    const one = { [id('kpi')]: spanOf(trial, paid, { time: times(1, 7) }) };
    expect(measured('time-to-convert', { spans: one }, fromTrial)?.value).toBe(7);
    expect(measured('time-to-convert', { spans: {} }, fromTrial)).toBeNull();
  });

  test('as a ratio of visits counts visits, not customers', () => {
    const total = groupOf({ touchpoints: { [trial]: visited(50, 1), [paid]: visited(20, 1) } });
    expect(measured('visits-ratio', { total }, fromTrial)).toEqual({ value: 0.4, interval: null });
    const only = (params: object) => measured('visits-ratio', { total }, { params });
    expect(only({ from: trial })).toBeNull();
    expect(only({ to: paid })).toBeNull();
    expect(only({ from: trial, to: other })?.value).toBe(0);
    expect(only({ from: other, to: paid })).toBeNull();
  });
});

describe('of one record', () => {
  const stages = {
    [id('stage')]: stageOf({ reached: between(0.8), conversion: between(0.3), time: times(9, 4) }),
  };
  const run = {
    stages,
    touchpoints: {
      [trial]: touchpointOf({
        reachedShare: between(0.6),
        dropOffShare: between(0.7),
        visitsPerCustomer: between(1.5),
        dwell: times(5, 3),
        emotion: between(-1),
      }),
    },
    transitions: { [id('way')]: { count: 3, share: between(0.9) } },
    total: groupOf({
      steps: between(6),
      ends: {
        outcome: between(0.1),
        dropOff: between(0.2),
        inJourney: between(0.3),
        cutOff: between(0.4),
      },
    }),
  };
  const read = (metric: string, kind: 'map' | 'stage' | 'touchpoint' | 'transition', at: string) =>
    measured(metric, run, { scope: { kind, id: kind === 'map' ? null : id(at) } });

  test('a stage tells its conversion, the complement of it, its reach and its time', () => {
    expect(read('stage-conversion', 'stage', 'stage')).toEqual(between(0.3));
    const dropOff = read('stage-drop-off', 'stage', 'stage');
    expect(dropOff?.value).toBeCloseTo(0.7, 12);
    expect(dropOff?.interval?.[0]).toBeCloseTo(0.45, 12);
    expect(dropOff?.interval?.[1]).toBeCloseTo(0.95, 12);
    expect(read('reach', 'stage', 'stage')).toEqual(between(0.8));
    expect(read('time-in-stage', 'stage', 'stage')).toEqual(between(4));
  });

  test('the complement of a number without an interval has none', () => {
    const exact = { [id('stage')]: stageOf({ conversion: { value: 0.3, interval: null } }) };
    const kpi = { scope: { kind: 'stage' as const, id: id('stage') } };
    expect(measured('stage-drop-off', { stages: exact }, kpi)).toEqual({
      value: 0.7,
      interval: null,
    });
  });

  test('a touchpoint tells its drop-off, reach, visits, time and emotion', () => {
    expect(read('drop-off', 'touchpoint', 'trial')).toEqual(between(0.7));
    expect(read('reach', 'touchpoint', 'trial')).toEqual(between(0.6));
    expect(read('visits-per-customer', 'touchpoint', 'trial')).toEqual(between(1.5));
    expect(read('time-in-stage', 'touchpoint', 'trial')).toEqual(between(3));
    expect(read('emotion', 'touchpoint', 'trial')).toEqual(between(-1));
  });

  test('a transition tells its share', () => {
    expect(read('transition-share', 'transition', 'way')).toEqual(between(0.9));
  });

  test('the whole map tells how many drop off and how many steps a customer takes', () => {
    expect(read('drop-off', 'map', '')).toEqual(between(0.2));
    expect(read('visits-per-customer', 'map', '')).toEqual(between(6));
  });

  test.each([
    ['stage-conversion', 'stage'],
    ['stage-drop-off', 'stage'],
    ['reach', 'stage'],
    ['time-in-stage', 'stage'],
    ['drop-off', 'touchpoint'],
    ['reach', 'touchpoint'],
    ['visits-per-customer', 'touchpoint'],
    ['time-in-stage', 'touchpoint'],
    ['emotion', 'touchpoint'],
    ['transition-share', 'transition'],
  ] as const)('%s of a %s that is not named or not in the run is nothing', (metric, kind) => {
    expect(read(metric, kind, 'gone')).toBeNull();
    expect(measured(metric, run, { scope: { kind, id: null } })).toBeNull();
  });

  test('a time that nobody was seen to take is nothing', () => {
    const nobody = { stages: { [id('stage')]: stageOf({ time: times(0, 4) }) } };
    const kpi = { scope: { kind: 'stage' as const, id: id('stage') } };
    expect(measured('time-in-stage', nobody, kpi)).toBeNull();
    const one = { stages: { [id('stage')]: stageOf({ time: times(1, 4) }) } };
    expect(measured('time-in-stage', one, kpi)).toEqual(between(4));
  });
});
