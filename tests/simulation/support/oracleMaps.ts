import type { JourneyMap } from '../../../src/map/schema';
import { chainMap } from './chain';

/** Chains whose answers others have published; the engines and the benchmark share them. */

type Rows = readonly (readonly number[])[];

/** Chancellor 1997: yearly chances of monotherapy, and the cost of a cycle in each state. */
export const HIV = {
  names: ['A', 'B', 'C', 'D'],
  rows: [
    [1251 / 1734, 350 / 1734, 116 / 1734, 17 / 1734],
    [0, 731 / 1258, 512 / 1258, 15 / 1258],
    [0, 0, 1312 / 1749, 437 / 1749],
    [0, 0, 0, 1],
  ] as Rows,
  economics: { A: { cost: 5034 }, B: { cost: 5330 }, C: { cost: 11285 } },
  lifeYears: 7.9912066,
  cost: 44663.4535637,
} as const;

/** HIV monotherapy as a map. */
export const hivMap = (): JourneyMap =>
  chainMap(HIV.names, HIV.rows, {
    days: 365,
    economics: HIV.economics,
    market: { discountRate: 0.06 },
  });

/** Sonnenberg & Beck: well, disabled, dead. */
export const WELL = {
  names: ['well', 'disabled', 'dead'],
  rows: [
    [0.6, 0.2, 0.2],
    [0, 0.6, 0.4],
    [0, 0, 1],
  ] as Rows,
} as const;

/** The same with a utility of 1 and 0.7 for each cycle. */
export const wellMap = (): JourneyMap =>
  chainMap(WELL.names, WELL.rows, {
    economics: { well: { revenue: 1 }, disabled: { revenue: 0.7 } },
  });

/** Pfeifer & Carraway: a buyer's recency goes back to 1 with `p`, else on; the last state absorbs. */
export function migrationMap(
  payoff: readonly number[],
  p: readonly number[],
  start: string,
  discountRate: number,
): JourneyMap {
  const rows = p.map((buys, i) =>
    p.map((_, j) => (i === 3 ? Number(j === 3) : j === 0 ? buys : j === i + 1 ? 1 - buys : 0)),
  );
  const names = ['r1', 'r2', 'r3', 'gone'];
  const economics = Object.fromEntries(names.map((name, i) => [name, { revenue: payoff[i]! }]));
  return chainMap(names, rows, { start, days: 365, economics, market: { discountRate } });
}

/** A drunkard's street: a step either way with chance ½, both ends absorb. */
export function streetMap(corners: number, start: number): JourneyMap {
  const names = Array.from({ length: corners }, (_, i) => String(i));
  const rows = names.map((_, i) =>
    names.map((__, j) =>
      i === 0 || i === corners - 1 ? Number(i === j) : Math.abs(i - j) === 1 ? 0.5 : 0,
    ),
  );
  return chainMap(names, rows, { start: String(start) });
}

/** Rooms of the rat's maze: three by three, the one in the middle absorbs. */
const ROOMS = [[1, 3], [0, 2, 4], [1, 5], [0, 4, 6], [], [2, 4, 8], [3, 7], [4, 6, 8], [5, 7]];

/** A rat that goes to any of the next rooms alike. */
export function mazeMap(start: number): JourneyMap {
  const names = ROOMS.map((_, i) => String(i));
  const rows = ROOMS.map((near, i) =>
    ROOMS.map((_, j) => (i === 4 ? Number(j === 4) : near.includes(j) ? 1 / near.length : 0)),
  );
  return chainMap(names, rows, { start: String(start) });
}

const JUMPS = [4, 5, 6, 7, 0, 1, 2];

/** The benchmark chain of ten states: 8 converts, 9 churns. */
export const BENCHMARK = {
  names: '0123456789'.split(''),
  rows: Array.from({ length: 10 }, (_, i) => {
    const row = Array.from({ length: 10 }, () => 0);
    const add = (to: number, chance: number) => {
      row[to]! += chance;
    };
    if (i >= 8) add(i, 1);
    else if (i === 0) {
      add(1, 0.45);
      add(0, 0.35);
      add(3, 0.1);
      add(9, 0.1);
    } else {
      add(i + 1, 0.45);
      add(i, 0.2);
      add(i - 1, 0.15);
      add(JUMPS[i - 1]!, 0.1);
      add(9, 0.1);
    }
    return row;
  }) as Rows,
  steps: 7.967249909056858,
  conversion: 0.20327500909431412,
} as const;
