import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { deep } from '../support/runs';
import { openCase } from './support/app';
import { mapOpened } from './support/journey';

/** Opened and closed so often before the first look: caches fill, parts are fetched, code is compiled. */
const WARM = 3;
const TIMES = deep ? 50 : 5;

interface Left {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/**
 * What is left after collecting garbage: bytes of heap, elements, listeners. It collects until nothing more is freed: what
 * timers and finalizers let go of is collected by a later round, and on a busy machine they run late.
 */
async function meterOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  async function collected(): Promise<Left> {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  }
  return async () => {
    let last = await collected();
    for (let idle = 0; idle < 5; idle += 1) {
      await page.waitForTimeout(200);
      const next = await collected();
      if (next.heap < last.heap - 10_000) idle = 0;
      last = next;
    }
    return last;
  };
}

test(`the heap returns to its start after opening and closing ${TIMES} maps`, async () => {
  const { page } = await openCase();
  await mapOpened(page);
  const map = await page.evaluate(() => location.hash);

  async function openAndClose() {
    await page.evaluate((hash) => (location.hash = hash), map);
    await page.locator('.react-flow__node').first().waitFor();
    await page.locator('.react-flow__node').first().click();
    await page.evaluate(() => (location.hash = '#/'));
    await page.locator('.react-flow__node').first().waitFor({ state: 'detached' });
  }
  for (let time = 0; time < WARM; time += 1) await openAndClose();
  const measure = await meterOf(page);
  const before = await measure();
  for (let time = 0; time < TIMES; time += 1) await openAndClose();
  const after = await measure();

  // One map left behind is about 2 MB of heap and a thousand elements; compiled code and caches vary by a megabyte or two.
  expect(after.heap - before.heap, 'bytes').toBeLessThan(3e6 + TIMES * 20_000);
  expect(after.nodes - before.nodes, 'elements').toBeLessThan(400);
  expect(after.listeners - before.listeners, 'listeners').toBeLessThan(60);
}, 240_000);
