// Runs one command at a time, so that a signal can end it before this process says its last words.
import { spawn } from 'node:child_process';
import { root } from '../install.mjs';

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
let isStopping = false;

/**
 * Runs a script with this Node in the repository, its output shown.
 * @param {readonly string[]} args the script and its arguments
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<import('./report.mjs').Ending>}
 */
export function runNode(args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  running = child;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      running = undefined;
      // Whoever stops the run has the last word; nothing more may begin.
      if (!isStopping) resolve({ code, signal });
    });
  });
}

/**
 * Ends the command that is running and waits for its end; at first politely.
 * @param {NodeJS.Signals} signal
 * @param {number} [patience] ms until it is killed
 */
export async function stopRunning(signal, patience = 10_000) {
  isStopping = true;
  const child = running;
  if (!child) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
  clearTimeout(timer);
}
