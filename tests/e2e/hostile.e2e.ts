import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { type JourneyMap, LIMITS } from '../../src/map/schema';
import { deep } from '../support/runs';
import { circles } from '../simulation/support/circles';
import { openCase } from './support/app';
import { importMap, saved, withoutFileDialogs } from './support/journey';

const id = (kind: string, at: number) => `${kind}-${String(at).padStart(10, '0')}`;
const many = <Value>(kind: string, count: number, value: (at: number) => Value) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [id(kind, at), value(at)]));

const ENDS = {
  'touchpoint-in': { kind: 'entry', name: 'In' },
  'touchpoint-out': { kind: 'outcome', name: 'Out' },
} as const;

/** Segments that each name the one before, `times` times; a transition asks for the last. */
function chained(title: string, count: number, times: number): JourneyMap {
  const named = (at: number) => ({ kind: 'segment' as const, segment: id('segment', at) });
  return newMap({
    title,
    touchpoints: ENDS,
    segments: many('segment', count, (at) => ({
      name: `Segment ${at}`,
      rule:
        at === 0
          ? { kind: 'everyone' as const }
          : {
              kind: 'group' as const,
              match: 'any' as const,
              rules: Array.from({ length: times }, () => named(at - 1)),
            },
    })),
    transitions: {
      'transition-1': {
        from: 'touchpoint-in',
        to: 'touchpoint-out',
        when: named(count - 1),
        chance: { base: 1 },
      },
    },
  });
}

/** Maps within the limits of a file that once took the page down, or could. */
const MAPS: readonly (() => JourneyMap)[] = [
  () => chained('Segments that name others twice, forty deep', 40, 2),
  () => chained('Ten thousand segments in a chain', 10_000, 1),
  () =>
    newMap({
      title: 'As many transitions as there may be between two touchpoints',
      touchpoints: ENDS,
      transitions: many('transition', LIMITS.records, () => ({
        from: 'touchpoint-in',
        to: 'touchpoint-out',
        chance: { base: 0 },
      })),
    }),
  () =>
    newMap({
      title: 'As many notes as there may be',
      notes: many('note', LIMITS.records, (at) => ({
        text: `Note ${at}`,
        position: { x: (at % 100) * 200, y: Math.floor(at / 100) * 150 },
      })),
    }),
  () =>
    newMap({
      title: 'Five thousand touchpoints, all at one place',
      touchpoints: { ...ENDS, ...many('touchpoint', 5_000, (at) => ({ name: `Card ${at}` })) },
    }),
  () => ({ ...circles(), title: 'Two touchpoints in a circle that nobody leaves' }),
];

/** Takes what the page did since it was last asked: its longest task in ms, and the heap that is in use. */
const meter = (page: Page) =>
  page.evaluate(() => {
    const tasks = Reflect.get(globalThis, 'tasks') as number[];
    const heap = (performance as unknown as { memory: { usedJSHeapSize: number } }).memory;
    const longest = Math.max(0, ...tasks.splice(0));
    return { longest: Math.round(longest), megabytes: Math.round(heap.usedJSHeapSize / 1e6) };
  });

test(
  'a file within the limits opens, can be edited, and opens again after a reload',
  async () => {
    const { page } = await openCase({
      before: async (fresh) => {
        await withoutFileDialogs(fresh);
        await fresh.addInitScript(() => {
          const tasks: number[] = [];
          Reflect.set(globalThis, 'tasks', tasks);
          new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) tasks.push(duration);
          }).observe({ type: 'longtask' });
        });
      },
    });
    // The largest take a busy machine a while.
    page.setDefaultTimeout(60_000);
    await saved(page);
    const figures: string[] = [];
    onTestFinished(() => {
      console.log(figures.join('\n'));
    });
    const title = page.getByRole('textbox', { name: 'Title of the map' });
    for (const make of deep ? MAPS : MAPS.slice(0, 2)) {
      const map = make();
      await importMap(page, map);
      expect(await title.inputValue()).toBe(map.title);
      await title.fill('Edited');
      await title.press('Enter');
      await saved(page);
      await page.reload();
      await saved(page);
      expect(await title.inputValue()).toBe('Edited');
      await (await page.context().newCDPSession(page)).send('HeapProfiler.collectGarbage');
      const { longest, megabytes } = await meter(page);
      figures.push(`${map.title}: longest task ${longest} ms, heap ${megabytes} MB`);
      expect(megabytes, map.title).toBeLessThan(500);
    }
  },
  deep ? 600_000 : 120_000,
);
