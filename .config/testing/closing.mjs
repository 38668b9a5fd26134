// What a test run says at its end.

/**
 * One part of a run: the installation, the unit tests, the build …
 * @typedef {object} Part
 * @property {string} name
 * @property {number} ms how long it took
 * @property {number} [passed] tests
 * @property {number} [failed]
 * @property {number} [skipped]
 * @property {string} [problem] why it ended before it had done its work
 */

/**
 * The closing lines of a run: the time of each part, what was skipped, what went wrong on the way, and last the sum. The last
 * line is `N passed, N failed`, with `Aborted: ` before it when a part did not do its work. Such a part counts as one failure
 * unless its tests say more.
 * @param {readonly Part[]} parts
 * @returns {{ lines: string[], isGood: boolean }}
 */
export function closing(parts) {
  const sum = (/** @type {(part: Part) => number | undefined} */ pick) =>
    parts.reduce((total, part) => total + (pick(part) ?? 0), 0);
  const died = parts.filter(({ problem }) => problem !== undefined);
  const passed = sum((part) => part.passed);
  const skipped = sum((part) => part.skipped);
  const failed = sum((part) => part.failed || (part.problem === undefined ? 0 : 1));
  return {
    lines: [
      ...times(parts),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      ...died.map(({ name, problem }) => `The run died at ${name}: ${String(problem)}`),
      `${died.length > 0 ? 'Aborted: ' : ''}${passed} passed, ${failed} failed`,
    ],
    isGood: failed === 0 && passed > 0,
  };
}

/** A table of the parts and their times. */
function times(/** @type {readonly Part[]} */ parts) {
  const rows = [...parts, { name: 'all', ms: parts.reduce((sum, { ms }) => sum + ms, 0) }];
  const width = Math.max(...rows.map(({ name }) => name.length));
  return [
    'Time by part:',
    ...rows.map(
      ({ name, ms }) => `  ${name.padEnd(width)}  ${(ms / 1000).toFixed(1).padStart(7)} s`,
    ),
  ];
}
