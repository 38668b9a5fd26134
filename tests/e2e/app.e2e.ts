import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkAccessibility } from './support/accessibility';
import { openCase, takePicture } from './support/app';
import { typed } from './support/keys';

/** By attribute: behind an open dialog it has no role. */
const title = (page: Page) => page.locator('[aria-label="Title of the map"]');
const canvas = (page: Page) => page.locator('[data-canvas]').first();
const saved = (page: Page) => page.getByText('Saved', { exact: true }).first();

async function retitle(page: Page, text: string) {
  await title(page).fill(text);
  await title(page).press('Enter');
}

async function choose(page: Page, ...names: string[]) {
  for (const name of names) {
    const line = page.getByRole('menuitem', { name });
    // By key: on its way to a submenu a pointer may cross other lines and close it.
    await line.or(page.getByRole('menuitemcheckbox', { name })).first().press('Enter');
  }
}

/** Without the pickers, which a test cannot answer, files are downloaded and asked for by an input. */
async function withoutPickers(page: Page) {
  await page.addInitScript(() => {
    for (const name of ['showSaveFilePicker', 'showOpenFilePicker']) {
      Reflect.deleteProperty(globalThis, name);
    }
  });
}

test('a failed save is loud and stays, says why, and is made good by trying again', async () => {
  const { page, watch } = await openCase({
    before: async (fresh) => {
      await fresh.addInitScript(() => {
        for (const name of ['add', 'put'] as const) {
          // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on its store below
          const real = IDBObjectStore.prototype[name];
          IDBObjectStore.prototype[name] = function (...given) {
            if (Reflect.get(globalThis, 'isFull') === true) {
              throw new DOMException('no space', 'QuotaExceededError');
            }
            return real.apply(this, given);
          };
        }
      });
    },
  });
  await saved(page).waitFor();
  await page.evaluate(() => Reflect.set(globalThis, 'isFull', true));
  await retitle(page, 'Too much');
  const alert = page.getByRole('alert').filter({ hasText: 'Not saved' });
  await alert.waitFor();
  expect(await alert.textContent()).toContain('space on this computer is full');
  await alert.getByRole('button', { name: 'Save a file instead' }).waitFor();
  await takePicture(page, 'save-failed');
  // In one step: a save that is tried again by itself would take the button away.
  await alert.getByRole('button', { name: 'Try again' }).evaluate((button: HTMLElement) => {
    Reflect.set(globalThis, 'isFull', false);
    button.click();
  });
  await saved(page).waitFor();
  await page.reload();
  await canvas(page).waitFor();
  expect(await title(page).inputValue()).toBe('Too much');
  watch.forgive(/QuotaExceeded|no space/);
});

test('two tabs on one map keep the edits of both and end on the same map', async () => {
  const app = await openCase();
  const { page } = app;
  await saved(page).waitFor();
  const other = await app.openTab(new URL(page.url()).hash);
  await canvas(other).waitFor();
  await retitle(page, 'Named in one tab');
  await other.keyboard.press('Alt+Shift+S');
  await other.getByRole('button', { name: 'Add a stage' }).click();
  await typed(other, 'Added in the other');
  await other.keyboard.press('Escape');
  for (const tab of [page, other]) {
    await expect.poll(() => title(tab).inputValue()).toBe('Named in one tab');
    await tab.bringToFront();
    await tab.keyboard.press('Alt+Shift+S');
    await tab.getByRole('dialog').waitFor();
    const last = tab.getByRole('dialog').getByRole('textbox').last();
    await expect.poll(() => last.inputValue()).toBe('Added in the other');
  }
});

test('a map whose snapshot is lost is put back from its copy, with all that was saved', async () => {
  const { page } = await openCase();
  await saved(page).waitFor();
  await retitle(page, 'Precious');
  await saved(page).waitFor();
  await expect.poll(() => page.evaluate(mirroredFiles), { timeout: 30_000 }).toBeGreaterThan(0);
  const map = page.url();
  await page.goto(map.replace(/#.*/, '#/'));
  await page.evaluate(loseSnapshots);
  await page.goto(map);
  await page.getByText('This map is damaged').waitFor();
  await checkAccessibility(page, 'a damaged map with a copy');
  await takePicture(page, 'damaged-map');
  await page.getByRole('button', { name: 'Put the copy back' }).click();
  await canvas(page).waitFor();
  expect(await title(page).inputValue()).toBe('Precious');
  await page.reload();
  await canvas(page).waitFor();
  expect(await title(page).inputValue()).toBe('Precious');
});

/** In the page: how many files the mirror has written. */
async function mirroredFiles() {
  const root = await navigator.storage.getDirectory();
  let count = 0;
  for await (const [, folder] of root.entries()) {
    if (folder instanceof FileSystemDirectoryHandle) {
      for await (const name of folder.keys()) count += name.length > 0 ? 1 : 0;
    }
  }
  return count;
}

/** In the page: deletes all snapshots from the database. */
function loseSnapshots(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('desire-path');
    opening.onsuccess = () => {
      const tx = opening.result.transaction(['snapshots'], 'readwrite');
      tx.objectStore('snapshots').clear();
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      tx.onabort = () => {
        reject(new Error('the snapshots are still there'));
      };
    };
  });
}

test('an edit can be undone after a reload, and made again', async () => {
  const { page } = await openCase();
  await saved(page).waitFor();
  const before = await title(page).inputValue();
  await retitle(page, 'Another name');
  await saved(page).waitFor();
  await page.reload();
  await canvas(page).waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  expect(await title(page).inputValue()).toBe(before);
  await page.getByRole('button', { name: /^Redo/ }).click();
  expect(await title(page).inputValue()).toBe('Another name');
});

test('a version can be kept and restored as one step', async () => {
  const { page } = await openCase();
  await saved(page).waitFor();
  const before = await title(page).inputValue();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await choose(page, 'Versions');
  await page.getByRole('textbox', { name: 'Name of the version' }).fill('As it began');
  await page.getByRole('button', { name: 'Keep this version' }).click();
  await page.getByText('As it began').waitFor();
  await checkAccessibility(page, 'the versions');
  await page.keyboard.press('Escape');
  await retitle(page, 'Changed');
  await page.keyboard.press('Alt+Shift+V');
  await page.getByRole('button', { name: 'Restore: As it began' }).click();
  await expect.poll(() => title(page).inputValue()).toBe(before);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(() => title(page).inputValue()).toBe('Changed');
});

test('a file of a map that is here asks first, and replacing it can be undone', async () => {
  const { page } = await openCase({ before: withoutPickers });
  await saved(page).waitFor();
  const before = await title(page).inputValue();
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const file = await (await downloading).path();
  await retitle(page, 'Changed since');
  await saved(page).waitFor();
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (
    await choosing
  ).setFiles({
    name: 'coachinglive.journey.json',
    mimeType: 'application/json',
    buffer: await import('node:fs/promises').then(({ readFile }) => readFile(file)),
  });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Keep both' }).waitFor();
  expect(await title(page).inputValue()).toBe('Changed since');
  await checkAccessibility(page, 'a file meets its map');
  await dialog.getByRole('button', { name: 'Replace it with the file' }).click();
  await expect.poll(() => title(page).inputValue()).toBe(before);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(() => title(page).inputValue()).toBe('Changed since');
});

test('theme and language change at once and stay', async () => {
  const { page } = await openCase();
  await saved(page).waitFor();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await choose(page, 'Appearance', 'Dark');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await choose(page, 'Language', 'Deutsch');
  await page.getByText('Gespeichert', { exact: true }).first().waitFor();
  await page.reload();
  await page.getByText('Gespeichert', { exact: true }).first().waitFor();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await checkAccessibility(page, 'the dark theme in German');
});

test('a deleted map waits in the bin until it is deleted for good', async () => {
  const { page } = await openCase();
  await saved(page).waitFor();
  await page.getByRole('link', { name: 'Library' }).click();
  await page.getByRole('button', { name: /^More for/ }).click();
  await choose(page, 'Delete');
  const bin = page.getByText('1 map in the bin');
  await bin.click();
  await page.getByRole('button', { name: /^Take out/ }).click();
  await page.getByRole('article').waitFor();
  await page.getByRole('button', { name: /^More for/ }).click();
  await choose(page, 'Delete');
  await bin.click();
  await page.getByRole('button', { name: /^Delete for good/ }).click();
  const sure = page.getByRole('alertdialog');
  await sure.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByRole('heading', { name: /^Draw your customers/ }).waitFor();
  await bin.waitFor({ state: 'detached' });
});

test.each([360, 320])(
  'at %i pixels nothing of the shell is wider than the screen',
  async (width) => {
    const { page } = await openCase({ viewport: { width, height: 740 } });
    await saved(page).waitFor({ state: 'attached' });
    for (const hash of [new URL(page.url()).hash, '#/']) {
      await page.goto(page.url().replace(/#.*/, '') + hash);
      await page.locator('main').waitFor();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, hash).toBeLessThanOrEqual(0);
      await takePicture(page, `${width}-${hash}`);
    }
  },
);
