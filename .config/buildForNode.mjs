// Bundles TypeScript for Node, each entry to NAME.mjs in a folder.
import { build } from 'vite';
import { root } from './install.mjs';

export async function buildForNode(
  /** @type {string} */ outDir,
  /** @type {Record<string, string>} */ input,
) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input, output: { entryFileNames: '[name].mjs' } },
    },
  });
}
