// Installs the packages when they are missing or the lockfile has changed. Node's own modules only: it runs first.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const lock = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules', '.installed-lock');

/** Runs a command in the repository and returns its exit code. npm is a script on Windows and needs the shell there. */
export function run(/** @type {string} */ command, /** @type {string[]} */ args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
    env: { ...process.env, ...env },
  });
  return result.status ?? 1;
}

/** Runs a package's own command line with this Node. */
export function runBin(
  /** @type {string} */ file,
  /** @type {string[]} */ args,
  /** @type {Record<string, string>} */ env = {},
) {
  return run(process.execPath, [join(root, 'node_modules', file), ...args], env);
}

/** Makes `node_modules` what the lockfile says; ends the process when that fails. */
export function ensureInstalled() {
  const digest = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  // Someone ran `npm install` or `npm ci` by hand: nothing to do when all versions are there.
  const npmRecord = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(npmRecord) && sameVersions(npmRecord)) {
    writeFileSync(stamp, digest);
    return;
  }
  console.log('Installing packages …');
  const status = run('npm', ['ci', '--no-audit', '--no-fund']);
  if (status !== 0) {
    console.error('npm ci failed: the packages could not be installed.');
    process.exit(status);
  }
  writeFileSync(stamp, digest);
}

/** Whether what npm recorded as installed is in the lockfile, version by version. */
function sameVersions(/** @type {string} */ npmRecord) {
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(npmRecord, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional || installed[path]?.version === version,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();
