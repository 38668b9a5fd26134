import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureOf } from '../../../src/kpis';
import { parseMap } from '../../../src/map/text';
import { simulate } from '../../../src/simulation';
import { serveRuns } from '../../../src/runs/workers/serveRuns';
import { createRunClient } from '../../../src/runs/workers/runClient';
import { threadWorker } from '../../support/threadWorker';

const { map } = parseMap(readFileSync('src/samples/saas-trial.journey.json')) as never as {
  map: Parameters<typeof simulate>[0];
};

const worker = () => threadWorker((port) => serveRuns(port, null));

function walker() {
  const spawned: ReturnType<typeof worker>[] = [];
  const made = createRunClient(() => {
    const one = worker();
    spawned.push(one);
    return one;
  });
  return { ...made, spawned };
}

const few = { customers: 300, seed: 3 };

test('a run in the worker is the run itself, KPIs included, and of the map as it is now', async () => {
  const { simulate: walk, spawned } = walker();
  const progress: number[] = [];
  const first = await walk(map, null, {
    ...few,
    measured: true,
    onProgress: (share) => progress.push(share),
  });
  expect(first).toEqual(await simulate(map, null, { ...few, measure: measureOf(map) }));
  expect(progress.at(-1)).toBe(1);
  const [id = ''] = Object.keys(map.transitions);
  const transition = map.transitions[id]!;
  const changed = {
    ...map,
    transitions: {
      ...map.transitions,
      [id]: { ...transition, chance: { ...transition.chance, base: 0.01 } },
    },
  };
  expect(await walk(changed, null, few)).toEqual(await simulate(changed, null, few));
  expect(spawned).toHaveLength(1);
  spawned[0]?.terminate();
});

test('a run that is refused says why, by its code', async () => {
  const { simulate: walk, spawned } = walker();
  await expect(walk({ ...map, touchpoints: {}, transitions: {} }, null, few)).rejects.toMatchObject(
    {
      code: 'no-entry',
    },
  );
  spawned[0]?.terminate();
});

test('a run that is stopped ends at once, and the worker takes the next one', async () => {
  const { simulate: walk, spawned } = walker();
  const stop = new AbortController();
  const running = walk(map, null, { customers: 2_000_000, seed: 1, signal: stop.signal });
  setTimeout(() => stop.abort(new Error('stopped')), 30);
  await expect(running).rejects.toThrow('stopped');
  expect((await walk(map, null, few)).customers.of).toBe(300);
  expect(spawned).toHaveLength(1);
  spawned[0]?.terminate();
});

test('a worker that breaks fails its run, and the next run gets another with the whole map', async () => {
  const { simulate: walk, spawned } = walker();
  await walk(map, null, few);
  const running = walk(map, null, { ...few, customers: 200_000 });
  spawned[0]?.breakDown('out of memory');
  await expect(running).rejects.toThrow('out of memory');
  expect(await walk(map, null, few)).toEqual(await simulate(map, null, few));
  expect(spawned).toHaveLength(2);
  spawned[1]?.terminate();
});
