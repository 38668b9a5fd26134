// What the search for a browser asks of the machine it runs on, in one record, so that tests can put another in its place.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Machine
 * @property {Record<string, string | undefined>} env the environment variables
 * @property {string} platform as `process.platform`
 * @property {string} arch as `process.arch`
 * @property {boolean} isRoot
 * @property {string} home the user's home folder
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => string} read the text of a file, empty when it cannot be read
 * @property {typeof run} run
 * @property {(text: string) => void} say reports to the user what takes long
 */

/** @type {Machine} */
export const thisMachine = {
  env: process.env,
  platform: process.platform,
  arch: process.arch,
  isRoot: process.getuid?.() === 0,
  home: homedir(),
  exists: existsSync,
  read(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  },
  run,
  say: (text) => console.log(text),
};

/**
 * Runs a command without showing its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ signal?: AbortSignal, cwd?: string, env?: Record<string, string> }} [options] `env` is added to the process's own
 * @returns {Promise<void>} rejects with the command and the first error it printed when it does not end with 0
 */
export function run(command, args, { env = {}, ...options } = {}) {
  const settings = { ...options, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
  return new Promise((resolve, reject) => {
    execFile(command, args, settings, (error, _stdout, stderr) => {
      if (!error) {
        resolve();
        return;
      }
      const lines = stripVTControlCharacters(stderr).split('\n');
      const told = lines.find((line) => /^\W*(npm )?(error|E:)/i.test(line));
      const reason = (told ?? lines.findLast((line) => line.trim() !== '') ?? '').trim();
      const ending = error.signal ?? `exit code ${error.code ?? '?'}`;
      reject(new Error(`${basename(command)} failed (${ending})${reason && `: ${reason}`}`));
    });
  });
}
