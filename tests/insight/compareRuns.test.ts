import { beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../src/language';
import { loadLanguage } from '../../src/language/load';
import { measureOf } from '../../src/kpis';
import { simulate } from '../../src/simulation';
import type { RunResult } from '../../src/simulation/results';
import { compareRuns } from '../../src/insight/comparison/compareRuns';
import { coachingLive } from '../runs/coachinglive';

const map = coachingLive();
const customers = 400;
let language: Language;
let plain: RunResult;
let cart: RunResult;

beforeAll(async () => {
  language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const run = (scenario: string) =>
    simulate(map, scenario, { customers, seed: 7, measure: measureOf(map) });
  const [baseline] = Object.entries(map.scenarios).find(
    ([, { name }]) => name === 'Baseline, 24 months',
  )!;
  const [followUp] = Object.entries(map.scenarios).find(([, { name }]) =>
    name.startsWith('Cart follow-up'),
  )!;
  plain = await run(baseline);
  cart = await run(followUp);
});

const rowsOf = (before: RunResult, after: RunResult) =>
  compareRuns(before, after, map, language.t).flatMap(({ rows }) => rows);

describe('comparing runs', () => {
  test('a run does not differ from itself in anything', () => {
    for (const { change } of rowsOf(plain, plain)) expect(change?.value ?? 0).toBe(0);
  });

  test('swapping the runs turns every difference round', () => {
    const there = rowsOf(plain, cart);
    const back = new Map(rowsOf(cart, plain).map((row) => [row.key, row]));
    for (const { key, change } of there) {
      if (!change) continue;
      expect(back.get(key)?.change?.value).toBeCloseTo(-change.value, 8);
    }
  });

  test('the difference is after minus before, and its interval holds it', () => {
    const rows = rowsOf(plain, cart).filter(({ change }) => change?.interval);
    expect(rows.length).toBeGreaterThan(10);
    for (const { before, after, change } of rows) {
      expect(change?.value).toBeCloseTo((after ?? 0) - (before ?? 0), 8);
      const [low, high] = change!.interval!;
      expect(low).toBeLessThanOrEqual(change!.value + 1e-9);
      expect(high).toBeGreaterThanOrEqual(change!.value - 1e-9);
    }
  });

  test('the outcomes and ends of a run are its own shares', () => {
    const rows = rowsOf(plain, cart);
    for (const [id, { share }] of Object.entries(cart.outcomes)) {
      expect(rows.find(({ key }) => key === id)?.after).toBeCloseTo(share.value, 12);
    }
  });
});
