// Returns whether the last build still agrees with the sources.
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './install.mjs';

const sources = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'package.json',
  '.config/headers.ts',
  '.config/catalogues.ts',
  '.config/texts.ts',
  '.config/firstLoad.ts',
  '.config/reach.ts',
];

/** When the newest file at or under a path was written, in ms; 0 when there is none. */
function newest(/** @type {string} */ path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  /** @type {number} */
  let latest = stat.mtimeMs;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path)) latest = Math.max(latest, newest(join(path, name)));
  }
  return latest;
}

/** True when the build in `folder` is newer than everything it is made from. */
export function isFresh(/** @type {string} */ folder) {
  const built = statSync(resolve(root, folder, '.vite', 'manifest.json'), {
    throwIfNoEntry: false,
  });
  if (!built) return false;
  return sources.every((path) => newest(join(root, path)) <= built.mtimeMs);
}
