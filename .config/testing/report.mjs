// Reads what Vitest leaves behind when it has run.

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ code: number | null, signal: string | null }} Ending how a process ended, as Node reports it
 */

/**
 * What the text of Vitest's JSON report says. A file that could not even be loaded holds no tests, and counts as a failure.
 * @param {string} text
 * @returns {Counts} throws on a text that is no report
 */
export function countsIn(text) {
  /**
   * @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
   *   testResults: { status: string, assertionResults: { status: string }[] }[] }}
   */
  const report = JSON.parse(text);
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Why a run of Vitest says less than it should, or undefined when its counts say all.
 * @param {Ending} ending
 * @param {Counts | undefined} counts undefined when it left no report
 */
export function problemOf(ending, counts) {
  if (!counts) return `Vitest left no report and ended with ${endingText(ending)}`;
  if (counts.failed > 0 || ending.code === 0) return undefined;
  return `no test failed, yet Vitest ended with ${endingText(ending)}: see the errors above`;
}

/** An ending in words. @param {Ending} ending */
export function endingText({ code, signal }) {
  return signal ?? `exit code ${String(code)}`;
}
