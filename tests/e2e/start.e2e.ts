import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { checkAccessibility } from './support/accessibility';
import { openApp, takePicture } from './support/app';
import { exported, mapOpened, withoutFileDialogs } from './support/journey';
import { tabTo, typed } from './support/keys';

const TEMPLATES = ['Software trial', 'Online purchase', 'Customer onboarding', 'Support case'];

const door = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const worked = (page: Page) => door(page, /^CoachingLive/);

/** The pictures have been drawn: one of each sample, and of each map. */
const drawn = (page: Page, count = 5) =>
  expect.poll(() => page.locator('main img').count(), { timeout: 15_000 }).toBe(count);

describe('the first start', () => {
  test('says what this is and has three doors, none of them a map that was made for somebody', async () => {
    const { page } = await openApp();
    await expect.poll(() => heading(page).innerText()).toMatch(/^Draw your customers’ journey/);
    await door(page, 'Blank map').waitFor();
    await worked(page).waitFor();
    for (const name of TEMPLATES) await door(page, name).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    await drawn(page);
    await checkAccessibility(page, 'the first start');
    await takePicture(page, 'first start');
  });

  test.each([
    [360, 'light'],
    [360, 'dark'],
    [1920, 'dark'],
  ] as const)('fits %i pixels, %s and in German', async (width, colorScheme) => {
    const { page } = await openApp({
      locale: 'de-DE',
      colorScheme,
      viewport: { width, height: 1000 },
    });
    await expect.poll(() => heading(page).innerText()).toMatch(/^Zeichnen Sie/);
    await drawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await checkAccessibility(page, `the first start, ${width} ${colorScheme}`);
    await takePicture(page, `first start ${width} ${colorScheme}`);
  });

  test('by keys alone: a blank map, and its first touchpoint by Enter', async () => {
    const { page } = await openApp({ before: withoutFileDialogs });
    await door(page, 'Blank map').waitFor();
    await tabTo(page, door(page, 'Blank map'));
    await page.keyboard.press('Enter');
    const first = door(page, 'Start with a touchpoint');
    await expect.poll(() => first.evaluate((it) => it === document.activeElement)).toBe(true);
    await mapOpened(page);
    const { map, text } = await exported(page);
    expect([map.title, map.description, map.owner]).toEqual(['', '', '']);
    const records = JSON.parse(text) as Record<string, unknown>;
    const filled = Object.entries(records).filter(
      ([key, value]) =>
        // What the map can earn has numbers; its lineage says which file it was.
        !['market', 'lineage'].includes(key) &&
        typeof value === 'object' &&
        Object.keys(value ?? []).length > 0,
    );
    // The rows of the table are how it is looked at; nothing is in them.
    expect(filled.map(([key]) => key)).toEqual(['lanes']);
    await page.keyboard.press('Enter');
    await typed(page, 'Shop window');
    await page.keyboard.press('Enter');
    await page.locator('[data-item=touchpoint]').filter({ hasText: 'Shop window' }).waitFor();
    await page.getByRole('button', { name: /problem/ }).waitFor({ state: 'detached' });
  });

  test('a template becomes a map of today, with nothing overdue and nothing that instructs', async () => {
    const { page } = await openApp({ before: withoutFileDialogs });
    await door(page, 'Customer onboarding').click();
    await mapOpened(page);
    await page.getByText('Welcome call').first().waitFor();
    const { map, text } = await exported(page);
    expect(Date.now() - Date.parse(map.createdAt)).toBeLessThan(120_000);
    expect(text).not.toMatch(/your own|[Tt]ype here|[Rr]eplace|Template figure/);
    await page.keyboard.press('Alt+Shift+P');
    await page.getByText('Hint', { exact: false }).first().waitFor();
    expect(await page.getByText(/overdue|not been reviewed|never has been/).count()).toBe(0);
  });

  test('the worked case runs by itself, and the library is no first start from then on', async () => {
    const app = await openApp();
    const { page } = app;
    await worked(page).click();
    await page.getByRole('button', { name: 'Replay the run' }).waitFor({ timeout: 50_000 });
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('heading', { name: 'Your maps' }).waitFor();
    await drawn(page, 6);
    await checkAccessibility(page, 'the library with a map');
    await takePicture(page, 'library with a map');
    const tab = await app.openTab();
    await expect.poll(() => tab.getByRole('article').count()).toBe(1);
  });

  test('a door is opened by a finger, and the map is in the language of the browser', async () => {
    const { page } = await openApp({
      locale: 'ms-MY',
      viewport: { width: 360, height: 740 },
      context: { hasTouch: true },
    });
    await door(page, 'Kes sokongan').tap();
    await page.locator('[data-item=touchpoint]').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^ms/);
  });
});
