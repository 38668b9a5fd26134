// What a mutation run has to say, as a row of docs/testing.md, a list of survivors, and JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../install.mjs';
import { keyOf } from './sample.mjs';

/** Faults the tests noticed, by a failure or by never ending. */
const killed = ['Killed', 'Timeout', 'RuntimeError'];

/**
 * @typedef {import('./sample.mjs').Mutant & { status: string, killedBy?: string[] }} Result
 * @typedef {{ killed: number, timeout: number, survived: number, noCoverage: number, score: number }} Count
 */

/**
 * A result as a mutant of the sample: Stryker's reports count lines and columns from 1.
 * @param {Result} result
 * @returns {Result}
 */
export function fromReport(result) {
  const { start, end } = result.location;
  return {
    ...result,
    location: {
      start: { line: start.line - 1, column: start.column - 1 },
      end: { line: end.line - 1, column: end.column - 1 },
    },
  };
}

/** Counts the results; the score is the share of all that were noticed, in percent with one decimal. */
export function count(/** @type {Result[]} */ results) {
  const of = (/** @type {string[]} */ ...statuses) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  return {
    killed: of('Killed', 'RuntimeError'),
    timeout: of('Timeout'),
    survived: of('Survived'),
    noCoverage: of('NoCoverage'),
    score: results.length === 0 ? 0 : Math.round((of(...killed) / results.length) * 1000) / 10,
  };
}

/** The head of the table in docs/testing.md. */
export const tableHead = [
  '| folder | date | seed | mutants | sample | killed | timeout | survived | no coverage | score |',
  '| ------ | ---- | ---: | ------: | -----: | -----: | ------: | -------: | ----------: | ----: |',
].join('\n');

/** One row of the table in docs/testing.md. */
export function tableRow(
  /** @type {{ folder: string, date: string, seed: number, mutants: number, sample: number } & Count} */ run,
) {
  const cells = [
    run.folder,
    run.date,
    run.seed,
    run.mutants,
    run.sample,
    run.killed,
    run.timeout,
    run.survived,
    run.noCoverage,
    `${run.score.toFixed(1)}%`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The faults nobody noticed, in the order of the code: place, what it was, what it became. */
export function survivors(/** @type {Result[]} */ results) {
  return results
    .filter(({ status }) => !killed.includes(status))
    .map((result) => ({
      key: keyOf(result),
      place: keyOf(result).split('-', 1)[0] ?? '',
      file: keyOf(result).split(':', 1)[0] ?? '',
      line: result.location.start.line + 1,
      status: result.status,
      mutator: result.mutatorName,
      was: originalText(result),
      became: result.replacement,
    }))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function originalText(/** @type {Result} */ result) {
  const lines = readFileSync(join(root, keyOf(result).split(':', 1)[0] ?? ''), 'utf8').split('\n');
  const { start, end } = result.location;
  return lines
    .slice(start.line, end.line + 1)
    .map((line, at) => {
      const to = start.line + at === end.line ? end.column : line.length;
      return line.slice(at === 0 ? start.column : 0, to);
    })
    .join('\n');
}

/** A survivor as a line or two to read; long pieces are cut in the middle. */
export function survivorLines(/** @type {ReturnType<typeof survivors>[number]} */ survivor) {
  const { file, line, status, mutator, was, became } = survivor;
  const note = status === 'Survived' ? '' : ` (${status})`;
  return `${file}:${line} ${mutator}${note}\n    - ${short(was)}\n    + ${short(became)}`;
}

function short(/** @type {string} */ text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 160 ? line : `${line.slice(0, 100)} … ${line.slice(-50)}`;
}
