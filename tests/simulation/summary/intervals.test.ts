import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { measureOf } from '../../../src/kpis';
import { JourneyMap, Scenario } from '../../../src/map/schema';
import { fitRetention, kpiDifference, simulate, type Estimate } from '../../../src/simulation';
import { chainMap, idOf } from '../support/chain';

vi.setConfig({ testTimeout: 60_000 });

const MONTH = 365 / 12;

/** Pays 10 a month, leaves with a chance of .2 each month; KPIs told by time, series and money. */
const subscription = (() => {
  const map = chainMap(
    ['pays', 'gone'],
    [
      [0.8, 0.2],
      [0, 1],
    ],
    { days: MONTH },
  );
  const at = idOf('pays');
  const kpi = (id: string) => ({ name: id, metric: { kind: 'catalogue' as const, id } });
  return JourneyMap.parse({
    ...map,
    touchpoints: {
      ...map.touchpoints,
      [at]: { ...map.touchpoints[at]!, economics: { monthlyPrice: 10 }, milestone: 'acquired' },
    },
    kpis: Object.fromEntries(
      ['first-renewal', 'monthly-loss', 'mrr', 'revenue', 'arpu', 'visits-per-customer'].map(
        (id) => [idOf(id.slice(0, 10)), kpi(id)],
      ),
    ),
  });
})();
const horizon = 12 * MONTH;

describe('intervals of numbers told by time, by month and by money', () => {
  test('hold the exact number about as often as they say', async () => {
    const customers = 200;
    // Paid in the middle of month 2: renewed once. After k months .8^k still pay.
    const exact: Record<string, number> = {
      'first-renewal': 0.8,
      'monthly-loss': 0.2,
      mrr: 10 * customers * 0.8 ** 12,
      revenue: (10 * customers * (1 - 0.8 ** 12)) / 0.2,
    };
    const held: Record<string, number> = {};
    const seeds = 30;
    const measure = measureOf(subscription);
    for (let seed = 1; seed <= seeds; seed += 1) {
      const scenario = Scenario.parse({ horizon, customers, seed });
      const run = await simulate(subscription, scenario, { measure });
      for (const [id, { name }] of Object.entries(subscription.kpis)) {
        if (exact[name] === undefined) continue;
        const [low, high] = run.kpis[id]!.interval!;
        if (low <= exact[name] && exact[name] <= high) held[name] = (held[name] ?? 0) + 1;
      }
    }
    // Fewer than 24 of 30 at 95 % would be one case in ten thousand.
    for (const name of Object.keys(exact)) expect(held[name], name).toBeGreaterThanOrEqual(24);
  });

  test('grow as narrow as the customers grow many', async () => {
    const measure = measureOf(subscription);
    const width = async (customers: number) => {
      const run = await simulate(subscription, Scenario.parse({ horizon, customers }), { measure });
      const [low, high] = run.kpis[idOf('monthly-lo')]!.interval!;
      return high - low;
    };
    const [few, many] = [await width(500), await width(8_000)];
    expect(few / many).toBeGreaterThan(2.7);
    expect(few / many).toBeLessThan(6);
  });

  test('are none where everybody is alike or nothing was seen', async () => {
    const run = await simulate(subscription, Scenario.parse({ horizon, customers: 200 }));
    const [first] = run.series.periods;
    expect(first?.intervals.newMrr).toEqual([2_000, 2_000]);
    expect(first?.intervals.expansion).toBeNull();
  });

  test('are as wide where money is counted in billions', async () => {
    const states = ['start', 'won', 'lost'];
    const chances = [
      [0, 0.5, 0.5],
      [0, 1, 0],
      [0, 0, 1],
    ];
    const widthOf = async (revenue: number) => {
      const map = chainMap(states, chances, { economics: { won: { revenue } } });
      const { total } = await simulate(map, null, { customers: 1_000, seed: 3 });
      const [low, high] = total.money.perCustomer.interval!;
      return (high - low) / revenue;
    };
    const width = await widthOf(1);
    expect(width).toBeGreaterThan(0.05);
    for (const revenue of [1e8, 1e9, 1e11, 1e12]) {
      expect(await widthOf(revenue), String(revenue)).toBeCloseTo(width, 9);
    }
  });

  test('of two runs with the same customers are paired', async () => {
    const measure = measureOf(subscription);
    const run = (seed: number) =>
      simulate(subscription, Scenario.parse({ horizon, customers: 400, seed }), { measure });
    const [one, two] = [await run(1), await run(2)];
    const kpi = idOf('monthly-lo');
    expect(kpiDifference(one, one, kpi)).toEqual({ value: 0, interval: [0, 0] });
    const apart = kpiDifference(one, two, kpi)!;
    const half = ({ interval }: Estimate) => (interval![1] - interval![0]) / 2;
    expect(half(apart)).toBeCloseTo(Math.hypot(half(one.kpis[kpi]!), half(two.kpis[kpi]!)), 12);
    expect(kpiDifference(one, two, 'nosuchkpi')).toBeNull();
  });

  test('are told of every persona, segment, touchpoint, month and credit of the sample map', async () => {
    const map = JourneyMap.parse(
      JSON.parse(readFileSync('src/samples/coachinglive.journey.json', 'utf8')),
    );
    const scenario = Scenario.parse({ horizon: 365, customers: 1_500 });
    const run = await simulate(map, scenario, { measure: measureOf(map) });
    const none: string[] = [];
    const expectOf = (name: string, { value, interval }: Estimate) => {
      if (value !== 0 && !interval) none.push(name);
      if (interval && !(interval[0] <= value && value <= interval[1])) none.push(`${name} outside`);
    };
    for (const [id, group] of Object.entries({ ...run.personas, ...run.segments })) {
      if (group.customers < 200) continue;
      expectOf(`${id} steps`, group.steps);
      expectOf(`${id} revenue`, group.money.revenuePerCustomer);
      expectOf(`${id} cost`, group.money.costPerCustomer);
      for (const [at, { visits, visitsPerCustomer, reachedShare }] of Object.entries(
        group.touchpoints,
      )) {
        if (visits > 40) expectOf(`${id} visits ${at}`, visitsPerCustomer);
        expectOf(`${id} reached ${at}`, reachedShare);
      }
      for (const [at, { share }] of Object.entries(group.transitions)) {
        expectOf(`${id} taken ${at}`, share);
      }
    }
    for (const [id, kpi] of Object.entries(run.kpis)) expectOf(map.kpis[id]!.name, kpi);
    for (const { mrr, intervals, from } of run.series.periods) {
      expectOf(`mrr of day ${from}`, { value: mrr, interval: intervals.mrr });
    }
    for (const { share, age } of run.series.retention) expectOf(`retention at ${age}`, share);
    for (const [id, { credit, removal }] of Object.entries(run.attribution.touchpoints)) {
      expectOf(`credit of ${id}`, credit);
      expectOf(`removal of ${id}`, removal);
    }
    expect(none).toEqual([]);
    const campaigns = Object.values(run.campaigns);
    for (const { arms } of campaigns) expect(arms.control?.lift).toBeNull();
  });
});

describe('retention fitted', () => {
  test('people whose chance to stay differs are found again from their run', async () => {
    // Beta(α, β) of the oracle, as twelve personas of equal share at its quantile midpoints.
    const churn = [
      0.0128, 0.0603, 0.1244, 0.199, 0.2808, 0.3676, 0.4575, 0.5488, 0.6398, 0.729, 0.8156, 0.9062,
    ];
    const map = chainMap(
      ['pays', 'gone'],
      [
        [0.5, 0.5],
        [0, 1],
      ],
      { days: MONTH },
    );
    const at = idOf('pays');
    const stays = idOf('pays-pays');
    const ids = churn.map((_, i) => idOf(`p${String(i)}`));
    const order = (i: number) => `a${String.fromCharCode(97 + i)}`;
    const mixed = JourneyMap.parse({
      ...map,
      personas: Object.fromEntries(ids.map((id, i) => [id, { share: 1, order: order(i) }])),
      segments: Object.fromEntries(
        ids.map((persona, i) => [
          idOf(`s${String(i)}`),
          { rule: { kind: 'persona', persona }, order: order(i) },
        ]),
      ),
      touchpoints: {
        ...map.touchpoints,
        [at]: { ...map.touchpoints[at]!, economics: { monthlyPrice: 10 } },
      },
      transitions: {
        ...map.transitions,
        [stays]: {
          ...map.transitions[stays]!,
          chance: {
            base: 0,
            bySegment: Object.fromEntries(
              churn.map((chance, i) => [
                idOf(`s${String(i)}`),
                { value: 1 - chance, order: order(i) },
              ]),
            ),
          },
        },
        [idOf('pays-gone')]: { ...map.transitions[idOf('pays-gone')]!, otherwise: true },
      },
    });
    const run = await simulate(mixed, Scenario.parse({ horizon: 8 * MONTH, customers: 4_000 }));
    const { retention, retentionFit } = run.series;
    expect(retentionFit).not.toBeNull();
    const middles = retention.filter(({ age }) => age % 1 === 0.5);
    const churned = middles
      .slice(1)
      .map(({ share }, month) => 1 - share.value / middles[month]!.share.value);
    for (let month = 1; month < 5; month += 1) {
      expect(churned[month]).toBeLessThan(churned[month - 1]!);
    }
    middles.forEach(({ share: { value } }, month) => {
      expect(Math.abs(retentionFit!.shares[month]! - value)).toBeLessThan(0.02);
    });
    // Of a cohort nobody leaves unobserved, it is the fit to the counts themselves.
    const fit = fitRetention(middles.map(({ paying }) => paying))!;
    expect(retentionFit!.alpha).toBeCloseTo(fit.alpha, 6);
    expect(retentionFit!.beta).toBeCloseTo(fit.beta, 6);
  });

  test('people who are all alike give a straight curve, and nobody lost gives none', () => {
    const alive = [1_000, 800, 640, 512, 409.6];
    const fit = fitRetention(alive)!;
    expect(fit.alpha / (fit.alpha + fit.beta)).toBeCloseTo(0.2, 3);
    expect(fitRetention([10, 10, 10])).toBeNull();
  });
});
