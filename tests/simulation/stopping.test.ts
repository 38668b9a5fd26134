import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { nodePool } from '../../src/cli/nodePool';
import { JourneyMap, Scenario } from '../../src/map/schema';
import { parseMap } from '../../src/map/text';
import { type Pool, simulate } from '../../src/simulation';
import { chainMap } from './support/chain';

vi.setConfig({ testTimeout: 60_000 });

/** Cancelling is felt at once; a machine that is busy with other things may take a few times as long. */
const FELT = 100;
const BUSY = 4;

const coachingLive = parseMap(readFileSync('src/samples/coachinglive.journey.json')).map!;
/** Nobody leaves before their ten thousandth step. */
const treadmill = JourneyMap.parse(
  chainMap(
    ['on', 'off'],
    [
      [1 - 1e-9, 1e-9],
      [0, 1],
    ],
    { days: 0 },
  ),
);

test.each([
  ['in place', coachingLive, null],
  ['in place, among endless walks', treadmill, null],
  ['in threads', coachingLive, () => nodePool(2)],
])('a run stops as soon as it is aborted: %s', async (_, map, pool: (() => Pool) | null) => {
  const stop = new AbortController();
  let asked = NaN;
  const timer = setInterval(() => {
    if (!Number.isNaN(asked) || !hasBegun) return;
    asked = performance.now();
    stop.abort(new Error('enough'));
  }, 1);
  let hasBegun = pool === null;
  const run = simulate(map, Scenario.parse({ horizon: null, customers: 50_000_000 }), {
    signal: stop.signal,
    ...(pool && { pool: pool() }),
    onProgress: () => {
      hasBegun = true;
    },
  });
  await expect(run).rejects.toThrow('enough');
  clearInterval(timer);
  expect(performance.now() - asked).toBeLessThan(FELT * BUSY);
});
