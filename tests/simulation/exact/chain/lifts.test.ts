import { expect, test } from 'vitest';
import { JourneyMap, Scenario } from '../../../../src/map/schema';
import { simulate } from '../../../../src/simulation';
import { solveExact } from '../../../../src/simulation/exact';
import { chainMap, idOf } from '../../support/chain';

const ENDS = ['a', 'b', 'c'] as const;
type Chances = readonly [a: number, b: number, c: number];

/** From `start` to three ends with the given chances; a campaign that reaches everybody there lifts some of them. */
function liftedMap(chances: Chances, factors: Partial<Record<'a' | 'b' | 'c', number>>) {
  const map = chainMap(
    ['start', ...ENDS],
    [
      [0, ...chances],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ],
  );
  return JourneyMap.parse({
    ...map,
    campaigns: {
      [idOf('campaign')]: {
        touchpoints: { [idOf('start')]: true },
        controlShare: 0,
        status: 'running',
        effects: Object.fromEntries(
          Object.entries(factors).map(([end, factor]) => {
            const transition = idOf(`start-${end}`);
            return [transition, { kind: 'lift', transition, factor }];
          }),
        ),
      },
    },
  });
}

/** What is left of 1 after the three drops off. */
test.each<[string, Chances, Parameters<typeof liftedMap>[1], Chances]>([
  ['below 1 stay as lifted', [0.2, 0.3, 0.1], { a: 2 }, [0.4, 0.3, 0.1]],
  ['over 1 take from the unlifted only', [0.3, 0.4, 0.1], { a: 2 }, [0.6, 0.32, 0.08]],
  ['that are 1 by themselves leave nothing', [0.5, 0.3, 0.1], { a: 2 }, [1, 0, 0]],
  ['over 1 by themselves are 1', [0.5, 0.3, 0.1], { a: 3 }, [1, 0, 0]],
  [
    'over 1 together share it in proportion',
    [0.5, 0.3, 0.1],
    { a: 3, b: 2 },
    [1.5 / 2.1, 0.6 / 2.1, 0],
  ],
])('lifted chances %s', async (_, chances, factors, expected) => {
  const map = liftedMap(chances, factors);
  const scenario = Scenario.parse({ horizon: null, customers: 4_000 });
  const { total } = solveExact(map, scenario);
  const run = await simulate(map, scenario);
  for (const [index, end] of ENDS.entries()) {
    expect(total.outcomes[idOf(end)], end).toBeCloseTo(expected[index]!, 12);
    const share = run.outcomes[idOf(end)]!.customers / run.total.customers;
    // Six standard errors.
    const spread = 6 * Math.sqrt((expected[index]! * (1 - expected[index]!)) / 4_000);
    expect(Math.abs(share - expected[index]!), end).toBeLessThanOrEqual(spread);
  }
  expect(total.dropOffs[idOf('start')]).toBeCloseTo(
    1 - expected[0] - expected[1] - expected[2],
    12,
  );
});
