import { expect, test, vi } from 'vitest';
import { JourneyMap, Scenario } from '../../src/map/schema';
import { eachWalk, simulate } from '../../src/simulation';
import { runs } from '../support/runs';
import { chainMap, idOf } from './support/chain';

vi.setConfig({ testTimeout: runs(60_000, 600_000) });

/** Chances that differ for some periods only: by a campaign's schedule, and by a rule on the day. */

const N = runs(4_000, 400_000);
const ROWS = [
  [1251 / 1734, 350 / 1734, 116 / 1734, 17 / 1734],
  [0, 731 / 1258, 512 / 1258, 15 / 1258],
  [0, 0, 1312 / 1749, 437 / 1749],
  [0, 0, 0, 1],
];
const NAMES = ['A', 'B', 'C', 'D'];

/**
 * Combination therapy: two years in which every move on is 0.509 times as likely, and a drug that
 * costs 2086.5 at the end of each. A lift is read where the year begins, a cost is counted where it ends.
 */
function combination(): JourneyMap {
  const map = chainMap(NAMES, ROWS, {
    days: 365,
    economics: { A: { cost: 5034 }, B: { cost: 5330 }, C: { cost: 11285 } },
    market: { discountRate: 0.06 },
  });
  const moves = Object.entries(map.transitions).filter(([, { from, to }]) => from !== to);
  for (const transition of Object.values(map.transitions)) {
    if (transition.from === transition.to) transition.otherwise = true;
  }
  const alive = Object.fromEntries(['A', 'B', 'C'].map((name) => [idOf(name), true as const]));
  const from = (first: string, last: string) => ({ [idOf('years')]: { from: first, to: last } });
  const campaign = {
    touchpoints: alive,
    controlShare: 0,
    lastsDays: 0,
    status: 'running' as const,
  };
  return JourneyMap.parse({
    ...map,
    campaigns: {
      [idOf('works')]: {
        ...campaign,
        schedule: from('2026-01-01', '2027-12-31'),
        effects: Object.fromEntries(
          moves.map(([id]) => [id, { kind: 'lift' as const, transition: id, factor: 0.509 }]),
        ),
      },
      [idOf('costs')]: {
        ...campaign,
        schedule: from('2027-01-01', '2028-01-01'),
        cost: { perContact: 2086.5 },
      },
    },
  });
}

const cohort = Scenario.parse({ horizon: 7300, counting: 'end', customers: N, cycleDays: 365 });

test('combination therapy costs and lives as long as published', async () => {
  const run = await simulate(combination(), cohort);
  const years = ['A', 'B', 'C'].map((name) => run.touchpoints[idOf(name)]!.visitsPerCustomer);
  const half = years.reduce((sum, { interval }) => sum + interval![1] - interval![0], 0) * 0.85;
  const lived = years.reduce((sum, { value }) => sum + value, 0);
  expect(Math.abs(lived - 8.9373889)).toBeLessThan(half);
  const { value, interval } = run.total.money.discountedPerCustomer;
  expect(Math.abs(-value - 50601.6513312)).toBeLessThan((interval![1] - interval![0]) * 0.85);
});

test('a season opens a transition on some days of every year only', async () => {
  const map = chainMap(
    ['shop', 'bought'],
    [
      [0.5, 0.5],
      [0, 1],
    ],
    { days: 30 },
  );
  const buys = idOf('shop-bought');
  map.transitions[buys]!.when = {
    kind: 'today',
    not: false,
    operator: 'between',
    value: '2000-12-01',
    to: '2000-12-31',
    yearly: true,
  };
  map.transitions[idOf('shop-shop')]!.chance.base = 0.5;
  map.transitions[idOf('shop-shop')]!.otherwise = true;
  const run = await simulate(map, Scenario.parse({ horizon: 1100, customers: 300 }));
  const start = Date.parse('2026-01-01');
  let bought = 0;
  for (const { steps } of eachWalk(run.walks)) {
    for (const [k, { transition }] of steps.entries()) {
      if (transition !== buys) continue;
      bought += 1;
      const day = new Date(start + steps[k - 1]!.clock * 86_400_000);
      expect(day.getUTCMonth()).toBe(11);
    }
  }
  expect(bought).toBeGreaterThan(200);
});

test('a loop is bounded by a rule on the visits so far', async () => {
  const map = chainMap(
    ['try', 'done'],
    [
      [0.9, 0.1],
      [0, 1],
    ],
    { days: 1 },
  );
  map.transitions[idOf('try-try')]!.when = {
    kind: 'visits',
    not: false,
    touchpoint: idOf('try'),
    scope: 'journey',
    operator: 'less',
    value: 3,
    to: 0,
  };
  const run = await simulate(map, Scenario.parse({ horizon: null, customers: N }));
  const visits = [...eachWalk(run.walks)].map(
    ({ steps }) => steps.filter(({ touchpoint }) => touchpoint === idOf('try')).length,
  );
  expect(Math.max(...visits)).toBe(3);
  // Three visits: 0.1 + 0.9 × 0.1 + 0.81 × 0.1 go on, the rest of the third drops off.
  const { value, interval } = run.outcomes[idOf('done')]!.share;
  expect(Math.abs(value - 0.271)).toBeLessThan((interval![1] - interval![0]) * 0.85);
});
