// The ways to come by a Chromium, from the one that costs nothing to the one that needs least of the machine.
import { posix, win32 } from 'node:path';
import { chromium } from 'playwright-core';
import { packageBin } from '../packageBin.mjs';
import { thisMachine } from './machine.mjs';
import { packagedChromium } from './packaged.mjs';

/** @typedef {import('./machine.mjs').Machine} Machine */

/**
 * One way to come by a browser.
 * @typedef {object} Way
 * @property {string} key what BROWSER_WAYS calls it
 * @property {string} name what messages call it
 * @property {number} timeout in ms, for finding and starting together
 * @property {(signal: AbortSignal) => string[] | Promise<string[]>} find paths that may be a browser's, best first; throws
 *   the reason when there is none, and stops when the signal says so
 */

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const minute = 60_000;

/**
 * Every way on this machine, or only those whose keys BROWSER_WAYS names (`BROWSER_WAYS=npm`, `BROWSER_WAYS=system,apt`),
 * so that each can be tried with the others hidden.
 * @returns {Way[]}
 */
export function defaultWays(machine = thisMachine) {
  const { CHROMIUM_PATH: named, BROWSER_WAYS: allowed } = machine.env;
  /** @type {Way[]} */
  const ways = [
    {
      key: 'system',
      name: 'a browser on this system',
      timeout: 2 * minute,
      find: () => onThisSystem(machine),
    },
    {
      key: 'playwright',
      name: 'Playwright’s download',
      timeout: 3 * minute,
      find: (signal) => playwrightDownload(machine, signal),
    },
    {
      key: 'apt',
      name: 'Debian’s package',
      timeout: 5 * minute,
      find: (signal) => debianPackage(machine, signal),
    },
    {
      key: 'npm',
      name: 'the npm package @sparticuz/chromium',
      timeout: 5 * minute,
      find: async (signal) => [await packagedChromium(machine, signal)],
    },
  ];
  if (named)
    ways.unshift({ key: 'path', name: 'CHROMIUM_PATH', timeout: minute, find: () => [named] });
  return allowed ? only(ways, allowed) : ways;
}

function only(/** @type {Way[]} */ ways, /** @type {string} */ allowed) {
  const keys = allowed.split(',').map((key) => key.trim());
  const unknown = keys.filter((key) => key !== 'path' && !ways.some((way) => way.key === key));
  if (unknown.length > 0) {
    const known = ['path', ...ways.map(({ key }) => key)].join(', ');
    throw new Error(`BROWSER_WAYS names ${unknown.join(', ')}, but the ways are ${known}.`);
  }
  return ways.filter(({ key }) => keys.includes(key));
}

function onThisSystem(/** @type {Machine} */ machine) {
  const paths = machine.platform === 'win32' ? win32 : posix;
  const folders = (machine.env.PATH ?? '').split(paths.delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => paths.join(folder, name)));
  const found = [...candidates, ...usualPlaces].filter((path) => machine.exists(path));
  if (found.length === 0)
    throw new Error(`no ${names.join(', ')} on the PATH or in the usual places`);
  return found;
}

async function playwrightDownload(
  /** @type {Machine} */ machine,
  /** @type {AbortSignal} */ signal,
) {
  const path = chromium.executablePath();
  if (machine.exists(path)) return [path];
  machine.say('No Chromium here; trying Playwright’s download …');
  const cli = packageBin('playwright-core');
  await machine.run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { signal });
  return [path];
}

async function debianPackage(/** @type {Machine} */ machine, /** @type {AbortSignal} */ signal) {
  if (!machine.exists('/etc/debian_version')) throw new Error('this is not Debian');
  // Ubuntu's package of this name only asks for a snap, which does not run in containers.
  if (/ubuntu/i.test(machine.read('/etc/os-release')))
    throw new Error('this is Ubuntu, not Debian');
  if (!machine.isRoot) throw new Error('only root may install it');
  machine.say('Installing Debian’s chromium …');
  const options = { signal, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () =>
    machine.run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  try {
    await install();
  } catch {
    // The lists of packages may be missing or older than the archive.
    await machine.run('apt-get', ['update'], options);
    await install();
  }
  return onThisSystem(machine);
}
