// npm test: unit and component tests, the production build, then the end-to-end tests; one line with the sum at the end.
//   --only e2e   only the end-to-end tests       --deep   the long counts (hours of random walks in minutes)
//   FILE …       only these test files
// Only Node's own modules are imported at the top: the first part installs the others.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, constants } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isFresh } from './fresh.mjs';
import { root } from './install.mjs';
import { packageBin } from './packageBin.mjs';
import { runNode, stopRunning } from './testing/child.mjs';
import { closing } from './testing/closing.mjs';
import { countsIn, endingText, problemOf } from './testing/report.mjs';

/** @typedef {import('./testing/closing.mjs').Part} Part */

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, deep: { type: 'boolean' } },
});
const reports = join(root, 'node_modules', '.cache', 'desire-path');

/** @type {Part[]} */
const parts = [];
/** @type {{ name: string, began: number } | undefined} */
let current;
let isEnding = false;

/**
 * Does one part of the run and writes down its time and what came of it.
 * @param {string} name
 * @param {() => Promise<Partial<Part>>} work
 * @returns {Promise<boolean>} whether it did its work; tests may have failed all the same
 */
async function part(name, work) {
  const began = performance.now();
  current = { name, began };
  /** @type {Partial<Part>} */
  let outcome;
  try {
    outcome = await work();
  } catch (error) {
    outcome = { problem: error instanceof Error ? error.message : String(error) };
  }
  current = undefined;
  parts.push({ name, ms: performance.now() - began, ...outcome });
  return outcome.problem === undefined;
}

/** A part that a command does, which ends with 0 when it did. */
async function command(/** @type {string} */ says, /** @type {string[]} */ ...args) {
  const ending = await runNode(args);
  return ending.code === 0 ? {} : { problem: `${says} (${endingText(ending)})` };
}

/**
 * Runs Vitest's projects of a part and counts by its own report.
 * @param {string} name
 * @param {Record<string, string>} [env]
 * @param {string[]} [projects]
 */
async function tests(name, env = {}, projects = [name]) {
  const report = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // A file belongs to one project; the others have nothing to do.
  const chosen = files.length > 0 ? ['--passWithNoTests', ...files] : [];
  const ending = await runNode(
    // Some tests wait for timers and other processes: one worker more than cores keeps all cores busy. Each more loads all
    // modules once more.
    [
      packageBin('vitest'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...(name === 'e2e' ? [] : [`--maxWorkers=${availableParallelism() + 1}`]),
      ...reporters,
      ...chosen,
    ],
    { ...(options.deep ? { DEEP: '1' } : {}), ...env },
  );
  let counts;
  try {
    counts = countsIn(readFileSync(report, 'utf8'));
  } catch {
    // Said by problemOf.
  }
  const problem = problemOf(ending, counts);
  return { ...counts, ...(problem === undefined ? {} : { problem }) };
}

/** Says how the run went, and ends it. @returns {never} */
function close(code = 1) {
  const { lines, isGood } = closing(parts);
  console.log(`\n${lines.join('\n')}`);
  process.exit(isGood ? 0 : code);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // A terminal's Ctrl+C comes twice: from the terminal and from npm.
    if (isEnding) return;
    isEnding = true;
    const { name = 'its end', began = performance.now() } = current ?? {};
    void stopRunning(signal).then(() => {
      parts.push({ name, ms: performance.now() - began, problem: `it was ended by ${signal}` });
      close(128 + constants.signals[signal]);
    });
  });
}

async function endToEnd() {
  const isBuilt = options.only === 'e2e' && isFresh(process.env.DIST_DIR ?? 'dist');
  if (!isBuilt) {
    const build = () =>
      command('the build failed', packageBin('vite'), 'build', '--logLevel', 'warn');
    if (!(await part('build', build))) return;
  }
  let browser = '';
  const found = await part('browser', async () => {
    const { findBrowser } = await import('./browser.mjs');
    browser = await findBrowser();
    return {};
  });
  // Found once: the tests need not search again.
  const env = { CHROMIUM_PATH: browser, BROWSER_WAYS: '' };
  if (found) await part('end-to-end', () => tests('e2e', env));
}

const install = () =>
  command('the packages could not be installed', join(root, '.config/install.mjs'));
if (await part('install', install)) {
  if (options.only !== 'e2e') {
    await part('unit', () => tests('unit'));
    await part('components', () =>
      tests('components', {}, ['components', 'components with mocks']),
    );
  }
  await endToEnd();
}
close();
