// Finds the command line of an installed package.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * The file behind a package's command, by the `bin` field of its package.json: the path may be closed to imports.
 * @param {string} name the package
 * @param {string} [command] when the package has several; else its own name without scope
 * @param {(id: string) => string} [resolveFile] where Node finds `NAME/package.json`
 * @returns {string} an absolute path
 */
export function packageBin(
  name,
  command = name.replace(/^@[^/]*\//, ''),
  resolveFile = (id) => require.resolve(id),
) {
  const manifest = resolveFile(`${name}/package.json`);
  /** @type {{ bin?: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (file === undefined) throw new Error(`${name} has no command ${command}`);
  return join(dirname(manifest), file);
}
