import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { checkAccessibility } from './support/accessibility';
import { openCase, takePicture } from './support/app';
import { importMap, mapOpened, withoutFileDialogs } from './support/journey';
import { typed } from './support/keys';

const COUNT = 500;
const numbered = <Value>(count: number, entry: (index: number) => readonly [string, Value]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));

/** Ten stages of fifty touchpoints each, nothing connected; 300 pains. */
const long = () =>
  newMap({
    title: 'Long',
    stages: numbered(10, (index) => [
      `stage-number-${index}`,
      { name: `Stage ${index}`, order: `a${index}` },
    ]),
    touchpoints: numbered(COUNT, (index) => [
      `touchpoint-${String(index).padStart(4, '0')}`,
      {
        name: `Step ${index}`,
        stage: `stage-number-${Math.floor(index / 50)}`,
        position: { x: 0, y: (index % 50) * 140 },
      },
    ]),
    pains: numbered(300, (index) => [
      `pain-number-${String(index).padStart(3, '0')}`,
      { name: `Pain ${String(index).padStart(3, '0')}` },
    ]),
  });

async function opened() {
  const { page } = await openCase({ before: withoutFileDialogs });
  await mapOpened(page);
  const map = long();
  await importMap(page, map);
  await page.waitForURL((url) => url.hash.includes(map.id));
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

test('a long journey mounts the lines in sight, and the keyboard reaches every line', async () => {
  const page = await opened();
  const line = (name: string) => page.getByRole('treeitem', { name, exact: true });
  const mounted = () => page.getByRole('treeitem').count();
  await line('Step 3').click();
  expect(await mounted()).toBeLessThan(80);
  await page.keyboard.press('End');
  await expect.poll(() => focused(page)).toBe(`Step ${COUNT - 1}`);
  await expect.poll(() => line(`Step ${COUNT - 4}`).isVisible()).toBe(true);
  expect(await mounted()).toBeLessThan(80);
  const last = await line(`Step ${COUNT - 1}`).boundingBox();
  expect(last && last.y + last.height).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  expect(await line(`Step ${COUNT - 1}`).getAttribute('aria-posinset')).toBe('50');
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe(`Step ${COUNT - 11}`);

  // Scrolled out of sight the line keeps the keyboard.
  await line(`Step ${COUNT - 11}`).hover();
  await page.mouse.wheel(0, -20_000);
  await expect.poll(() => line(`Step ${COUNT - 9}`).count()).toBe(0);
  expect(await focused(page)).toBe(`Step ${COUNT - 11}`);
  await page.keyboard.press('F2');
  await typed(page, 'Renamed');
  await page.keyboard.press('Enter');
  await line('Renamed').waitFor();
  expect(await focused(page)).toBe('Renamed');
  await checkAccessibility(page, 'the outline of a long journey');
  await takePicture(page, 'outline long');
});

test('a long list of records mounts what is in sight, and Tab goes on to the next', async () => {
  const page = await opened();
  await page.getByRole('tab', { name: 'Items' }).click();
  await page.getByRole('button', { name: 'Pains · 300' }).click();
  const pains = page.getByRole('listitem').filter({ hasText: /^Pain / });
  await pains.first().waitFor();
  expect(await pains.count()).toBeLessThan(80);
  await pains.getByRole('button', { name: 'Pain 000' }).click();
  for (let press = 0; press < 40; press++) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Pain 040');
  expect(await pains.first().getAttribute('aria-setsize')).toBe('300');
  expect(await pains.count()).toBeLessThan(80);
});
