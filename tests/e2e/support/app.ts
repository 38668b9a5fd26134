import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, expect, inject, onTestFinished } from 'vitest';
import { browserArguments } from '../../../.config/browser.mjs';
import { watch, type Watch } from './problems';

export interface OpenOptions {
  /** What follows the app's address, such as `#/map/abc`. */
  readonly path?: string;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly viewport?: { width: number; height: number };
  readonly permissions?: string[];
  /** Anything else Playwright can set on a context: touch, storage, time zone. */
  readonly context?: BrowserContextOptions;
  /** Runs in the page before any script of the app. */
  readonly before?: (page: Page) => Promise<void>;
}

export interface OpenedApp {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  readonly watch: Watch;
  /** Opens another tab on the same storage. */
  openTab(path?: string): Promise<Page>;
}

const failures = 'tests/e2e/failures';

/** A trace records the page at every step, which costs a sixth of the time: it is kept where TRACE=1 asks for it. */
const isTraced = process.env.TRACE === '1';

let launched: Promise<Browser> | undefined;

/** The browser of this test file. */
export function browser(): Promise<Browser> {
  launched ??= chromium.launch({ executablePath: inject('browserPath'), args: browserArguments });
  return launched;
}

afterAll(async () => {
  await (await launched)?.close();
  launched = undefined;
});

/**
 * Opens the built app in a fresh browser context. When the test ends the context is closed, a failure leaves evidence in
 * tests/e2e/failures (see {@link keepEvidence}), and the test fails if anything was logged as an error, blocked by the
 * security policy, or asked of another host (see {@link Watch.forgive} for tests that provoke an error).
 */
export async function openApp(options: OpenOptions = {}): Promise<OpenedApp> {
  const url = inject('appUrl');
  const context = await (
    await browser()
  ).newContext({
    locale: options.locale ?? 'en-GB',
    timezoneId: 'UTC',
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
    viewport: options.viewport ?? { width: 1440, height: 900 },
    permissions: options.permissions ?? [],
    acceptDownloads: true,
    ...options.context,
  });
  context.setDefaultTimeout(15_000);
  const watched = await watch(context, url);
  if (isTraced) await context.tracing.start({ snapshots: true, screenshots: false });

  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepEvidence(context, task.fullTestName);
    await context.close();
    expect(watched.problems, 'nothing is logged, blocked or asked of other hosts').toEqual([]);
  });

  await options.before?.(page);
  await page.goto(url + (options.path ?? ''));
  return {
    page,
    context,
    url,
    watch: watched,
    async openTab(path = '') {
      const tab = await context.newPage();
      await tab.goto(url + path);
      return tab;
    },
  };
}

/** Opens the app for the first time and goes through the door to the worked case, CoachingLive. */
export async function openCase(options: OpenOptions = {}): Promise<OpenedApp> {
  const app = await openApp(options);
  // By its name, which is the same in every language.
  await app.page.locator('main button').filter({ hasText: 'CoachingLive' }).click();
  await app.page.waitForURL(/#\/map\//);
  return app;
}

/**
 * Keeps what explains a failure: of every open tab a screenshot and its HTML, and a trace of the steps where TRACE=1 was set.
 * A tab may be gone or hang: that must not hide why the test failed.
 */
async function keepEvidence(context: BrowserContext, name: string) {
  const file = `${failures}/${fileName(name)}`;
  await mkdir(failures, { recursive: true });
  for (const [at, page] of context.pages().entries()) {
    const tab = at === 0 ? file : `${file}-tab-${at + 1}`;
    await page.screenshot({ path: `${tab}.png`, timeout: 5_000 }).catch(() => undefined);
    const html = await page
      .locator('html')
      .evaluate((root) => root.outerHTML, undefined, { timeout: 5_000 })
      .catch(() => undefined);
    if (html !== undefined) await writeFile(`${tab}.html`, html);
  }
  if (isTraced) await context.tracing.stop({ path: `${file}.zip` }).catch(() => undefined);
}

/** Keeps a picture of the page in tests/e2e/screenshots, which git ignores. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `tests/e2e/screenshots/${fileName(name)}.png` });
}

function fileName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100);
}
