// The tests as a mutation run wants them: only those of the folder, every file on its own copy of the code, no luck of
// the clock.
import { defineConfig } from 'vitest/config';
import app from '../../vite.config';
import { brokenFiles } from './brokenFiles.mjs';
import { fileTimer, QuickestFirst } from './quickestFirst.mjs';

/** @type {{ unit: string[], components: string[] }} */
const tests = JSON.parse(process.env.MUTATION_TESTS ?? '{"unit":[],"components":[]}');

const common = {
  // A mutant in code that runs while a file loads is switched on before the file is loaded, so each file is loaded again.
  isolate: true,
  // A busy machine must not look like a found fault; endless loops are Stryker's to stop.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};
const setup = ['tests/support/setup.ts', '.config/mutation/setup.mjs'];

export default defineConfig({
  ...app,
  test: {
    reporters: [brokenFiles(), fileTimer()],
    sequence: { sequencer: QuickestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'unit',
          include: tests.unit,
          environment: 'node',
          setupFiles: setup,
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'components',
          include: tests.components,
          environment: 'jsdom',
          setupFiles: [...setup, 'tests/support/setup-dom.ts'],
        },
      },
    ],
  },
});
