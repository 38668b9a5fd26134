// Finds a Chromium for the end-to-end tests, or fetches one.
import { existsSync } from 'node:fs';
import { startBrowser } from './browser/start.mjs';
import { defaultWays } from './browser/ways.mjs';

export { browserArguments } from './browser/start.mjs';

/**
 * The path of a Chromium that starts. Each way is tried by itself, and only when those before it gave none: whatever goes
 * wrong in one is reported and ends that way alone.
 * @param {readonly import('./browser/ways.mjs').Way[]} [ways]
 * @param {object} [tools] for tests
 * @param {(path: string) => Promise<void>} [tools.start] rejects when the browser does not start
 * @param {(path: string) => boolean} [tools.exists]
 * @param {(line: string) => void} [tools.report] hears of each way that failed
 * @returns {Promise<string>} rejects with every way and its reason when none gave a browser
 */
export async function findBrowser(
  ways = defaultWays(),
  { start = startBrowser, exists = existsSync, report = console.error } = {},
) {
  const failures = [];
  for (const { name, find, timeout } of ways) {
    try {
      return await within(timeout, async (signal) =>
        firstThatStarts(await find(signal), start, exists),
      );
    } catch (error) {
      const failure = `${name}: ${error instanceof Error ? error.message : String(error)}`;
      report(`No browser by this way: ${failure}`);
      failures.push(failure);
    }
  }
  throw new Error(
    ['No Chromium found. Set CHROMIUM_PATH to one. Tried:', ...failures].join('\n  - '),
  );
}

/**
 * @param {readonly string[]} paths
 * @param {(path: string) => Promise<void>} start
 * @param {(path: string) => boolean} exists
 */
async function firstThatStarts(paths, start, exists) {
  const reasons = [];
  for (const path of paths) {
    if (!exists(path)) {
      reasons.push(`${path} does not exist`);
      continue;
    }
    try {
      await start(path);
      return path;
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(reasons.join('; ') || 'it gave no path');
}

/**
 * Ends the wait for a piece of work after some time, and signals the work to stop.
 * @template T
 * @param {number} ms
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function within(ms, work) {
  const controller = new AbortController();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`it took longer than ${ms / 1000} s`));
      controller.abort();
    }, ms);
  });
  try {
    return /** @type {T} */ (await Promise.race([work(controller.signal), late]));
  } finally {
    clearTimeout(timer);
  }
}
