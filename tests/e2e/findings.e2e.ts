import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { checkAccessibility } from './support/accessibility';
import { openApp, openCase, takePicture } from './support/app';
import { exported, find, importMap, withoutFileDialogs } from './support/journey';
import { tabTo } from './support/keys';

const STAGES = ['Awareness', 'Consideration', 'Onboarding', 'Advocacy', 'Win-back'];

const walked = (page: Page) =>
  page.getByRole('button', { name: 'Replay the run' }).waitFor({ timeout: 50_000 });
const problems = (page: Page) => page.getByRole('button', { name: /^\d+ problems?$/ });

describe('the figures at the heads of stages', () => {
  test('say in words what share went on to what and how many left, on the map and in the table', async () => {
    const { page } = await openCase();
    await walked(page);
    const head = (name: string) =>
      page.locator('[data-item=stage]').filter({ hasText: new RegExp(`^${name}`) });
    await expect.poll(() => head('Awareness').innerText()).toMatch(/\d+% on\s*\d+% left/);
    for (const name of STAGES) expect(await head(name).innerText()).not.toMatch(/\b0%/);
    // From the last stage nobody can go on: only what left, and who is still on the way.
    expect(await head('Win-back').innerText()).toMatch(/^Win-back\s+\d+% left\s*\d+% other$/);
    const label = await head('Retention').getByRole('button').first().getAttribute('aria-label');
    expect(label).toMatch(
      /Of [\d,]+ sampled customers who came to “Retention & loyalty”: .* cancelled/,
    );
    await page.keyboard.press('Alt+2');
    const cell = page.getByRole('columnheader', { name: /^Awareness/ });
    await expect
      .poll(() => cell.innerText())
      .toMatch(/\d+% of those who came went on to Consideration\s+\d+% left/);
    await checkAccessibility(page, 'the stage heads of the table');
    await takePicture(page, 'stage heads in the table');
  });

  test.each(['light', 'dark'] as const)(
    'can be read near by in German, %s',
    async (colorScheme) => {
      const { page } = await openCase({
        locale: 'de-DE',
        colorScheme,
        viewport: { width: 1920, height: 1080 },
      });
      await page.locator('[data-flow]').first().waitFor({ timeout: 50_000 });
      const head = page.locator('[data-item=stage]').nth(1);
      const box = await head.boundingBox();
      await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 20);
      await page.keyboard.down('Control');
      for (let step = 0; step < 4; step += 1) await page.mouse.wheel(0, -120);
      await page.keyboard.up('Control');
      // The head itself came to the upper edge, where it is short.
      await page.mouse.wheel(0, -300);
      await expect.poll(() => head.innerText()).toMatch(/gingen weiter zu Abschluss/);
      await checkAccessibility(page, `the stage heads, ${colorScheme}`, '[data-canvas]');
      await takePicture(page, `stage heads ${colorScheme}`);
    },
  );
});

describe('problems of one cause', () => {
  test('deleting one touchpoint of the worked case adds a few problems, and undo takes them back', async () => {
    const { page } = await openCase({ before: withoutFileDialogs });
    await problems(page).waitFor();
    const count = async () => Number.parseInt(await problems(page).innerText(), 10);
    const before = await count();
    await find(page, 'Sign-up form');
    await page.keyboard.press('Delete');
    await expect.poll(count).toBeGreaterThan(before);
    expect(await count()).toBeLessThanOrEqual(before + 3);
    await page.keyboard.press('Alt+Shift+P');
    const panel = page.getByRole('complementary', { name: 'Problems' });
    const others = panel.getByText(/\d+ more places with the same cause/).first();
    await others.click();
    await checkAccessibility(page, 'problems of one cause');
    await takePicture(page, 'problems of one cause');
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect.poll(count).toBe(before);
  });

  test('what a deleted segment leaves is mended everywhere by one key, and taken back by one', async () => {
    const { page } = await openApp({ before: withoutFileDialogs });
    const gone = 'segment-that-was';
    const rule = { kind: 'segment', not: false, segment: gone } as const;
    const ids = ['a', 'b', 'c', 'd'].map((name) => `segment-number-${name}`);
    await importMap(
      page,
      newMap({
        segments: Object.fromEntries(ids.map((id) => [id, { name: id, rule }])),
        touchpoints: { 'touchpoint-one': { name: 'One', kind: 'entry' } },
      }),
    );
    const kinds = async () => {
      const { map } = await exported(page);
      return new Set(ids.map((id) => map.segments[id]?.rule.kind));
    };
    await expect.poll(() => problems(page).innerText()).toMatch(/^1/);
    await page.keyboard.press('Alt+Shift+P');
    const fix = page.getByRole('button', { name: /\(4 places\)$/ });
    await fix.waitFor();
    await tabTo(page, fix);
    await page.keyboard.press('Enter');
    await problems(page).waitFor({ state: 'detached' });
    expect(await kinds()).toEqual(new Set(['everyone']));
    await page.keyboard.press('Control+z');
    await expect.poll(() => problems(page).innerText()).toMatch(/^1/);
    expect(await kinds()).toEqual(new Set(['segment']));
  });
});
