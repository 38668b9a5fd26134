import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { checkAccessibility } from './support/accessibility';
import { openApp, takePicture } from './support/app';

/** Opens CoachingLive, from wherever the app begins. */
async function openMap(page: Page): Promise<void> {
  const simulate = page.getByRole('button', { name: 'Simulate', exact: true });
  const sample = page.getByRole('button', { name: /CoachingLive/ }).first();
  await simulate.or(sample).first().waitFor();
  if (!(await simulate.isVisible())) await sample.click();
  await simulate.waitFor();
}

async function simulate(page: Page, scenario: string | null, customers: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Simulate' });
  if (scenario !== null) await dialog.getByLabel('Scenario').selectOption({ label: scenario });
  await dialog.getByLabel('Customers').fill(customers);
  await dialog.getByRole('button', { name: 'Run' }).click();
  await page
    .getByRole('region', { name: 'Simulation' })
    .getByText(`${Number(customers).toLocaleString('en-GB')} customers`)
    .waitFor({ timeout: 50_000 });
}

const goTo = (page: Page, view: string) =>
  page.evaluate((name) => {
    location.hash = location.hash.replace(/[a-z]+$/, name);
  }, view);

const headline = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

describe('running the map', () => {
  test('10,000 customers walk CoachingLive, are seen on the map, kept, and the same with the same seed', async () => {
    const { page } = await openApp();
    await openMap(page);
    await simulate(page, null, '10000');
    await expect.poll(() => page.locator('[data-flow]').count()).toBeGreaterThan(20);
    await takePicture(page, 'run flow');

    await goTo(page, 'insights');
    const first = await headline(page);
    expect(first).toMatch(/\$[\d,]+ per 100,000 visitors/);
    await checkAccessibility(page, 'the insights');

    await page.reload();
    await page.getByRole('button', { name: 'Simulate', exact: true }).waitFor();
    await expect.poll(() => headline(page)).toBe(first);
    await page.keyboard.press('Alt+Shift+R');
    await page.getByRole('button', { name: /Map as it stands.*10,000 customers/ }).click();
    await expect.poll(() => headline(page)).toBe(first);
    await checkAccessibility(page, 'the runs');

    await simulate(page, null, '10000');
    await expect.poll(() => headline(page)).toBe(first);
  });

  test('two runs with one seed are compared pairwise, and a deleted run comes back', async () => {
    const { page } = await openApp();
    await openMap(page);
    await simulate(page, 'Baseline, 24 months', '2000');
    await simulate(page, 'Cart follow-up only, 24 months', '2000');
    await page.keyboard.press('Alt+Shift+R');
    await page
      .getByRole('button', { name: 'Compare the run shown with “Baseline, 24 months”' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Compare two runs' });
    await dialog.getByText('same luck').waitFor();
    await dialog.getByRole('rowheader', { name: 'Profit per 100,000 visitors' }).waitFor();
    await checkAccessibility(page, 'the comparison');
    await page.keyboard.press('Escape');

    const removing = page.getByRole('button', { name: 'Delete run “Baseline, 24 months”' });
    await removing.click();
    await expect.poll(() => removing.count()).toBe(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await removing.waitFor();
  });

  test('an edit after a run is reported beside it', async () => {
    const { page } = await openApp();
    await openMap(page);
    await simulate(page, null, '500');
    await page.keyboard.press('Control+,');
    const title = page.getByLabel('Title', { exact: true }).first();
    await title.fill('Another title');
    await title.press('Enter');
    await page.getByText('The map has changed since this run.').waitFor();
  });
});

describe('walking as a persona', () => {
  test('a customer is followed step by step with the reasons, led by hand, and brought back', async () => {
    const { page } = await openApp();
    await openMap(page);
    await page.keyboard.press('Alt+Shift+W');
    const panel = page.getByRole('complementary', { name: 'Walk as a persona' });
    await panel.getByLabel('Persona', { exact: true }).selectOption({ label: 'Budget Ben' });
    const place = panel
      .getByRole('region', { name: 'Where the customer is' })
      .getByRole('heading', { level: 3 });
    await expect.poll(() => panel.getByText('Budget Ben').count()).toBeGreaterThan(0);
    const start = await place.innerText();
    await panel.getByText('The number that decided', { exact: true }).click();
    await panel.getByText(/Drawn between 0 and 1/).waitFor();
    await checkAccessibility(page, 'the walk');

    await panel.getByRole('button', { name: 'Go by hand: Sign-up form' }).click();
    await expect.poll(() => place.innerText()).toBe('Sign-up form');
    await panel.getByText('by hand', { exact: true }).waitFor();
    await takePicture(page, 'run walk');
    await panel.getByRole('button', { name: 'One step back' }).click();
    await expect.poll(() => place.innerText()).toBe(start);
  });
});
