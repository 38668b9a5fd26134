import { describe, expect, test } from 'vitest';
import { JourneyMap, type JourneyMapInput, Scenario } from '../../../src/map/schema';
import { solveExact } from '../../../src/simulation/exact';
import { chainMap, idOf } from '../support/chain';
import {
  BENCHMARK,
  HIV,
  hivMap,
  mazeMap,
  migrationMap,
  streetMap,
  WELL,
  wellMap,
} from '../support/oracleMaps';

const endless = Scenario.parse({ horizon: null });
const until = (horizon: number, more: object = {}) => Scenario.parse({ horizon, ...more });

describe('HIV cohort: counted at the end of twenty yearly cycles, discounted 6 %', () => {
  const { names, rows } = HIV;
  const scenario = until(7300, { counting: 'end', cycleDays: 365 });
  const lifeYears = (visits: Readonly<Record<string, number>>) =>
    ['A', 'B', 'C'].reduce((sum, name) => sum + visits[idOf(name)]!, 0);
  const mono = solveExact(hivMap(), scenario);

  test('monotherapy', () => {
    expect(-mono.total.discounted.contribution).toBeCloseTo(HIV.cost, 6);
    expect(lifeYears(mono.total.visits)).toBeCloseTo(HIV.lifeYears, 7);
    expect(mono.tick).toBe(365);
  });

  test('combination therapy in the first two cycles: chances and costs that change with time', () => {
    const map = hivMap();
    const days = (operator: 'less' | 'at-least') =>
      ({ kind: 'days', operator, value: 730 }) as const;
    const transitions = Object.entries(map.transitions).flatMap(([id, transition]) => {
      const row = names.findIndex((name) => idOf(name) === transition.from);
      const stays = transition.from === transition.to;
      const lessened = rows[row]!.reduce((sum, chance, j) => sum + (j === row ? 0 : chance), 0);
      const base = stays ? 1 - 0.509 * lessened : 0.509 * transition.chance.base;
      const isAlive = transition.to !== idOf('D');
      const costItems = { [idOf('drug')]: { amount: isAlive ? 2086.5 : 0 } };
      return [
        [id, { ...transition, when: days('at-least') }],
        [
          `${id.slice(0, 10)}early`,
          { ...transition, when: days('less'), chance: { base }, economics: { costItems } },
        ],
      ];
    });
    const combined = JourneyMap.parse({
      ...map,
      transitions: Object.fromEntries(transitions) as JourneyMapInput['transitions'],
    });
    const { total } = solveExact(combined, scenario);
    expect(-total.discounted.contribution).toBeCloseTo(50601.6513312, 6);
    expect(lifeYears(total.visits)).toBeCloseTo(8.9373889, 6);
    const perYear =
      (mono.total.discounted.contribution - total.discounted.contribution) /
      (lifeYears(total.visits) - lifeYears(mono.total.visits));
    expect(perYear).toBeCloseTo(6275.9556, 4);
  });
});

describe('Sonnenberg & Beck: well, disabled, dead', () => {
  const { names, rows } = WELL;
  const map = wellMap();

  test.each([
    ['end', 2.374949],
    ['half', 2.874933],
    ['start', 3.3749177],
  ] as const)('utility counted at the %s', (counting, exact) => {
    const { total } = solveExact(map, until(24, { counting }));
    expect(total.money.contribution).toBeCloseTo(exact, 6);
  });

  test('who is where after one and after two cycles', () => {
    const after = (cycles: number) => {
      const { total } = solveExact(map, until(cycles));
      return [
        total.waiting[idOf('well')],
        total.waiting[idOf('disabled')],
        total.outcomes[idOf('dead')],
      ].map((share) => Math.round(share! * 10_000));
    };
    expect(after(1)).toEqual([6000, 2000, 2000]);
    expect(after(2)).toEqual([3600, 2400, 4000]);
  });

  test('costs of transitions and of states in the first cycle', () => {
    const costs = chainMap(names, rows, { economics: { disabled: { cost: 750 } } });
    const price = { 'well-disabled': 1000, 'well-dead': 250, 'disabled-dead': 500 };
    const priced = JourneyMap.parse({
      ...costs,
      transitions: {
        ...costs.transitions,
        ...Object.fromEntries(
          Object.entries(price).map(([name, amount]) => [
            idOf(name),
            {
              ...costs.transitions[idOf(name)],
              economics: { costItems: { [idOf('item')]: { amount } } },
            },
          ]),
        ),
      },
    });
    const { total } = solveExact(priced, until(1, { counting: 'end' }));
    expect(total.money.cost.service).toBeCloseTo(200 + 150 + 50, 9);
  });
});

describe('customer migration', () => {
  const migration = (
    payoff: readonly number[],
    p: readonly number[],
    start: string,
    horizon: number | null,
    discountRate: number,
  ) => {
    const map = migrationMap(payoff, p, start, discountRate);
    return solveExact(map, until(1, { horizon, cycleDays: 365 })).total;
  };

  test.each([
    ['r1', 231.0763889],
    ['r2', 57.2916667],
    ['r3', 21.0069444],
  ])('value of a buyer at recency %s without a horizon', (start, exact) => {
    const { discounted } = migration([100, 0, 0, 0], [0.5, 0.2, 0.1, 0], start, null, 0.1);
    expect(discounted.contribution).toBeCloseTo(exact, 7);
  });

  test.each([
    ['r1', 49.4047068],
    ['r2', 2.6875],
    ['r3', -1.9828318],
  ])('value at recency %s over t = 0…4', (start, exact) => {
    const { discounted } = migration([36, -4, -4, 0], [0.3, 0.2, 0.05, 0], start, 365 * 5, 0.2);
    expect(discounted.contribution).toBeCloseTo(exact, 6);
  });

  test('the fourth power of the matrix', () => {
    const expected = {
      r1: [0.0823, 0.0973, 0.1288, 0.6916],
      r2: [0.037, 0.0406, 0.056, 0.8664],
      r3: [0.007, 0.008, 0.0084, 0.9766],
    };
    for (const [start, row] of Object.entries(expected)) {
      const { waiting, outcomes } = migration([0, 0, 0, 0], [0.3, 0.2, 0.05, 0], start, 1460, 0);
      const where = [waiting[idOf('r1')], waiting[idOf('r2')], waiting[idOf('r3')]];
      [...where, outcomes[idOf('gone')]].forEach((share, i) => {
        expect(Math.abs(share! - row[i]!)).toBeLessThan(5.001e-5);
      });
    }
  });
});

test('drunkard’s walk: steps and where the walk ends, on five and six corners', () => {
  for (const corners of [5, 6]) {
    for (let start = 1; start < corners - 1; start += 1) {
      const { total } = solveExact(streetMap(corners, start), endless);
      expect(total.time.mean).toBeCloseTo(start * (corners - 1 - start), 10);
      expect(total.outcomes[idOf('0')]).toBeCloseTo(1 - start / (corners - 1), 12);
    }
  }
});

test('the maze rat finds the centre', () => {
  const steps = [6, 5, 6, 5, 0, 5, 6, 5, 6];
  const map = mazeMap(0);
  steps.forEach((mean, i) => {
    expect(solveExact(map, endless, { start: idOf(String(i)) }).total.time.mean).toBeCloseTo(
      mean,
      10,
    );
  });
});

test('hitting probabilities, coming back included', () => {
  const names = ['1', '2', '3', '4', '5'];
  // The published table is of a walk whose fourth state leads to the second and the fifth.
  const rows = [
    [1, 0, 0, 0, 0],
    [0.5, 0, 0.5, 0, 0],
    [0, 0.5, 0, 0.5, 0],
    [0, 0.5, 0, 0, 0.5],
    [0, 0, 0, 0, 1],
  ];
  const expected = {
    '2': [0.8, 0.375, 0.5, 0.3333333, 0.2],
    '3': [0.6, 0.75, 0.375, 0.6666667, 0.4],
    '4': [0.4, 0.5, 0.25, 0.1666667, 0.6],
  };
  const map = chainMap(names, rows, { start: '2' });
  for (const [from, row] of Object.entries(expected)) {
    const solution = solveExact(map, endless, { start: idOf(from) });
    row.forEach((chance, j) => {
      const { completed } = solution.span([idOf(from)], [idOf(names[j]!)]);
      expect(completed).toBeCloseTo(chance, 7);
      if (names[j] !== from)
        expect(solution.total.reached([idOf(names[j]!)])).toBeCloseTo(chance, 7);
    });
  }
});

test('weather: mean first passage times', () => {
  const names = ['sunny', 'cloudy', 'rain'];
  const rows = [
    [0.7, 0.2, 0.1],
    [0.3, 0.4, 0.3],
    [0.2, 0.45, 0.35],
  ];
  const map = chainMap(names, rows);
  for (const [from, to, days] of [
    ['sunny', 'cloudy', 4.285714],
    ['sunny', 'rain', 6.666667],
    ['cloudy', 'sunny', 3.72549],
    ['cloudy', 'rain', 5],
    ['rain', 'sunny', 4.117647],
    ['rain', 'cloudy', 2.857143],
  ] as const) {
    const { total } = solveExact(map, endless, { start: idOf(from), stop: idOf(to) });
    expect(total.time.mean).toBeCloseTo(days, 6);
    expect(total.reached([idOf(to)])).toBeCloseTo(1, 12);
  }
});

test('CLV multiple of a retained customer, with and without the first period', () => {
  const map = chainMap(
    ['pays', 'gone'],
    [
      [0.8, 0.2],
      [0, 1],
    ],
    { days: 365, economics: { pays: { revenue: 1 } }, market: { discountRate: 0.1 } },
  );
  const worth = (counting: 'start' | 'end') =>
    solveExact(map, until(1, { horizon: null, counting })).total.discounted.contribution;
  expect(worth('end')).toBeCloseTo(0.8 / 0.3, 12);
  expect(worth('start')).toBeCloseTo(1.1 / 0.3, 12);
});

test('the benchmark chain', () => {
  const { total } = solveExact(chainMap(BENCHMARK.names, BENCHMARK.rows), endless);
  expect(total.time.mean).toBeCloseTo(BENCHMARK.steps, 12);
  expect(total.outcomes[idOf('8')]).toBeCloseTo(BENCHMARK.conversion, 14);
});
