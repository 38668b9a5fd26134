// Which mutants of a folder are tried.
import { createHash } from 'node:crypto';

/**
 * One fault the tool can put into the code. Lines and columns count from 0, as Stryker's plugins have them.
 * @typedef {object} Mutant
 * @property {string} fileName
 * @property {{ start: { line: number, column: number }, end: { line: number, column: number } }} location
 * @property {string} mutatorName
 * @property {string} replacement
 */

/** The name of a mutant that is the same in every process: where it is and what it writes there. */
export function keyOf(/** @type {Mutant} */ { fileName, location, mutatorName, replacement }) {
  const path = fileName.replaceAll('\\', '/').replace(/^.*\/src\//, 'src/');
  const { start, end } = location;
  const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
  return `${path}:${place} ${mutatorName} ${replacement}`;
}

/**
 * A random sample: the mutants with the lowest digests of seed and key. A larger sample of the same seed holds the
 * smaller one, and a mutant keeps its luck when the code around it changes.
 * @template {Mutant} T
 * @param {T[]} mutants
 * @returns {T[]} `size` of them, or all when there are no more
 */
export function drawSample(mutants, /** @type {number} */ seed, /** @type {number} */ size) {
  return mutants
    .map((mutant) => ({ mutant, luck: digest(`${seed} ${keyOf(mutant)}`) }))
    .sort((a, b) => (a.luck < b.luck ? -1 : a.luck > b.luck ? 1 : 0))
    .slice(0, size)
    .map(({ mutant }) => mutant);
}

function digest(/** @type {string} */ text) {
  return createHash('sha256').update(text).digest('hex');
}
