import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll, expect, inject, onTestFinished, TestRunner } from 'vitest';
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
 * Opens the built app in a fresh browser context. When the test ends the context is closed, a failure leaves a screenshot
 * and, from the second time on, a trace in tests/e2e/failures, and the test fails if anything was logged as an error, blocked by the security
 * policy, or asked of another host (see {@link Watch.forgive} for tests that provoke an error).
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
  // Recording costs a sixth of the time: it is for a test that has failed and is tried again.
  const isTraced = (TestRunner.getCurrentTest()?.result?.retryCount ?? 0) > 0;
  if (isTraced) await context.tracing.start({ snapshots: true, screenshots: false });

  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail')
      await keepEvidence(context, page, task.fullTestName, isTraced);
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

async function keepEvidence(context: BrowserContext, page: Page, name: string, isTraced: boolean) {
  const file = `${failures}/${fileName(name)}`;
  // The page may be gone or hang: that must not hide why the test failed.
  await page.screenshot({ path: `${file}.png`, timeout: 5_000 }).catch(() => undefined);
  if (isTraced) {
    await context.tracing.stop({ path: `${file}.zip` }).catch(() => undefined);
  }
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
