import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { checkAccessibility } from './support/accessibility';
import { openCase, takePicture } from './support/app';
import { exported, importMap, mapOpened, saved, withoutFileDialogs } from './support/journey';
import { typed } from './support/keys';

async function tableOf(page: Page) {
  await mapOpened(page);
  await page.keyboard.press('Alt+2');
  const grid = page.getByRole('grid', { name: 'Journey table' });
  await grid.waitFor();
  return grid;
}

const focusedLabel = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('the journey table', () => {
  test('is filled by hand and by key, keeps what was typed, and shows it on the map', async () => {
    const { page } = await openCase({ before: withoutFileDialogs });
    const grid = await tableOf(page);

    await grid.getByRole('gridcell', { name: /^Doing, Search ad/ }).click();
    await page.keyboard.type('Types slowly');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await focusedLabel(page)).toMatch(/^Doing, Store find/);

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Escape');
    expect(await focusedLabel(page)).toBe('Emotion, Store find: Neutral');

    // A point is dragged, and one undo takes the whole drag back.
    const point = grid.getByRole('slider', { name: 'Emotion now, Everyone, Sign-up form' });
    const box = await point.boundingBox();
    if (!box) throw new Error('the point is not drawn');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y - 60, { steps: 6 });
    await page.mouse.up();
    expect(await point.getAttribute('aria-valuenow')).toBe('1');
    await page.keyboard.press('Control+z');
    await expect.poll(() => point.getAttribute('aria-valuenow')).toBe('-1');

    const pains = grid.getByRole('gridcell', { name: /^Pains, Search ad/ });
    await pains.click();
    await pains.getByRole('button', { name: 'Pains at Search ad' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'One form too many' }).click();
    await grid.getByRole('gridcell', { name: 'Pains, Search ad: One form too many' }).waitFor();

    await grid.getByRole('button', { name: 'More for Thinking' }).click();
    await page.getByRole('menuitem', { name: 'Hide' }).click();
    await grid.getByRole('rowheader', { name: 'Thinking' }).waitFor({ state: 'detached' });

    await grid.getByRole('columnheader', { name: 'Sign-up form' }).click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await typed(page, 'Registration');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await saved(page);
    await page.reload();
    await grid.getByRole('columnheader', { name: 'Registration' }).waitFor();
    const names = await grid.getByRole('columnheader').allTextContents();
    expect(names.indexOf('Registration')).toBe(names.indexOf('Account, no trial yet') + 1);
    expect(await grid.getByRole('rowheader', { name: 'Thinking' }).count()).toBe(0);

    const { map } = await exported(page);
    const named = (name: string) =>
      Object.values(map.touchpoints).find((touchpoint) => touchpoint.name === name);
    expect(named('Search ad')?.experience.default.doing).toBe('Types slowly');
    expect(named('Store find')?.experience.default.emotion.now).toBe(0);
    await page.keyboard.press('Alt+1');
    await page.locator('[data-canvas]').getByText('Registration').first().waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has nothing axe objects to, with two personas, in the ${colorScheme}`, async () => {
      const { page } = await openCase({ colorScheme });
      const grid = await tableOf(page);
      await page.getByRole('button', { name: 'Budget Ben' }).click();
      await grid.getByRole('columnheader', { name: 'Sign-up form' }).click();
      await checkAccessibility(page, `the journey table, ${colorScheme}`);
      await takePicture(page, `table ${colorScheme}`);
    });
  }

  test('stays whole on a phone: the lane and a column are in sight, nothing else overflows', async () => {
    const { page } = await openCase({ viewport: { width: 360, height: 740 } });
    const grid = await tableOf(page);
    expect(await grid.getByRole('rowheader', { name: 'Doing' }).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await takePicture(page, 'table phone');
  });

  test('mounts only what is in sight of 500 touchpoints, and walks to the last by key', async () => {
    const stages = Array.from({ length: 10 }, (_, index) => `stage-number-${index}`);
    const map = newMap({
      title: 'Long',
      stages: Object.fromEntries(stages.map((id, index) => [id, { name: id, order: `a${index}` }])),
      touchpoints: Object.fromEntries(
        Array.from({ length: 500 }, (_, index) => [
          `touchpoint-${String(index).padStart(4, '0')}`,
          {
            name: `Step ${index}`,
            stage: stages[Math.floor(index / 50)] ?? null,
            position: { x: 0, y: (index % 50) * 140 },
            experience: { default: { doing: `Does ${index}`, emotion: { now: (index % 5) - 2 } } },
          },
        ]),
      ),
    });
    const { page } = await openCase({ before: withoutFileDialogs });
    await mapOpened(page);
    await importMap(page, map);
    await page.waitForURL((url) => url.hash.includes(map.id));
    const grid = await tableOf(page);
    await grid.getByRole('columnheader', { name: 'Step 0', exact: true }).click();
    const mounted = () => grid.getByRole('gridcell').count();
    expect(await mounted()).toBeLessThan(25 * 8);
    await page.keyboard.press('End');
    await grid.getByRole('columnheader', { name: 'Step 499' }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await focusedLabel(page)).toBe('Doing, Step 499: Does 499');
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowLeft');
    expect(await focusedLabel(page)).toBe('Doing, Step 489: Does 489');
    expect(await mounted()).toBeLessThan(25 * 8);
    await takePicture(page, 'table 500');
  }, 120_000);
});
