import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { impossibilities, reachable } from '../../../src/machine';
import { JourneyMap } from '../../../src/map/schema';
import { eachWalk, simulate } from '../../../src/simulation';
import { coverageOf } from '../../../src/simulation/cover/coverage';
import { setCover } from '../../../src/simulation/cover/setCover';
import { journeyMap } from '../../map/arbitraries';
import { runs } from '../../support/runs';

vi.setConfig({ testTimeout: 60_000 });

/** The smallest cover by trying every choice. */
function smallest(size: number, sets: readonly (readonly number[])[]): number {
  const masks = sets.map((set) => set.reduce((mask, element) => mask | (1 << element), 0));
  const all = masks.reduce((whole, mask) => whole | mask, 0);
  let best = size + sets.length;
  for (let choice = 0; choice < 1 << sets.length; choice += 1) {
    let mask = 0;
    let count = 0;
    masks.forEach((each, place) => {
      if ((choice & (1 << place)) === 0) return;
      mask |= each;
      count += 1;
    });
    if (mask === all && count < best) best = count;
  }
  return best;
}

describe('the smallest choice of sets', () => {
  test('is as small as trying every choice finds it, and covers all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 7 }), { maxLength: 9 }),
        (sets) => {
          const { chosen, atLeast } = setCover(12, sets);
          const covered = new Set(chosen.flatMap((place) => sets[place]!));
          expect(covered).toEqual(new Set(sets.flat()));
          expect(chosen).toHaveLength(smallest(12, sets));
          expect(atLeast).toBe(chosen.length);
        },
      ),
      { numRuns: runs(150, 20_000) },
    );
  });

  test('beats the greedy one where greed goes wrong', () => {
    // Greedy takes the six in the middle first and then needs both rows for what is left.
    const rows = [
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
      [2, 3, 4, 7, 8, 9],
    ];
    expect(setCover(10, rows)).toEqual({ chosen: [0, 1], atLeast: 2 });
    expect(setCover(3, [])).toEqual({ chosen: [], atLeast: 0 });
  });

  test('of a problem too large to finish covers all, with a bound that is no lie', () => {
    let seed = 7;
    const draw = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const sets = Array.from({ length: 220 }, () =>
      Array.from({ length: 160 }, (_, element) => element).filter(() => draw() < 0.07),
    );
    const { chosen, atLeast } = setCover(160, sets);
    expect(new Set(chosen.flatMap((place) => sets[place]!))).toEqual(new Set(sets.flat()));
    expect(atLeast).toBeLessThanOrEqual(chosen.length);
    // A set holds 25 elements at most, so that so many are needed; nothing better is known here.
    expect(atLeast).toBeGreaterThan(1);
  });
});

describe('walks that cover a map', () => {
  test('take together what the sample takes, each something new, on any map', async () => {
    await fc.assert(
      fc.asyncProperty(journeyMap(), async (map) => {
        const { walks } = await simulate(map, null, { customers: 30, maxSteps: 60 });
        const coverage = coverageOf(walks);
        const all = [...eachWalk(walks)];
        const taken = (list: typeof all) =>
          new Set(list.flatMap(({ steps }) => steps.map((step) => step.transition ?? '')));
        expect(taken(coverage.walks.map(({ walk }) => all[walk]!))).toEqual(taken(all));
        for (const { touchpoints, transitions } of coverage.walks) {
          expect(touchpoints.length + transitions.length).toBeGreaterThan(0);
        }
        expect(coverage.atLeast).toBeLessThanOrEqual(coverage.walks.length);
      }),
      { numRuns: runs(8, 1_000) },
    );
  });

  test('never show what was proved impossible, on any map', async () => {
    await fc.assert(
      fc.asyncProperty(journeyMap(), async (map) => {
        const { walks } = await simulate(map, null, { customers: 60, maxSteps: 200 });
        const coverage = coverageOf(walks);
        const { touchpoints, transitions, personas } = impossibilities(map);
        for (const { id } of touchpoints) expect(coverage.touchpoints.has(id)).toBe(false);
        for (const { id } of transitions) expect(coverage.transitions.has(id)).toBe(false);
        const reach = new Map(personas.map((each) => [each.persona, each]));
        for (const { persona, steps } of eachWalk(walks)) {
          const reached = reach.get(persona);
          for (const { touchpoint, transition } of steps) {
            expect(reached?.touchpoints.has(touchpoint)).toBe(true);
            if (transition !== null) expect(reached?.transitions.has(transition)).toBe(true);
          }
        }
        // Whatever nothing leads to is among the impossible.
        const linked = reachable(map);
        const gone = new Set(touchpoints.map(({ id }) => id));
        for (const id of Object.keys(map.touchpoints)) {
          if (!linked.has(id)) expect(gone.has(id)).toBe(true);
        }
      }),
      { numRuns: runs(20, 5_000, 8) },
    );
  });

  test('of a map without anybody in the sample are none', () => {
    const none = JourneyMap.parse({ format: 'journey-map', version: 1, id: 'mapmapmapmap' });
    expect(impossibilities(none)).toMatchObject({ touchpoints: [], transitions: [] });
  });
});
