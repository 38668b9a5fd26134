import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../../.config/browser.mjs';
import { isFresh } from '../../../.config/fresh.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served with its real headers, with a slash at the end. */
    appUrl: string;
    /** The Chromium that the tests drive. */
    browserPath: string;
  }
}

/** Serves the production build on a free port for all end-to-end tests; builds it first when sources are newer. */
export default async function serve(project: TestProject) {
  if (!isFresh(process.env.DIST_DIR ?? 'dist')) await buildAsShipped();
  const server = await preview({ logLevel: 'warn', preview: { port: 0, host: 'localhost' } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The preview server has no address.');
  project.provide('appUrl', url);
  project.provide('browserPath', await findBrowser());
  return () => server.close();
}

/** The test runner's own NODE_ENV would put the development builds of the libraries into the page. */
async function buildAsShipped() {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({ logLevel: 'warn' });
  process.env.NODE_ENV = NODE_ENV;
}
