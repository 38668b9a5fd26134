import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { checkAccessibility } from './support/accessibility';
import { openApp, takePicture } from './support/app';

/** Opens CoachingLive and waits until it has been walked for the first time. */
async function openWalked(page: Page): Promise<void> {
  const simulate = page.getByRole('button', { name: 'Simulate', exact: true });
  const sample = page.getByRole('button', { name: /CoachingLive/ }).first();
  await simulate.or(sample).first().waitFor();
  if (!(await simulate.isVisible())) await sample.click();
  await page.getByRole('button', { name: 'Replay the run' }).waitFor({ timeout: 50_000 });
}

/** Inked pixels of the tokens' canvas: nobody is there, or many are. */
const ink = (page: Page) =>
  page.locator('[data-tokens]').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) count += 1;
    return count;
  });

describe('replaying a run', () => {
  test('customers walk the map, are stepped, followed, asked why, and leave it as it was', async () => {
    const { page } = await openApp();
    await openWalked(page);
    await page.locator('[data-item="touchpoint"]').first().click();
    await page.keyboard.press('Control+Shift+Enter');
    const bar = page.getByRole('region', { name: 'Replay', exact: true });
    await bar.getByRole('button', { name: 'Pause' }).waitFor();
    await expect.poll(() => ink(page)).toBeGreaterThan(500);

    const time = bar.getByRole('slider', { name: 'Time' });
    await expect.poll(async () => Number(await time.inputValue())).toBeGreaterThan(0);
    await page.keyboard.press('Space');
    await bar.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const said = page.getByRole('status').filter({ hasText: /on the way/ });
    await said.waitFor({ state: 'attached' });
    expect(await said.textContent()).toMatch(/in\. [\d,]+ on the way · [\d,]+ at an outcome/);

    await time.fill('600');
    await page.getByRole('button', { name: 'Follow a customer' }).click();
    const log = page.getByRole('list', { name: 'Steps so far' });
    const steps = () => log.getByRole('listitem').count();
    await expect.poll(steps).toBeGreaterThan(2);
    const before = await steps();
    await bar.getByRole('button', { name: 'Next event' }).click();
    await expect.poll(steps).toBeGreaterThan(before);
    await log.locator('button:enabled').first().click();
    await log.getByText('The number that decided', { exact: true }).first().click();
    await log
      .getByText(/Drawn between 0 and 1/)
      .first()
      .waitFor();

    await bar.getByRole('button', { name: 'Keep this moment' }).click();
    await page.getByLabel('Name of the moment').fill('second month');
    const kept = await time.inputValue();
    await bar.getByRole('button', { name: 'Back to the start' }).click();
    expect(await time.inputValue()).toBe('0');
    await page.getByRole('button', { name: 'Go to second month' }).click();
    expect(await time.inputValue()).toBe(kept);
    await checkAccessibility(page, 'the replay');
    await takePicture(page, 'replay follow');

    // Nothing on the map can be changed: no key, no drag, no double click.
    const card = page.locator('[data-item="touchpoint"]').first();
    const name = await card.innerText();
    await card.dblclick({ force: true });
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+v');
    await page.getByText('Leave the replay first').first().waitFor();
    await page.keyboard.press('t');
    expect(await page.locator('[data-canvas] textarea').count()).toBe(0);
    expect(await card.innerText()).toBe(name);

    await page.keyboard.press('Escape');
    await page.locator('[data-tokens]').waitFor({ state: 'detached' });
    const undo = page.getByRole('button', { name: /^Undo/ });
    expect(await undo.first().isDisabled()).toBe(true);
  });

  test('fits a phone', async () => {
    const { page } = await openApp({ viewport: { width: 360, height: 740 } });
    await openWalked(page);
    await page.getByRole('button', { name: 'Replay the run' }).click();
    const bar = page.getByRole('region', { name: 'Replay', exact: true });
    await bar.getByRole('button', { name: 'Pause' }).click();
    await bar.getByRole('button', { name: 'Steps and moments' }).click();
    await page.getByText('What happened').first().waitFor();
    await takePicture(page, 'replay phone');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await bar.getByRole('button', { name: 'Leave the replay' }).click();
    await bar.waitFor({ state: 'detached' });
  });
});

describe('a chance that is slid', () => {
  test('tells at once what it makes of the map, is one undo step, and is walked again behind it', async () => {
    const { page } = await openApp();
    await openWalked(page);
    const simulation = page.getByRole('region', { name: 'Simulation' });
    const verdict = simulation.getByRole('button', { name: /per 100,000 visitors/ });
    const first = await verdict.innerText();
    // Far out no transition has a label to click.
    await page.keyboard.press('Shift+Digit0');
    const labels = page.locator('[data-item="transition"] [data-focus]').filter({ hasText: '%' });
    await labels.first().waitFor();
    const inSight = await labels.evaluateAll((all) =>
      all.findIndex((label) => {
        const { x, y, width, height } = label.getBoundingClientRect();
        return label.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      }),
    );
    await labels.nth(inSight).click();
    const slider = page.locator('[data-field="/chance/base"] input[type=range]');
    await slider.waitFor();
    const box = (await slider.boundingBox())!;
    const value = await slider.inputValue();
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + (box.width * Number(value)) / 100, y);
    await page.mouse.down();
    for (const share of [0.5, 0.4, 0.3, 0.2]) await page.mouse.move(box.x + box.width * share, y);
    await simulation
      .getByText(/sampled, same luck|computed, ±|exact/)
      .first()
      .waitFor();
    await page.mouse.up();
    await expect.poll(() => verdict.innerText()).not.toBe(first);
    // The look that follows says it without help.
    await simulation.locator('[data-live]').waitFor({ state: 'detached', timeout: 30_000 });
    await page.keyboard.press('Control+z');
    await expect.poll(() => slider.inputValue()).toBe(value);
  });
});
