import { expect, test } from 'vitest';
import { newMap } from '../../../src/map/records';
import { simulate } from '../../../src/simulation';
import { exactFigures, solveExact } from '../../../src/simulation/exact';

/** Half cancel, of whom all are won back; a quarter buys later, a quarter is lost later. */
const map = newMap({
  stages: {
    'stage-of-try': { name: 'Try', order: 'a1' },
    'stage-of-leave': { name: 'Leave', order: 'a2' },
    'stage-of-later': { name: 'Later', order: 'a3' },
  },
  touchpoints: {
    'touchpoint-try': { kind: 'entry', stage: 'stage-of-try' },
    'touchpoint-cancel': { stage: 'stage-of-leave', milestone: 'cancelled' },
    'touchpoint-back': { stage: 'stage-of-later' },
    'touchpoint-buy': { kind: 'outcome', outcome: 'success', stage: 'stage-of-later' },
    'touchpoint-lost': { kind: 'outcome', outcome: 'loss', stage: 'stage-of-later' },
  },
  transitions: {
    'transition-1': { from: 'touchpoint-try', to: 'touchpoint-cancel', chance: { base: 0.5 } },
    'transition-2': { from: 'touchpoint-try', to: 'touchpoint-buy', chance: { base: 0.25 } },
    'transition-3': { from: 'touchpoint-try', to: 'touchpoint-lost', chance: { base: 0.25 } },
    'transition-4': { from: 'touchpoint-cancel', to: 'touchpoint-back', chance: { base: 1 } },
    'transition-5': { from: 'touchpoint-back', to: 'touchpoint-try', chance: { base: 0.4 } },
  },
});

test('nobody goes on to a loss or after a cancellation, in whichever stage it stands', async () => {
  const exact = exactFigures(solveExact(map));
  const sampled = await simulate(map, null, { customers: 20_000, seed: 2 });
  // From a cancellation itself one goes on to where one is won back.
  for (const [stage, share] of [
    ['stage-of-try', 0.25],
    ['stage-of-leave', 1],
    ['stage-of-later', 0],
  ] as const) {
    expect(exact.stages[stage]!.conversion.value, stage).toBeCloseTo(share, 12);
    expect(sampled.stages[stage]!.conversion.value, stage).toBeCloseTo(share, 1);
  }
});
