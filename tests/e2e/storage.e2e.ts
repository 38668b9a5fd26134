import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { browserArguments } from '../../.config/browser.mjs';
import type { Found } from '../storage/page/main';
import { runs } from '../support/runs';
import { browser } from './support/app';

let url = '';
let close = async () => {};

beforeAll(async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'storage-page-'));
  const root = join(import.meta.dirname, '..', 'storage', 'page');
  const shared = { root, configFile: false, logLevel: 'warn' } as const;
  await build({ ...shared, build: { outDir, emptyOutDir: true, target: 'esnext' } });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { port: 0, host: 'localhost' },
  });
  url = server.resolvedUrls?.local[0] ?? '';
  close = async () => {
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
});

afterAll(() => close());

async function ready(context: BrowserContext, told: (number: number) => void = () => undefined) {
  const page = await context.newPage();
  await page.exposeFunction('acknowledged', told);
  await page.goto(url);
  await loaded(page);
  return page;
}

async function loaded(page: Page): Promise<void> {
  await page.waitForFunction(() => 'harness' in globalThis);
}

function whole(found: Found, acknowledged: Iterable<number>): void {
  expect(found.notes.toSorted(byNumber)).toEqual(found.stages.toSorted(byNumber));
  expect(new Set(found.notes).size).toBe(found.notes.length);
  for (const number of acknowledged) expect(found.notes).toContain(number);
  expect(found.skipped).toBe(0);
}

const byNumber = (a: number, b: number) => a - b;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a tab killed at a random moment loses no acknowledged edit and tears none', async () => {
  const lanes = 4;
  const kills = runs(40, 1_000);
  // Most of a kill is waiting, so several go on at once, each in a profile and a process of its own.
  const told = await Promise.all(Array.from({ length: lanes }, () => killTabs(kills / lanes)));
  expect(told.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(kills);
}, 600_000);

/** Edits a map in tab after tab and kills each; answers how many edits had been acknowledged. */
async function killTabs(kills: number): Promise<number> {
  const context = await (await browser()).newContext();
  const acknowledged = new Set<number>();
  const first = await ready(context);
  const mapId = await first.evaluate(() => globalThis.harness.create());
  await first.close();
  for (let kill = 0; kill < kills; kill += 1) {
    const page = await ready(context, (number) => acknowledged.add(number));
    // Ends with the page.
    page
      .evaluate(([id, from]) => globalThis.harness.editOn(id, from), [mapId, kill * 1_000] as const)
      .catch(() => undefined);
    // Some time after its first edit is on disk, while the next ones are on their way.
    const before = acknowledged.size;
    await vi.waitUntil(() => acknowledged.size > before, { timeout: 30_000, interval: 1 });
    await wait((kill * 37) % 60);
    const devtools = await context.newCDPSession(page);
    const crashed = new Promise((resolve) => page.once('crash', resolve));
    devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
    if (kill % 10 === 9 || kill === kills - 1) {
      const next = await ready(context);
      whole(await next.evaluate((id) => globalThis.harness.find(id), mapId), acknowledged);
      await next.close();
    }
  }
  await context.close();
  return acknowledged.size;
}

/** How a page is left. */
const ways: Record<string, (page: Page) => Promise<unknown>> = {
  reload: (page) => page.reload(),
  navigate: (page) => page.goto('about:blank'),
  close: (page) => page.close(),
  back: (page) => page.goBack(),
  hide: (page) =>
    page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    }),
};

describe('the last edit, not acknowledged yet, survives', () => {
  test.each(Object.keys(ways))('%s', async (way) => {
    const context = await (await browser()).newContext();
    for (let time = 0; time < runs(1, 15); time += 1) {
      const page = await ready(context);
      const mapId = await page.evaluate(() => globalThis.harness.create());
      await page.goto(`${url}?second`);
      await loaded(page);
      await page.evaluate((id) => globalThis.harness.leaveWith(id, 7), mapId);
      await ways[way]?.(page);
      const next = await ready(context);
      whole(await next.evaluate((id) => globalThis.harness.find(id), mapId), [7]);
      await next.close();
    }
    await context.close();
  });
});

describe('an edit whose append is in flight when the page is left survives', () => {
  test.each(Object.keys(ways).filter((way) => way !== 'hide'))('%s', async (way) => {
    const context = await (await browser()).newContext();
    for (let time = 0; time < runs(5, 100); time += 1) {
      let acknowledged = 0;
      const page = await ready(context, (number) => (acknowledged = number));
      const mapId = await page.evaluate(() => globalThis.harness.create());
      await page.goto(`${url}?second`);
      await loaded(page);
      // Ends with the page.
      page.evaluate((id) => globalThis.harness.leaveDuring(id, 1), mapId).catch(() => undefined);
      await vi.waitUntil(() => acknowledged > 0, { timeout: 30_000, interval: 1 });
      await wait((time * 37) % 50);
      await ways[way]?.(page);
      const next = await ready(context);
      const left = await next.evaluate(() => globalThis.harness.left());
      expect(left).toBeGreaterThan(0);
      const found = await next.evaluate((id) => globalThis.harness.find(id), mapId);
      whole(
        found,
        Array.from({ length: left }, (_, index) => index + 1),
      );
      await next.close();
      await page.close();
    }
    await context.close();
  });
});

test('a reloaded tab keeps its name and so its undo stack', async () => {
  const context = await (await browser()).newContext();
  const page = await ready(context);
  const mapId = await page.evaluate(() => globalThis.harness.create());
  await page.evaluate((id) => globalThis.harness.leaveWith(id, 1), mapId);
  await page.reload();
  await loaded(page);
  expect((await page.evaluate((id) => globalThis.harness.find(id), mapId)).undo).toBe(1);
  const other = await ready(context);
  expect((await other.evaluate((id) => globalThis.harness.find(id), mapId)).undo).toBe(0);
  await context.close();
});

describe('a whole browser', () => {
  test('killed while it writes loses no acknowledged edit, or gets the map back from the mirror', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'storage-profile-'));
    const acknowledged = new Set<number>();
    let mapId = '';
    let mirrored = 0;
    const kills = runs(5, 100);
    for (let kill = 0; kill <= kills; kill += 1) {
      const started = await start(profile);
      const { context } = started;
      const page = await ready(context, (number) => acknowledged.add(number));
      if (mapId === '') {
        mapId = await page.evaluate(() => globalThis.harness.create());
      } else {
        const found = await page.evaluate((id) => globalThis.harness.find(id), mapId);
        // Chromium may lose its database here: then the mirror's last version must be back.
        whole(found, found.restored > 0 ? [] : acknowledged);
        expect(found.lost).toBe(0);
        if (found.restored > 0) expect(found.notes.length).toBeGreaterThanOrEqual(mirrored);
        mirrored = found.notes.length;
      }
      await page.evaluate(() => globalThis.harness.settle());
      page
        .evaluate(([id, from]) => globalThis.harness.editOn(id, from), [
          mapId,
          kill * 1_000,
        ] as const)
        .catch(() => undefined);
      const before = acknowledged.size;
      await expect.poll(() => acknowledged.size, { timeout: 10_000 }).toBeGreaterThan(before);
      await wait((kill * 53) % 200);
      started.process.kill('SIGKILL');
      await started.end();
    }
    expect(acknowledged.size).toBeGreaterThan(kills);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }, 600_000);

  test('that has lost its database shows the map from the mirror', async () => {
    const context = await (await browser()).newContext();
    const page = await ready(context);
    const mapId = await page.evaluate(() => globalThis.harness.create());
    await page.evaluate((id) => globalThis.harness.leaveWith(id, 3), mapId);
    await page.reload();
    await loaded(page);
    await page.evaluate((id) => globalThis.harness.find(id), mapId);
    await page.evaluate(() => globalThis.harness.settle());
    await page.goto('about:blank');
    const eraser = await context.newPage();
    await eraser.route('**/erase', (route) => route.fulfill({ body: '' }));
    await eraser.goto(`${url}erase`);
    await eraser.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('desire-path');
          request.onsuccess = resolve;
          request.onerror = reject;
        }),
    );
    const next = await ready(context);
    const found = await next.evaluate((id) => globalThis.harness.find(id), mapId);
    expect(found).toMatchObject({ restored: 1, lost: 0 });
    await context.close();
  });
});

interface Started {
  process: ChildProcess;
  context: BrowserContext;
  end(): Promise<void>;
}

/** A browser of its own that can be killed: Playwright keeps the process of those it starts. */
async function start(profile: string): Promise<Started> {
  const process = spawn(
    inject('browserPath'),
    [
      ...browserArguments,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) =>
    process.once('exit', () => {
      resolve();
    }),
  );
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    process.stderr.on('data', (data: Buffer) => {
      text += data.toString();
      const found = /ws:\/\/\S+/.exec(text)?.[0];
      if (found) resolve(found);
    });
    process.once('exit', () => {
      reject(new Error(text));
    });
  });
  const connected: Browser = await chromium.connectOverCDP(address);
  const [context] = connected.contexts();
  if (!context) throw new Error('The browser has no context.');
  return {
    process,
    context,
    async end() {
      await ended;
      await connected.close().catch(() => undefined);
    },
  };
}
