import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { JourneyMap } from '../../../src/map/schema';
import { parseMap, serialise } from '../../../src/map/text';
import type { Act, Place, Step } from '../../views/inspector/plan';

/** Without the browser's own file dialogs, which no test can answer, the app downloads and uploads. */
export async function withoutFileDialogs(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'showOpenFilePicker');
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
  });
}

/** A map is open: its inspector, its canvas and its bar are there. */
export async function mapOpened(page: Page): Promise<void> {
  await page.getByRole('banner').locator('[data-state=saved]').waitFor({ timeout: 30_000 });
}

/** Everything is on disk. */
export const saved = mapOpened;

/** The map as it is saved to a file, and the file's text. */
export async function exported(page: Page): Promise<{ text: string; map: JourneyMap }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Control+s'),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  const result = parseMap(text);
  if (result.outcome === 'refused') throw new Error('the exported file cannot be read');
  return { text, map: result.map };
}

/** Opens a file from the library or from an open map. */
export async function importFile(page: Page, name: string, content: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Open a file' });
  await button.or(page.getByRole('banner').locator('[data-state=saved]')).first().waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    (await button.isVisible()) ? button.click() : page.keyboard.press('Control+o'),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await mapOpened(page);
}

/** Opens a map that is not open yet, and waits until it is the one that is shown. */
export async function importMap(page: Page, map: JourneyMap): Promise<void> {
  const before = page.url();
  await importFile(page, 'map.journey.json', serialise(map));
  await page.waitForURL((url) => url.href !== before);
  await mapOpened(page);
}

/** Finds a record by a part of its name or its id, and selects it. */
export async function find(page: Page, text: string, label: string | RegExp = text): Promise<void> {
  await page.keyboard.press('Control+f');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(text);
  await dialog.getByRole('option').filter({ hasText: label }).first().click();
  await dialog.waitFor({ state: 'detached' });
}

/** Selects a record by its id. */
export async function selectById(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Control+f');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(id);
  await dialog.locator(`[role=option][data-value$="${id}" i]`).first().click();
  await dialog.waitFor({ state: 'detached' });
}

/** Runs the map as it stands and waits for the result. */
export async function simulate(page: Page, customers: number, seed: number): Promise<void> {
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Simulate' });
  await dialog.getByLabel('Customers').fill(String(customers));
  await dialog.getByLabel('Seed').fill(String(seed));
  await dialog.getByRole('button', { name: 'Run' }).click();
  await dialog.waitFor({ state: 'detached' });
  // Said to screen readers when the run has ended, and shown in its bar.
  await page
    .getByRole('region', { name: 'Simulation' })
    .getByText(`${customers.toLocaleString('en-GB')} customers`)
    .waitFor({ timeout: 50_000 });
}

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

/** The element of a field, in its row where it stands in one. */
export function fieldAt(page: Page, places: readonly Place[]): Locator {
  let here = inspector(page);
  for (const { field, control, row } of places) {
    here = here.locator(`[data-field="${field}"][data-control="${control}"]`).first();
    if (row !== undefined) here = here.locator('> [role=group] > [role=group]').nth(row);
  }
  return here;
}

/** Folded sections hold no fields. */
export async function unfold(page: Page): Promise<void> {
  const folded = inspector(page).locator('h3 > button[aria-expanded=false]');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Does in the inspector what a plan says. */
export async function perform(page: Page, { at, act }: Step): Promise<void> {
  try {
    await performIn(page, fieldAt(page, at), act);
  } catch (error) {
    throw new Error(`${JSON.stringify(at)} ${JSON.stringify(act)}`, { cause: error });
  }
}

async function performIn(page: Page, field: Locator, act: Act): Promise<void> {
  switch (act.do) {
    case 'type': {
      const box = field.locator('input:not([role=combobox]), textarea').first();
      await box.fill(act.text);
      await box.blur();
      return;
    }
    case 'date':
      await field.locator('input[type=date]').first().fill(act.text);
      return;
    case 'select':
      await field.locator('select').nth(act.nth).selectOption(act.value);
      return;
    case 'choose':
      await choose(page, field, act.id, act.nth);
      return;
    case 'switch':
      await field.getByRole('switch').first().click();
      return;
    case 'radio':
      await field.getByRole('radio').nth(act.index).click();
      return;
    case 'press':
      await field.getByRole('button').nth(act.nth).click();
  }
}

/** Chooses from a list that opens; the end of an option's id is what it stands for. */
export async function choose(page: Page, field: Locator, id: string, nth = 0): Promise<void> {
  const box = field.locator('input[role=combobox]').nth(nth);
  await box.click();
  await page.locator(`[role=option][id$="-${id}"]`).click();
  await box.press('Escape');
}

/** What a map says apart from where it has been. */
export function content(map: JourneyMap): JourneyMap {
  return { ...map, lineage: [] };
}
