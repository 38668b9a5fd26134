import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { catalogues } from './.config/catalogues.ts';
import { firstLoad } from './.config/firstLoad.ts';
import { realHeaders } from './.config/headers.ts';
import { withoutJsonSchema } from './.config/withoutJsonSchema.ts';

const first = firstLoad();
/** Nothing takes so long; a busy machine may, in ms. */
const PATIENCE = 20_000;
/** Component tests that replace a module: they need a memory of their own. */
const MOCKED = 'tests/**/*.mocked.test.tsx';
const inRepo = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Relative, so that the build works under any path of any static host; routes live in the hash.
  base: './',
  // A missing chunk must answer 404, not index.html: the app notices an update by it.
  appType: 'mpa',
  plugins: [
    first,
    catalogues(first.holds),
    withoutJsonSchema(),
    react(),
    realHeaders(inRepo('./public/_headers')),
  ],
  build: {
    target: 'baseline-widely-available',
    // Another folder lets two builds of one working tree run side by side.
    outDir: process.env.DIST_DIR ?? 'dist',
    emptyOutDir: true,
    // The policy forbids inline scripts and fonts from data: addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
  },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          environment: 'node',
          // Pure code leaves nothing behind: one copy of it in memory serves all files, and most of the time went into loading it.
          isolate: false,
          testTimeout: PATIENCE,
          setupFiles: ['tests/support/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', MOCKED],
          environment: 'jsdom',
          // One copy of React for all files of a worker halves the time; setup-dom leaves each file an empty page.
          isolate: false,
          testTimeout: PATIENCE,
          setupFiles: ['tests/support/setup.ts', 'tests/support/setup-dom.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'components with mocks',
          include: [MOCKED],
          environment: 'jsdom',
          testTimeout: PATIENCE,
          setupFiles: ['tests/support/setup.ts', 'tests/support/setup-dom.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/support/serve.ts'],
          // A whole job of many steps on a busy machine; waiting for one thing ends after 15 s.
          testTimeout: 90_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
