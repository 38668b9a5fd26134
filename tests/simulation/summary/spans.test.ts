import { expect, test } from 'vitest';
import { JourneyMap } from '../../../src/map/schema';
import { simulate } from '../../../src/simulation';
import { chainMap, idOf } from '../support/chain';

/** A week from each touchpoint to the next; half of those at `again` come to it once more. */
const chain = chainMap(
  ['in', 'again', 'out'],
  [
    [0, 1, 0],
    [0, 0.5, 0.5],
    [0, 0, 1],
  ],
  { days: 7 },
);

async function span(from: string, to: string, period: number | null) {
  const map = JourneyMap.parse({
    ...chain,
    kpis: {
      [idOf('kpi')]: {
        metric: { kind: 'catalogue', id: 'nps' },
        params: { from: idOf(from), to: idOf(to), period },
      },
    },
  });
  return (await simulate(map, null, { customers: 200 })).spans[idOf('kpi')]!;
}

test('who takes exactly the period came within it', async () => {
  expect(await span('in', 'again', 7)).toMatchObject({ started: 200, completed: 200 });
  expect(await span('in', 'again', 6.9)).toMatchObject({ started: 200, completed: 0 });
});

test('from a touchpoint to itself is coming to it again', async () => {
  const { started, completed, time } = await span('again', 'again', null);
  expect(started).toBe(200);
  expect(completed).toBeGreaterThan(60);
  expect(completed).toBeLessThan(140);
  expect(time.mean.value).toBeCloseTo(7, 9);
});
