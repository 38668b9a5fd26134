// Which tests have to notice a fault in a folder.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../install.mjs';

/**
 * Tests that stand elsewhere and are about a folder all the same.
 * @type {Record<string, string[]>}
 */
const elsewhere = {
  map: ['tests/samples/layout.test.ts', 'tests/samples/files.test.ts'],
};

/**
 * The tests of a folder, as patterns from the root.
 * @returns {{ unit: string[], components: string[] }}
 */
export function testsOf(/** @type {string} */ folder) {
  if (!existsSync(join(root, 'tests', folder))) throw new Error(`tests/${folder} does not exist.`);
  const others = elsewhere[folder] ?? [];
  return {
    unit: [`tests/${folder}/**/*.test.ts`, ...others.filter((path) => path.endsWith('.ts'))],
    components: [`tests/${folder}/**/*.test.tsx`, ...others.filter((path) => path.endsWith('x'))],
  };
}
