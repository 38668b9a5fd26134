import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemGroups } from '../../../src/checks';
import { createCheckClient } from '../../../src/runs/workers/checkClient';
import { WorkerFailed } from '../../../src/simulation/worker';
import { applyDifference, type Difference, differenceOf } from '../../../src/map/change';
import { serveChecks } from '../../../src/runs/workers/serveChecks';
import type { JourneyMap } from '../../../src/map/schema';
import { revisionOf } from '../../../src/map/text';
import { journeyMap } from '../../map/arbitraries';
import { runs } from '../../support/runs';
import { type ThreadWorker, threadWorker } from '../../support/threadWorker';
import { id, mapOf, TODAY } from '../../checks/support';

const options = { today: TODAY };
const namesOf = (map: JourneyMap) => problemGroups(map, options).map(({ key }) => key);

/** A worker on this thread, and what it was asked. */
function worker(): ThreadWorker & { asked: unknown[] } {
  const asked: unknown[] = [];
  const spawned = threadWorker((port) => {
    serveChecks(port);
    port.addEventListener('message', ({ data }) => asked.push(data));
  });
  return { ...spawned, asked };
}

/** As it comes out of a channel. */
const copy = (difference: Difference) => structuredClone(difference);

/** A map with a touchpoint that nothing leads to. */
const lonely = (name: string) => mapOf({ touchpoints: { [id('a')]: { name } } });

test('a difference makes the one map of the other, whatever they are', () => {
  fc.assert(
    fc.property(journeyMap({}), journeyMap({}), (before, after) => {
      expect(applyDifference(before, copy(differenceOf(before, after)))).toEqual(after);
      expect(applyDifference(null, differenceOf(null, after))).toEqual(after);
    }),
    { numRuns: runs(8, 300) },
  );
});

test('a difference holds what was touched and nothing else', () => {
  const before = mapOf({ touchpoints: { [id('a')]: {}, [id('b')]: {} } });
  const renamed = { ...before.touchpoints[id('a')], name: 'Renamed' };
  const after = {
    ...before,
    touchpoints: { ...before.touchpoints, [id('a')]: renamed },
  } as JourneyMap;
  expect(differenceOf(before, after)).toEqual({
    values: {},
    goneFields: [],
    records: { touchpoints: { set: { [id('a')]: renamed }, gone: [] } },
  });
});

test('the worker finds what the page would find, edit by edit', async () => {
  const spawned = worker();
  const checker = createCheckClient(() => spawned);
  for (const map of [lonely('A'), lonely(''), mapOf({}), lonely('B')]) {
    const found = await checker.check(map, options);
    expect(found?.map(({ key }) => key)).toEqual(namesOf(map));
  }
  checker.end();
  expect(spawned.isEnded()).toBe(true);
});

test('of maps that wait only the newest is checked; answers for older ones are dropped', async () => {
  const spawned = worker();
  const checker = createCheckClient(() => spawned);
  const maps = ['A', 'B', 'C', ''].map(lonely);
  const answers = await Promise.all(maps.map((map) => checker.check(map, options)));
  expect(answers.slice(0, 3)).toEqual([null, null, null]);
  expect(answers[3]?.map(({ key }) => key)).toEqual(namesOf(lonely('')));
  expect(spawned.asked.length).toBeLessThanOrEqual(2);
  checker.end();
});

test('the same findings are the same array, so that nothing renders for them', async () => {
  const checker = createCheckClient(worker);
  const first = await checker.check(lonely('A'), options);
  expect(await checker.check(lonely('B'), options)).toBe(first);
  checker.end();
});

test('where no worker can start, or all break, the check fails and the page does not do it', async () => {
  const none = createCheckClient(() => {
    throw new Error('no workers here');
  });
  await expect(none.check(lonely(''), options)).rejects.toThrow(WorkerFailed);

  let spawned = 0;
  const breaking = createCheckClient(() => {
    const { port1 } = new MessageChannel();
    spawned += 1;
    return {
      endpoint: port1,
      terminate: () => {
        port1.close();
      },
      onError: (listen) => {
        setTimeout(() => listen('out of memory'), 5);
      },
    };
  });
  await expect(breaking.check(lonely(''), options)).rejects.toThrow(WorkerFailed);
  expect(spawned).toBe(2);
});

test('an ended checker begins anew', async () => {
  const checker = createCheckClient(worker);
  await checker.check(lonely('A'), options);
  checker.end();
  const found = await checker.check(lonely(''), options);
  expect(found?.map(({ key }) => key)).toEqual(namesOf(lonely('')));
  checker.end();
});

/** A worker that takes what it is asked and never answers. */
const silent = () => threadWorker(() => undefined);

test('a worker that falls silent makes way for a new one, which gets the whole map', async () => {
  const second = worker();
  const workers = [silent(), second];
  const checker = createCheckClient(() => workers.shift()!, 20);
  const found = await checker.check(lonely(''), options);
  expect(found?.map(({ key }) => key)).toEqual(namesOf(lonely('')));
  expect(second.asked.length).toBeGreaterThan(0);
  checker.end();
});

test('where no worker answers the check fails, and the next question tries workers again', async () => {
  const good = worker();
  const workers = [silent(), silent(), good];
  const checker = createCheckClient(() => workers.shift()!, 20);
  await expect(checker.check(lonely(''), options)).rejects.toThrow(WorkerFailed);
  expect((await checker.check(lonely('A'), options))?.length).toBe(namesOf(lonely('A')).length);
  expect(good.asked.length).toBeGreaterThan(0);
  checker.end();
});

test('ended while a worker is asked, it answers about the next map', async () => {
  const workers = [silent(), worker()];
  const checker = createCheckClient(() => workers.shift()!);
  const dropped = checker.check(lonely('A'), options);
  // It has been asked by then.
  await new Promise((resolve) => setTimeout(resolve, 5));
  checker.end();
  const next = checker.check(lonely(''), options);
  expect(await dropped).toBeNull();
  expect((await next)?.map(({ key }) => key)).toEqual(namesOf(lonely('')));
  checker.end();
});

test('another map gets a worker of its own', async () => {
  const first = worker();
  const workers = [first, worker()];
  const checker = createCheckClient(() => workers.shift()!);
  await checker.check(lonely('A'), options);
  const other = { ...lonely(''), id: id('other') };
  expect((await checker.check(other, options))?.length).toBe(problemGroups(other, options).length);
  expect(first.isEnded()).toBe(true);
  checker.end();
});

test('the revision is that of the map as it is, in turn with checks, and with a worker that breaks', async () => {
  const spawned: ReturnType<typeof worker>[] = [];
  const checker = createCheckClient(() => {
    const one = worker();
    spawned.push(one);
    return one;
  });
  const first = lonely('A');
  const second = { ...first, title: 'Another title' };
  const found = checker.check(first, options);
  expect(await checker.revision(second)).toBe(await revisionOf(second));
  expect(await found).toEqual(problemGroups(first, options));
  expect(await checker.check(second, options)).toEqual(problemGroups(second, options));
  expect(await checker.revision(first)).toBe(await revisionOf(first));
  expect(spawned).toHaveLength(1);
  checker.end();
  const broken = createCheckClient(() => {
    throw new Error('no workers here');
  });
  expect(await broken.revision(second)).toBe(await revisionOf(second));
});
