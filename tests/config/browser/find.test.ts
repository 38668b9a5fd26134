import { describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../../../.config/browser.mjs';
import { type Way } from '../../../.config/browser/ways.mjs';

const way = (name: string, find: Way['find'], timeout = 1_000): Way => ({
  key: name,
  name,
  timeout,
  find,
});
const fails = (reason: string) => way(reason, () => Promise.reject(new Error(reason)));
const last = way('last', () => ['/last']);

/** A machine on which every path exists and starts, but for those that say they do not. */
function tools() {
  const reported: string[] = [];
  return {
    reported,
    exists: (path: string) => path !== '/missing',
    start: (path: string) =>
      path === '/broken' ? Promise.reject(new Error('/broken does not start')) : Promise.resolve(),
    report: (line: string) => reported.push(line),
  };
}

test('the first way that gives a browser is the only one tried', async () => {
  const second = vi.fn(() => ['/second']);
  const found = await findBrowser([way('first', () => ['/first']), way('second', second)], tools());
  expect(found).toBe('/first');
  expect(second).not.toHaveBeenCalled();
});

describe('a way does not end the search when it', () => {
  test.each<[string, Way, string]>([
    [
      'throws',
      way('bad', () => {
        throw new Error('not exported');
      }),
      'not exported',
    ],
    ['rejects', fails('bad'), 'bad'],
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- packages do it
    ['rejects with a text', way('bad', () => Promise.reject('offline')), 'offline'],
    ['gives no path', way('bad', () => []), 'gave no path'],
    ['gives a path that does not exist', way('bad', () => ['/missing']), '/missing does not exist'],
    ['gives a path that does not start', way('bad', () => ['/broken']), '/broken does not start'],
    ['hangs', way('bad', () => new Promise(() => undefined), 5), 'longer than 0.005 s'],
  ])('%s', async (_what, bad, reason) => {
    const given = tools();
    expect(await findBrowser([bad, last], given)).toBe('/last');
    expect(given.reported).toEqual([expect.stringContaining(`bad: `)]);
    expect(given.reported[0]).toContain(reason);
  });

  test('gives a browser that hangs when it is started', async () => {
    const given = {
      ...tools(),
      start: (path: string) =>
        path === '/hangs' ? new Promise<void>(() => undefined) : Promise.resolve(),
    };
    expect(await findBrowser([way('bad', () => ['/hangs'], 5), last], given)).toBe('/last');
    expect(given.reported).toEqual([expect.stringContaining('longer than 0.005 s')]);
  });
});

test('a way that hangs is aborted', async () => {
  let stopped = false;
  const hangs = way(
    'hangs',
    (signal) =>
      new Promise(() => {
        signal.addEventListener('abort', () => {
          stopped = true;
        });
      }),
    5,
  );
  await findBrowser([hangs, last], tools());
  expect(stopped).toBe(true);
});

test('of several paths of one way the first that starts is taken', async () => {
  const given = tools();
  const several = way('several', () => ['/missing', '/broken', '/good', '/better']);
  expect(await findBrowser([several], given)).toBe('/good');
  expect(given.reported).toEqual([]);
});

test('each of five ways is found with all before it hidden by a failure', async () => {
  const names = ['one', 'two', 'three', 'four', 'five'];
  for (const [at, name] of names.entries()) {
    const ways = names.map((each, place) =>
      place < at ? fails(each) : way(each, () => [`/${each}`]),
    );
    expect(await findBrowser(ways, tools())).toBe(`/${name}`);
  }
});

test('without a browser the error lists every way with its reason', async () => {
  const ways = [
    fails('no network'),
    way('missing', () => ['/missing']),
    way('all broken', () => ['/missing', '/broken']),
    way('slow', () => new Promise(() => undefined), 5),
  ];
  const search = findBrowser(ways, tools());
  await expect(search).rejects.toThrow('No Chromium found');
  for (const line of [
    'no network: no network',
    'missing: /missing does not exist',
    'all broken: /missing does not exist; /broken does not start',
    'slow: it took longer than 0.005 s',
  ]) {
    await expect(search).rejects.toThrow(line);
  }
});

test('a program that is not a browser does not count as one', async () => {
  const given = tools();
  const search = findBrowser([way('node', () => [process.execPath])], { report: given.report });
  await expect(search).rejects.toThrow(`${process.execPath} does not start`);
});
