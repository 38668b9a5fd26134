import type { CDPSession, Page } from 'playwright-core';

/** What a piece of work cost the page's main thread, in ms. */
export interface Cost {
  /** Scripts alone. */
  readonly script: number;
  /** Everything: scripts, styles, layout, painting. */
  readonly task: number;
}

/** Reads what the browser itself counts for a page. */
export async function meterOf(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  async function now(): Promise<Cost> {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) =>
      (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
    return { script: of('ScriptDuration'), task: of('TaskDuration') };
  }
  return {
    /** Everything since the page began. */
    now,
    /** What the work costs, until the page has come to rest, divided by the number of steps. */
    async cost(work: () => Promise<void>, steps = 1): Promise<Cost> {
      await rest(page);
      const before = await now();
      await work();
      await rest(page);
      const after = await now();
      return {
        script: (after.script - before.script) / steps,
        task: (after.task - before.task) / steps,
      };
    },
  };
}

/** The next frame has been drawn. */
export const frame = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0))),
  );

/** Nothing is left to do; what the app does when it is idle is part of what it costs. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        setTimeout(() => requestIdleCallback(() => done(), { timeout: 5_000 }), 150);
      }),
  );
}
