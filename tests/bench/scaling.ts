import { Worker } from 'node:worker_threads';
import type { JourneyMap, Scenario } from '../../src/map/schema';
import { median } from './rounds';

/**
 * How many times as fast several workers are together as one alone, by the clock on the wall: the
 * same customers, in turns, medians over rounds. Needs as many idle cores.
 */
export async function scaling(
  map: JourneyMap,
  scenario: Scenario,
  customers: number,
  workers: number,
  rounds: number,
): Promise<number> {
  const threads = Array.from(
    { length: workers },
    () => new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { map, scenario } }),
  );
  const walk = (thread: Worker, from: number, to: number) =>
    new Promise<void>((resolve) => {
      thread.once('message', () => resolve());
      thread.postMessage({ from, to });
    });
  const timed = async (among: readonly Worker[]) => {
    const each = customers / among.length;
    const began = performance.now();
    await Promise.all(among.map((thread, k) => walk(thread, k * each, (k + 1) * each)));
    return performance.now() - began;
  };
  const ratios: number[] = [];
  await timed(threads);
  for (const thread of threads) await timed([thread]);
  for (let round = 0; round < rounds; round += 1) {
    const alone = await timed(threads.slice(0, 1));
    ratios.push(alone / (await timed(threads)));
  }
  await Promise.all(threads.map((thread) => thread.terminate()));
  return median(ratios);
}
