import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JourneyMap, JourneyMap as MapSchema, Scenario } from '../../../src/map/schema';
import { type ExactSolution, NotExact, solveExact } from '../../../src/simulation/exact';
import { journeyMap } from '../../map/arbitraries';
import { runs } from '../../support/runs';

const endless = Scenario.parse({ horizon: null });

/** Every id of the generated map, backwards: another order of all records without an order of their own. */
function relabelled(map: JourneyMap): JourneyMap {
  const text = JSON.stringify(map).replaceAll(
    /(entry|touch|outcome|way|segment|persona|campaign|attribute|clause)-0*(\d+)/g,
    (_, kind: string, number: string) =>
      `${kind.slice(0, 3)}${String(99 - Number(number))}-relabelled`,
  );
  return MapSchema.parse(JSON.parse(text));
}

function solve(map: JourneyMap): ExactSolution | null {
  const campaigns = Object.fromEntries(Object.keys(map.campaigns).map((id) => [id, true]));
  try {
    return solveExact(map, { ...endless, campaigns }, { maxStates: 2_000 });
  } catch (error) {
    if (error instanceof NotExact) return null;
    throw error;
  }
}

const close = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a));

test('other ids give the same results within 1e-12', () => {
  let solved = 0;
  const maps = fc.sample(journeyMap({ workshop: false }), { numRuns: runs(30, 1_000), seed: 3 });
  for (const map of maps) {
    const one = solve(map);
    const other = solve(relabelled(map));
    expect(other === null).toBe(one === null);
    if (!one || !other) continue;
    solved += 1;
    const numbers = ({ total }: ExactSolution) => [
      ...Object.values(total.outcomes).sort((a, b) => a - b),
      ...Object.values(total.visits).sort((a, b) => a - b),
      total.money.contribution,
      total.discounted.contribution,
      total.time.mean,
      total.time.variance!,
      total.clv.mean,
      total.clvDiscounted.variance!,
    ];
    const there = numbers(other);
    numbers(one).forEach((value, i) => {
      expect(close(value, there[i]!), `${String(value)} and ${String(there[i])}`).toBe(true);
    });
  }
  expect(solved).toBeGreaterThan(4);
}, 60_000);
