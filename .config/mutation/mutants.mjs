// Lists every mutant of a folder without running anything.
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { root } from '../install.mjs';

/** The source files of a folder of `src`, as paths from the root with forward slashes, in order. */
export function sourcesOf(/** @type {string} */ folder) {
  return readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', folder, name).split(sep).join('/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .sort();
}

const quiet = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  fatal: () => undefined,
};

/**
 * All mutants of the files.
 * @param {string[]} files paths from the root
 * @returns {Promise<import('./sample.mjs').Mutant[]>}
 */
export async function mutantsOf(files) {
  const { mutants } = await new Instrumenter(quiet).instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [], noHeader: false },
  );
  return [...mutants];
}
