// npm test: unit and component tests, the production build, then the end-to-end tests; one line with the sum at the end.
//   --only e2e   only the end-to-end tests       --deep   the long counts (hours of random walks in minutes)
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, runBin } from './install.mjs';

const options = process.argv.slice(2);
const deep = options.includes('--deep');
const onlyE2e = options[options.indexOf('--only') + 1] === 'e2e' && options.includes('--only');
const reports = join(root, 'node_modules', '.cache', 'desire-path');
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs Vitest on some projects and adds what its own report says to the total. */
function runTests(/** @type {string} */ name, /** @type {string[]} */ projects) {
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const status = runBin(
    'vitest/vitest.mjs',
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    deep ? { DEEP: '1' } : {},
  );
  const failedBefore = total.failed;
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests;
    total.skipped += result.numPendingTests + result.numTodoTests;
    // A file that cannot even be loaded holds no tests, and is a failure all the same.
    for (const file of result.testResults) {
      const reasons = file.assertionResults.filter(
        (/** @type {any} */ test) => test.status === 'failed',
      );
      if (file.status === 'failed' && reasons.length === 0) total.failed += 1;
    }
  } catch {
    console.error(`${name}: Vitest left no report.`);
  }
  // An error outside any test shows only in the exit code.
  if (status !== 0 && total.failed === failedBefore) total.failed += 1;
}

ensureInstalled();
mkdirSync(reports, { recursive: true });
if (!onlyE2e) runTests('unit', ['unit', 'components']);
if (runBin('vite/bin/vite.js', ['build', '--logLevel', 'warn']) === 0) {
  runTests('e2e', ['e2e']);
} else {
  console.error('The build failed, so the end-to-end tests could not run.');
  total.failed += 1;
}

if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
