// Returns whether a path is a browser the tests can drive, by starting it.
import { stripVTControlCharacters } from 'node:util';
import { chromium } from 'playwright-core';

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
 * Starts a browser, lets it run a script in a page, and ends it: one that only prints its version may still crash.
 * @param {string} path
 * @returns {Promise<void>} rejects with what the browser printed when it does not start
 */
export async function startBrowser(path) {
  try {
    const options = { executablePath: path, args: browserArguments, timeout: 45_000 };
    const browser = await chromium.launch(options);
    try {
      const page = await browser.newPage();
      await page.evaluate(() => 1);
    } finally {
      await browser.close();
    }
  } catch (error) {
    throw new Error(`${path} does not start: ${reasonIn(error)}`, { cause: error });
  }
}

/** The last line the browser printed as an error, else the first line of the message. */
function reasonIn(/** @type {unknown} */ error) {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const lines = text.split('\n').map((line) => line.trim());
  const printed = lines.findLast((line) => line.includes('[err] '));
  return printed?.replace(/^.*?\[err\] /, '') ?? lines[0] ?? '';
}
