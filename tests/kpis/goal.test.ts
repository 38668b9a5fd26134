import { describe, expect, test } from 'vitest';
import { goalMetric, goalOf, goalShareOf, lacks, measureOf } from '../../src/kpis';
import { exactGoalShare } from '../../src/kpis/exact';
import { newMap } from '../../src/map/records';
import type { JourneyMap, Kpi } from '../../src/map/schema';
import { simulate } from '../../src/simulation';
import { solveExact } from '../../src/simulation/exact';

const ID = {
  door: 'touchpoint-door',
  talk: 'touchpoint-talk',
  joins: 'touchpoint-joins',
  gives: 'touchpoint-gives',
  goes: 'touchpoint-goes',
} as const;

/** From the door 40% talk; of them 50% join, 25% give, 25% say no. */
const free = (more: Partial<Record<keyof typeof ID, object>> = {}): JourneyMap =>
  newMap({
    touchpoints: {
      [ID.door]: { kind: 'entry', ...more.door },
      [ID.talk]: { ...more.talk },
      [ID.joins]: { kind: 'outcome', outcome: 'success', ...more.joins },
      [ID.gives]: { kind: 'outcome', outcome: 'success', ...more.gives },
      [ID.goes]: { kind: 'outcome', outcome: 'loss' },
    },
    transitions: {
      'transition-to-talk': { from: ID.door, to: ID.talk, chance: { base: 0.4 } },
      'transition-to-join': { from: ID.talk, to: ID.joins, chance: { base: 0.5 } },
      'transition-to-give': { from: ID.talk, to: ID.gives, chance: { base: 0.25 } },
      'transition-to-goes': { from: ID.talk, to: ID.goes, otherwise: true },
    },
  });

const noSuccess = { joins: { outcome: 'neutral' }, gives: { outcome: 'neutral' } };
const acquiring = free({ ...noSuccess, talk: { milestone: 'acquired' } });

describe('the goal of a map', () => {
  test('is its successes; without one, being acquired; without that, there is none', () => {
    expect(goalOf(free())).toEqual({ kind: 'outcomes', ids: [ID.joins, ID.gives] });
    expect(goalOf(acquiring)).toEqual({ kind: 'acquired' });
    expect(goalOf(free(noSuccess))).toBeNull();
  });

  test('a run, its batches and the solution say the same share, over all successes', async () => {
    for (const [map, share] of [
      [free(), 0.3],
      [acquiring, 0.4],
      [free(noSuccess), 0],
    ] as const) {
      const run = await simulate(map, null, { customers: 2_000, seed: 3 });
      const { value } = goalShareOf(run.total, map);
      expect(Math.abs(value - share)).toBeLessThan(0.04);
      const { customers, sums } = run.batches;
      const whole = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0);
      expect(goalMetric(map)((name) => whole(sums[name] ?? []), whole(customers))).toBeCloseTo(
        value,
        12,
      );
      expect(exactGoalShare(solveExact(map), map)).toBeCloseTo(share, 9);
    }
  });
});

describe('a KPI that speaks of what the map has none of', () => {
  const kpi = (id: string): Kpi =>
    newMap({ kpis: { 'kpi-of-the-map': { metric: { kind: 'catalogue', id } } } }).kpis[
      'kpi-of-the-map'
    ]!;

  test('of money without money, of time without time', () => {
    expect(lacks(kpi('mrr'), free())).toBe('money');
    expect(lacks(kpi('reach'), free())).toBeNull();
    expect(lacks(kpi('mrr'), free({ joins: { economics: { revenue: 5 } } }))).toBeNull();
    expect(lacks(kpi('time-to-convert'), free())).toBe('time');
    expect(lacks(kpi('time-to-convert'), free({ door: { dropOffAfter: 3 } }))).toBeNull();
  });

  test('has no value, rather than 0', async () => {
    const map = { ...free(), kpis: { 'kpi-of-the-map': kpi('arpu') } };
    const run = await simulate(map, null, { customers: 50, seed: 1, measure: measureOf(map) });
    expect(run.kpis).toEqual({});
  });
});
