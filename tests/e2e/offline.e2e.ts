import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseMap } from '../../src/map/text';
import { readFile } from 'node:fs/promises';
import { openCase } from './support/app';
import { mapOpened, saved, withoutFileDialogs } from './support/journey';

const MISSING = 'This part could not be loaded. You may be offline.';

/** A map is open, and all that comes by itself after the first paint is here. */
async function openedMap() {
  const app = await openCase({ before: withoutFileDialogs });
  await mapOpened(app.page);
  await app.page.waitForLoadState('networkidle');
  return app;
}

/** What browser and React log when a part, or the script of a worker, cannot be fetched. */
const EXPECTED =
  /ERR_INTERNET_DISCONNECTED|Failed to fetch|could not be loaded|preload|^uncaught error: $/;

const title = (page: Page) => page.getByRole('textbox', { name: 'Title of the map' });

/** Some versions of Chromium ask once only for a part that was missing: then the app offers to reload, and this accepts it. */
async function reloadedFor(page: Page, part: Locator): Promise<boolean> {
  const reload = page
    .getByRole('region', { name: 'Notices' })
    .getByRole('button', { name: 'Reload' });
  await part.or(reload).first().waitFor();
  if (await part.isVisible()) return false;
  await reload.click();
  await mapOpened(page);
  return true;
}

test('offline a dialog that cannot be fetched leaves the map at work, and back online it opens', async () => {
  const { page, context, watch } = await openedMap();
  watch.forgive(EXPECTED);
  await context.setOffline(true);
  await page.keyboard.press('Control+k');
  await page.getByText(MISSING).first().waitFor();
  await title(page).fill('Edited offline');
  await saved(page);
  expect(await page.getByText('Something went wrong').count()).toBe(0);

  await context.setOffline(false);
  await title(page).press('Enter');
  const palette = page.getByRole('dialog').getByRole('combobox');
  await page.keyboard.press('Control+k');
  if (await reloadedFor(page, palette)) await page.keyboard.press('Control+k');
  await palette.waitFor();
  await page.reload();
  await mapOpened(page);
  expect(await title(page).inputValue()).toBe('Edited offline');
});

test('a view that cannot be fetched says so in its place, and comes with its styles when the page is online', async () => {
  const { page, context, watch } = await openedMap();
  watch.forgive(EXPECTED);
  await context.setOffline(true);
  await page.evaluate(() => {
    location.hash = location.hash.replace(/map$/, 'table');
  });
  const main = page.getByRole('main');
  await main.getByText(MISSING).waitFor();
  await main.getByRole('button', { name: 'Retry' }).click();
  await main.getByText(MISSING).waitFor();
  // Nothing says that there is a new version, for there is none.
  expect(await page.getByText('A new version of this program is there').count()).toBe(0);

  await context.setOffline(false);
  const table = main.getByRole('grid').or(main.getByRole('table')).first();
  await reloadedFor(page, table);
  await table.waitFor();
  const styles = await page.evaluate(() =>
    [...document.styleSheets].map(({ href }) => href ?? '').join(' '),
  );
  expect(styles).toContain('TableView');
});

test('a part that is gone because of a new build offers to reload', async () => {
  const { page, watch } = await openedMap();
  watch.forgive(/404/);
  watch.forgive(EXPECTED);
  await page.route(/assets\/PaletteDialog/, (route) => route.fulfill({ status: 404 }));
  await page.route(/\/(\?.*)?$/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<script src="./assets/index-new.js">' }),
  );
  await page.keyboard.press('Control+k');
  await page
    .getByRole('region', { name: 'Notices' })
    .getByText('A new version of this program is there')
    .waitFor();
});

test('offline the error screen saves the map to a file, and does not reload into nothing', async () => {
  const { page, context, watch } = await openedMap();
  watch.forgive(/the view is broken/);
  watch.forgive(EXPECTED);
  await page.route(/assets\/TableView-[^.]*\.js/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'const broken = () => { throw new Error("the view is broken"); }; export { broken as TableView, broken as t };',
    }),
  );
  await title(page).fill('To be rescued');
  await saved(page);
  await page.evaluate(() => {
    location.hash = location.hash.replace(/map$/, 'table');
  });
  const save = page.getByRole('button', { name: 'Save the map to a file' });
  await save.waitFor();
  await context.setOffline(true);
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const result = parseMap(await readFile(await download.path(), 'utf8'));
  expect(result).toMatchObject({ outcome: 'opened', map: { title: 'To be rescued' } });

  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByText('reloading would lose this page').waitFor();
  expect(await save.isVisible()).toBe(true);
});
