import { describe, expect, test } from 'vitest';
import { computed } from '../../src/insight/live/computed';
import { answerer } from '../../src/insight/live/liveAnswer';
import { PROFIT_ARRIVALS } from '../../src/kpis';
import { type JourneyMap, Scenario } from '../../src/map/schema';
import { id, SHOP, shopOf, touchpointsWith } from './shop';

const question = (map: JourneyMap, means: 'computed' | 'sampled' = 'computed') =>
  ({ map, scenario: null, seed: 3, customers: 500, means }) as const;
const solve = (map: JourneyMap, slopes = false, scenario: object = {}) =>
  computed({ map, scenario: Scenario.parse(scenario), seed: 1, customers: 10, slopes });

/** Buyers are members only after an effect on the page; members buy for sure, others never. */
const members = (value: boolean) =>
  shopOf({
    attributes: { [id('member')]: { name: 'Member', type: 'boolean' } },
    touchpoints: touchpointsWith('page', {
      effects: { [id('join')]: { attribute: id('member'), operator: 'set', value } },
    }),
    transitions: {
      ...SHOP.transitions,
      [id('buy')]: {
        from: id('page'),
        to: id('bought'),
        chance: { base: 1 },
        when: {
          kind: 'group',
          combine: 'all',
          rules: [{ kind: 'attribute', attribute: id('member'), test: 'boolean', value: true }],
        },
      },
    },
  } as never);

/** A campaign on certain days beside waits that vary: only sampling can answer. */
const dated = shopOf({
  campaigns: {
    [id('sale')]: {
      touchpoints: { [id('page')]: true },
      status: 'running',
      schedule: { [id('june')]: { from: '2026-06-01', to: '2026-06-30' } },
      effects: { [id('lift')]: { kind: 'lift', transition: id('buy'), factor: 1.5, order: 'a0' } },
    },
  },
  transitions: {
    ...SHOP.transitions,
    [id('click')]: {
      from: id('ad'),
      to: id('page'),
      chance: { base: 0.5 },
      delay: { family: 'exponential', mean: 20 },
    },
  },
} as never);

describe('a solved map', () => {
  test('says profit, shares and what campaigns cost', () => {
    const found = solve(shopOf())!;
    expect(found.profit.value).toBeCloseTo(1.25 * PROFIT_ARRIVALS, 6);
    expect(found.step).toBeNull();
    expect(found.drift).toBe(0);
    expect(found.shares[id('click')]).toBeCloseTo(0.5, 9);
    expect(found.shares[id('buy')]).toBeCloseTo(0.25, 9);
    expect(found.slopes).toBeNull();
  });

  test('a share is of those who leave the touchpoint, by drop-off too', () => {
    const map = shopOf({
      transitions: {
        ...SHOP.transitions,
        [id('look')]: { from: id('page'), to: id('ad'), chance: { base: 0.5 }, order: 'a1' },
      },
    });
    const { shares } = solve(map)!;
    expect(shares[id('buy')]).toBeCloseTo(0.25, 9);
    expect(shares[id('look')]).toBeCloseTo(0.5, 9);
  });

  test('a slope is what the profit gains where a chance is multiplied', () => {
    const { slopes } = solve(shopOf(), true, { horizon: null })!;
    expect(slopes?.[id('buy')]).toBeCloseTo(0.5 * 0.25 * 26 * PROFIT_ARRIVALS, 4);
    expect(slopes?.[id('click')]).toBeCloseTo(0.5 * 0.25 * 26 * PROFIT_ARRIVALS, 4);
  });

  test('a slope counts the chances of segments too', () => {
    const map = shopOf({
      attributes: { [id('rich')]: { name: 'Rich', type: 'boolean', default: true } },
      segments: {
        [id('rich')]: {
          rule: {
            kind: 'group',
            combine: 'all',
            rules: [{ kind: 'attribute', attribute: id('rich'), test: 'boolean', value: true }],
          },
        },
      },
      transitions: {
        ...SHOP.transitions,
        [id('buy')]: {
          from: id('page'),
          to: id('bought'),
          chance: { base: 0.1, bySegment: { [id('rich')]: { value: 0.4, order: 'a0' } } },
        },
      },
    } as never);
    const { slopes } = solve(map, true, { horizon: null })!;
    expect(slopes?.[id('buy')]).toBeCloseTo(0.5 * 0.4 * 26 * PROFIT_ARRIVALS, 4);
  });

  test('up to a horizon there are no slopes', () => {
    expect(solve(shopOf(), true, { horizon: 30 })?.slopes).toBeNull();
  });

  test('follows what effects change', () => {
    expect(solve(members(true))?.profit.value).toBeCloseTo((-2 + 0.5 * 26) * PROFIT_ARRIVALS, 4);
    expect(solve(members(false))?.profit.value).toBeCloseTo(-2 * PROFIT_ARRIVALS, 4);
  });
});

describe('a live answer', () => {
  test('is solved where it can be, and nobody is walked for it', () => {
    const answer = answerer()(question(shopOf()));
    expect(answer).toMatchObject({ sampled: null, step: null, without: [], reason: null });
    expect(answer?.figure.value).toBeCloseTo(1.25 * PROFIT_ARRIVALS, 6);
  });

  test('follows what effects change, solved and sampled', () => {
    for (const means of ['computed', 'sampled'] as const) {
      const yes = answerer()(question(members(true), means));
      const no = answerer()(question(members(false), means));
      expect(yes!.figure.value).toBeGreaterThan(3 * PROFIT_ARRIVALS);
      expect(no!.figure.value).toBeCloseTo(-2 * PROFIT_ARRIVALS, 4);
    }
  });

  test('is sampled from at most 2,000 customers, with the same left out batch by batch', () => {
    const few = answerer()(question(shopOf(), 'sampled'));
    expect(few?.sampled).toBe(500);
    const many = answerer()({ ...question(shopOf(), 'sampled'), customers: 9_000 });
    expect(many?.sampled).toBe(2_000);
    const { without, figure } = few!;
    expect(without.length).toBeGreaterThan(1);
    const mean = without.reduce((sum, each) => sum + each, 0) / without.length;
    expect(Math.abs(mean - figure.value)).toBeLessThan(0.01 * PROFIT_ARRIVALS);
  });

  test('is sampled where the map cannot be solved, and says why; for two seconds nobody asks again', () => {
    let now = 0;
    const answer = answerer(() => now);
    const refused = answer(question(dated));
    expect(refused?.sampled).toBe(500);
    expect(refused?.reason).not.toBeNull();
    now = 1_900;
    expect(answer(question({ ...shopOf(), id: dated.id }))?.reason).toEqual(refused?.reason);
    now = 2_100;
    expect(answer(question({ ...shopOf(), id: dated.id }))?.sampled).toBeNull();
  });

  test('what is left out batch by batch is money of day 0, as the profit is', () => {
    const map = shopOf({
      market: { grossMargin: 1, discountRate: 5 },
      transitions: {
        ...SHOP.transitions,
        [id('buy')]: {
          from: id('page'),
          to: id('bought'),
          chance: { base: 1 },
          delay: { family: 'constant', value: 300 },
        },
      },
    });
    const { figure, without } = answerer()(question({ ...map, scenarios: {} }, 'sampled'))!;
    // Half of all arrivals bring 26 after 300 days, which is worth 6^(−300/365) of it today.
    expect(Math.abs(figure.value - (-2 + 13 * 6 ** (-300 / 365)) * PROFIT_ARRIVALS)).toBeLessThan(
      0.3 * PROFIT_ARRIVALS,
    );
    for (const each of without) {
      expect(Math.abs(each - figure.value)).toBeLessThan(0.1 * PROFIT_ARRIVALS);
    }
  });

  test('a solver that was slow twice running is left alone for two seconds, not longer', () => {
    let now = 0;
    // Every look at the clock takes half a second.
    const answer = answerer(() => (now += 500));
    expect(answer(question(shopOf()))?.sampled).toBeNull();
    expect(answer(question(shopOf()))?.sampled).toBeNull();
    expect(answer(question(shopOf()))?.sampled).toBe(500);
    now += 5_000;
    expect(answer(question(shopOf()))?.sampled).toBeNull();
  });

  test('being slow once is forgiven', () => {
    let now = 0;
    let pace = 500;
    const answer = answerer(() => (now += pace));
    answer(question(shopOf()));
    pace = 1;
    answer(question(shopOf()));
    pace = 500;
    answer(question(shopOf()));
    expect(answer(question(shopOf()))?.sampled).toBeNull();
  });
});
