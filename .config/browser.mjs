// Finds a Chromium for the end-to-end tests, or fetches one. Each way is tried only when those before it gave nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

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

const isRoot = process.getuid?.() === 0;

/** Chromium talks to its maker's hosts at start; a test browser must not. As root it has no sandbox to enter. */
export const browserArguments = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium that starts.
 * @returns {Promise<string>}
 */
export async function findBrowser() {
  const tried = [];
  for (const [name, way] of ways) {
    const path = await way();
    if (path && starts(path)) return path;
    tried.push(name);
  }
  throw new Error(`No Chromium found. Set CHROMIUM_PATH to one. Tried: ${tried.join('; ')}.`);
}

/** @type {[string, () => string | undefined | Promise<string | undefined>][]} */
const ways = [
  ['CHROMIUM_PATH', () => process.env.CHROMIUM_PATH],
  ['a browser on this system', onThisSystem],
  ["Playwright's download", playwrightDownload],
  ['apt-get', aptGet],
  ['the npm package @sparticuz/chromium', npmPackage],
];

function starts(/** @type {string} */ path) {
  if (!existsSync(path)) return false;
  // On Windows a browser asked for its version opens a window.
  return (
    process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
  );
}

function onThisSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...usualPlaces].find(existsSync);
}

function playwrightDownload() {
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  console.log('No Chromium here; trying Playwright’s download …');
  const cli = createRequire(import.meta.url).resolve('playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 120_000 });
  return path;
}

function aptGet() {
  const debian =
    existsSync('/etc/debian_version') && !/ubuntu/i.test(readIfThere('/etc/os-release'));
  if (!isRoot || !debian) return undefined;
  console.log('Installing Debian’s chromium …');
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  const options = { stdio: /** @type {const} */ ('ignore'), timeout: 300_000 };
  if (spawnSync('apt-get', install, options).status !== 0) {
    spawnSync('apt-get', ['update'], options);
    spawnSync('apt-get', install, options);
  }
  return onThisSystem();
}

async function npmPackage() {
  const folder = join(homedir(), '.cache', 'desire-path-browser');
  mkdirSync(folder, { recursive: true });
  console.log('Installing @sparticuz/chromium outside the repository …');
  spawnSync('npm', ['install', '--no-save', '--prefix', folder, '@sparticuz/chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  const entry = join(folder, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  if (!existsSync(entry)) return undefined;
  const resolved = createRequire(entry).resolve('@sparticuz/chromium');
  const packaged = await import(pathToFileURL(resolved).href);
  return packaged.default.executablePath();
}

function readIfThere(/** @type {string} */ file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await findBrowser());
