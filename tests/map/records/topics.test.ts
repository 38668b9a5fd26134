import { describe, expect, test } from 'vitest';
import { hasMoney, hasTime, newMap } from '../../../src/map/records';
import type { JourneyMap, Transition } from '../../../src/map/schema';
import { sampleMap } from '../../samples/read';

const A = 'touchpoint-a';
const B = 'touchpoint-b';
const WAY = 'transition-ab';

const blank = () => newMap({});
const withTouchpoint = (more: object): JourneyMap => newMap({ touchpoints: { [A]: more } });
const withTransition = (more: object): JourneyMap =>
  newMap({
    touchpoints: { [A]: {}, [B]: {} },
    transitions: { [WAY]: { from: A, to: B, ...more } },
  });
const withCampaign = (cost: object): JourneyMap =>
  newMap({ campaigns: { 'campaign-mail': { cost } } });
const withOverride = (path: string, value: number): JourneyMap =>
  newMap({
    touchpoints: { [A]: {}, [B]: {} },
    transitions: { [WAY]: { from: A, to: B } },
    scenarios: {
      'scenario-what-if': {
        overrides: {
          'override-one': { collection: 'transitions', id: WAY, path, value, order: 'a0' },
        },
      },
    },
  });

describe('a map has money as soon as anything on it costs or earns, and not before', () => {
  const paidAtTouchpoint = (economics: object) => withTouchpoint({ economics });
  const paidOnTheWay = (economics: object) => withTransition({ economics });
  const items = (...amounts: number[]) => ({
    costItems: Object.fromEntries(
      amounts.map((amount, index) => [`cost-item-${String(index)}xx`, { amount, order: 'a0' }]),
    ),
  });

  test('the sample has, a blank map has not', () => {
    expect(hasMoney(sampleMap('coachinglive'))).toBe(true);
    expect(hasMoney(sampleMap('blank'))).toBe(false);
  });

  test('a plan price counts, unless it ends the plan', () => {
    expect(hasMoney(paidAtTouchpoint({ monthlyPrice: 9 }))).toBe(true);
    expect(hasMoney(paidAtTouchpoint({ monthlyPrice: 0 }))).toBe(false);
    expect(hasMoney(paidAtTouchpoint({ monthlyPrice: null }))).toBe(false);
  });

  test('revenue and costs count at touchpoints and transitions', () => {
    for (const paid of [paidAtTouchpoint, paidOnTheWay]) {
      expect(hasMoney(paid({ revenue: 1 }))).toBe(true);
      expect(hasMoney(paid({ revenue: 0 }))).toBe(false);
      expect(hasMoney(paid(items(0, 5)))).toBe(true);
      expect(hasMoney(paid(items(5, 0)))).toBe(true);
      expect(hasMoney(paid(items(0, 0)))).toBe(false);
    }
  });

  test('fixed costs of the market and both costs of a campaign count', () => {
    const map = blank();
    expect(hasMoney({ ...map, market: { ...map.market, fixedCostPerMonth: 100 } })).toBe(true);
    expect(hasMoney(withCampaign({ fixed: 1 }))).toBe(true);
    expect(hasMoney(withCampaign({ perContact: 1 }))).toBe(true);
    expect(hasMoney(withCampaign({ fixed: 0, perContact: 0 }))).toBe(false);
  });

  test('what a scenario would cost or earn counts, its chances do not', () => {
    expect(hasMoney(withOverride('/economics/revenue', 5))).toBe(true);
    expect(hasMoney(withOverride('/economics/revenue', 0))).toBe(false);
    expect(hasMoney(withOverride('/chance/base', 0.5))).toBe(false);
  });

  test('asked again it says the same, and of the next state of the map what is true there', () => {
    const map = paidAtTouchpoint({ revenue: 1 });
    expect([hasMoney(map), hasMoney(map)]).toEqual([true, true]);
    const free = paidAtTouchpoint({ revenue: 0 });
    expect([hasMoney(free), hasMoney(free)]).toEqual([false, false]);
    expect(hasMoney({ ...free, touchpoints: map.touchpoints })).toBe(true);
  });
});

describe('a map has time as soon as anything on it can take any, and not before', () => {
  const waits = (delay: Transition['delay']) => hasTime(withTransition({ delay }));

  test('the sample has, a blank map has not', () => {
    expect(hasTime(sampleMap('coachinglive'))).toBe(true);
    expect(hasTime(sampleMap('blank'))).toBe(false);
  });

  test('a delay counts unless it is always 0', () => {
    expect(waits({ family: 'constant', value: 0 })).toBe(false);
    expect(waits({ family: 'constant', value: 0.5 })).toBe(true);
    expect(waits({ family: 'exponential', mean: 3 })).toBe(true);
    expect(waits({ family: 'empirical', values: [0, 0] })).toBe(false);
    expect(waits({ family: 'empirical', values: [0, 2] })).toBe(true);
  });

  test('a wait before a drop-off counts', () => {
    expect(hasTime(withTouchpoint({ dropOffAfter: 14 }))).toBe(true);
    expect(hasTime(withTouchpoint({ dropOffAfter: 0 }))).toBe(false);
  });

  test('a delay that only a scenario has counts', () => {
    expect(hasTime(withOverride('/delay/value', 3))).toBe(true);
    expect(hasTime(withOverride('/chance/base', 0.3))).toBe(false);
  });
});
