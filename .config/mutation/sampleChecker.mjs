// A checker for Stryker: lets the mutants of the sample through and turns all others away. Stryker itself can be told
// ranges of lines only, and a range holds the mutants nested in it.
import { readFileSync } from 'node:fs';
import { keyOf } from './sample.mjs';

function createChecker() {
  /** @type {Set<string>} */
  let chosen = new Set();
  return {
    init: async () => {
      chosen = new Set(JSON.parse(readFileSync(process.env.MUTATION_SAMPLE ?? '', 'utf8')));
      await Promise.resolve();
    },
    check: (/** @type {(import('./sample.mjs').Mutant & { id: string })[]} */ mutants) =>
      Promise.resolve(
        Object.fromEntries(
          mutants.map((mutant) => [
            mutant.id,
            chosen.has(keyOf(mutant))
              ? { status: 'passed' }
              : { status: 'compileError', reason: 'not in the sample' },
          ]),
        ),
      ),
  };
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', factory: createChecker }];
