import { expect, test } from 'vitest';
import { atTheShop } from './support/canvas';
import { selectByKeys } from './support/keys';
import { ID } from './support/canvas';

test('the keyboard is where the work is, whatever went away under it', async () => {
  const { page, press } = await atTheShop();
  /** The record whose card or line has the focus, or the part of the page; never the page as a whole. */
  const focused = async () => {
    const where = () =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const item = element.closest<HTMLElement>('[data-canvas] [data-id]');
        return item?.dataset.id ?? element.tagName;
      });
    await expect.poll(where).not.toBe('BODY');
    return where();
  };

  await page.reload();
  await page.locator('[data-canvas] [data-item]').first().waitFor();
  expect(await focused()).toBe('MAIN');
  await selectByKeys(page, ID.form);
  expect(await focused()).toBe(ID.form);
  await press('edit.delete');
  expect(await focused()).toBe('MAIN');
  await press('edit.undo');
  await expect.poll(focused).toBe(ID.form);

  for (const dialog of ['help.palette', 'help.find', 'insert.connect'] as const) {
    await press(dialog);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(focused).toBe(ID.form);
  }

  await press('edit.duplicate');
  await expect.poll(focused).not.toBe(ID.form);
  const copy = await focused();
  expect(copy).not.toBe('MAIN');
  await press('edit.delete');
  expect(await focused()).toBe('MAIN');

  await page
    .getByRole('link', { name: /library/i })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Your maps' }).waitFor();
  expect(await focused()).toBe('MAIN');
}, 120_000);
