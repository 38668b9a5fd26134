import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import german from '../../src/language/messages/de.json';
import english from '../../src/language/messages/en.json';
import { checkAccessibility } from './support/accessibility';
import { openCase } from './support/app';
import { mapOpened, selectById, unfold, withoutFileDialogs } from './support/journey';

/** Records that CoachingLive carries in every language. */
const RECORDS = {
  touchpoint: '4LMjBHc6Fhl12c5s',
  transition: '8ZSfBrm4xqFHUDYk',
  segment: 'iWB0IyY5NOPc8vCa',
  persona: '203VaF5lCrH721Py',
  kpi: '5rMFkpiZCv2McfWR',
  campaign: '1AhhkYFxbjqlOwhE',
  scenario: 'WgBmAqGzoz5QCdNK',
} as const;

/** Each theme is looked at once: colours are those of a theme in every language, and contrast is the slowest rule. */
const cases = [
  ['en-GB', 'light', english],
  ['de-DE', 'dark', german],
] as const;

test.each(cases)(
  'every part is clean in %s, %s',
  async (locale, colorScheme, text) => {
    const { page } = await openCase({
      locale,
      colorScheme,
      before: withoutFileDialogs,
    });
    await mapOpened(page);
    const { look, failures } = looking(page);
    const dialog = async (key: string, what: string) => {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await look(what, '[role=dialog]');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };

    await page.locator('[data-item=touchpoint]').first().waitFor();
    await look('the map');
    await page.keyboard.press('Control+,');
    await page.getByRole('complementary', { name: text['app.inspector'] }).waitFor();
    await look('the fields of the map', '#shell-inspector');
    for (const [kind, id] of Object.entries(RECORDS)) {
      await selectById(page, id);
      await unfold(page);
      // A selected transition carries controls of its own on the canvas.
      await look(
        `the inspector of a ${kind}`,
        kind === 'transition' ? undefined : '#shell-inspector',
      );
    }

    await selectById(page, RECORDS.segment);
    await runFromPalette(page, 'edit.color');
    await page.getByRole('dialog').waitFor();
    await look('the colours', '[role=dialog]');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: text['app.outline'], exact: true }).click();
    await page.getByRole('tree').waitFor();
    await look('the outline', '#shell-outline');
    await page.getByRole('treeitem').nth(1).click({ button: 'right' });
    await page.getByRole('menu').waitFor();
    await look('the menu of a line', '[role=menu]');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: text['outline.records'] }).click();
    await look('the records', '#shell-outline');
    await runFromPalette(page, 'view.panel.problems');
    await page.getByRole('complementary', { name: text['problems.title'] }).waitFor();
    await look('the problems', '#shell-problems');

    await dialog('Control+k', 'the palette');
    await dialog('Control+f', 'the search');
    await dialog('Control+Enter', 'the simulate dialog');
    await page.locator('#main-view').focus();
    await dialog('?', 'the help sheet');
    await selectById(page, RECORDS.touchpoint);
    await page.locator('#main-view').focus();
    await dialog('c', 'the connect dialog');

    await runFromPalette(page, 'view.filter');
    await page.getByRole('region', { name: text['map.filter'] }).waitFor();
    await look('the filter', '#main-view section');
    await page.keyboard.press('Escape');
    await runFromPalette(page, 'view.present');
    await page.getByRole('dialog', { name: text['map.present'] }).waitFor();
    await page.keyboard.press('ArrowRight');
    await look('the presentation', '[role=dialog]');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect
      .poll(() => page.locator('[data-flow]').count(), { timeout: 50_000 })
      .toBeGreaterThan(5);
    await look('the map with its flow');
    await page.keyboard.press('Alt+Shift+R');
    await page.getByRole('complementary', { name: text['command.run.runs'] }).waitFor();
    await look('the runs', '#shell-runs');
    await page.keyboard.press('Alt+Shift+W');
    await page.getByRole('complementary', { name: text['command.run.walk'] }).waitFor();
    await look('the walk', '#shell-walk');

    await lookAtScreens(page, look);
    expect(failures).toEqual([]);
  },
  300_000,
);

test('the screens are clean in Malay', async () => {
  const { page } = await openCase({ locale: 'ms-MY', before: withoutFileDialogs });
  await mapOpened(page);
  // Names are there in each language or in none: the catalogues are complete.
  const { look, failures } = looking(page, ['color-contrast']);
  await look('the map');
  await lookAtScreens(page, look);
  expect(failures).toEqual([]);
});

type Look = (what: string, within?: string) => Promise<void>;

/** Collects all that axe finds: all of it is worth knowing, not only the first. */
function looking(page: Page, without: readonly string[] = []) {
  const failures: string[] = [];
  const look: Look = async (what, within) => {
    await checkAccessibility(page, what, within, without).catch((error: unknown) => {
      const found = error instanceof Error && 'actual' in error ? error.actual : error;
      failures.push(`${what}: ${JSON.stringify(found)}`);
    });
  };
  return { look, failures };
}

/** The other views of the map, and the library. */
async function lookAtScreens(page: Page, look: Look): Promise<void> {
  for (const view of ['table', 'insights', 'machine']) {
    await page.evaluate((name) => {
      location.hash = location.hash.replace(/[a-z]+$/, name);
    }, view);
    await page.locator('#main-view').locator('> *').first().waitFor();
    await look(`the ${view} view`);
  }
  await page.keyboard.press('Alt+Shift+L');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('the library');
}

/** Runs a command by its id, which is the same in every language. */
async function runFromPalette(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  const query = dialog.getByRole('combobox');
  await query.fill(id);
  await dialog.locator(`[role=option][data-value$="${id}" i]`).first().click();
  // What it runs may be a dialog, too.
  await query.waitFor({ state: 'detached' });
}
