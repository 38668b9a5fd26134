import type { Locator, Page } from 'playwright-core';

/** Walks by Tab, or back by Shift+Tab, until the focus is on `target`. @throws where it never comes there. */
export async function tabTo(page: Page, target: Locator, most = 150): Promise<void> {
  for (let step = 0; step <= most; step += 1) {
    const way = await target.first().evaluate((element) => {
      const { activeElement } = document;
      if (element === activeElement) return 'there';
      const isBefore = Node.DOCUMENT_POSITION_FOLLOWING;
      return element.compareDocumentPosition(activeElement ?? document) & isBefore ? 'back' : 'on';
    });
    if (way === 'there') return;
    await page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`Tab does not come to ${String(target)}`);
}

/** Presses an arrow until `reached`. */
export async function arrowTo(
  page: Page,
  key: 'ArrowDown' | 'ArrowUp',
  reached: () => Promise<boolean>,
): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await reached()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not come there`);
}

/** Takes the option whose id ends with `id` from the list of a combo box. */
export async function pick(page: Page, box: Locator, id: string): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press('ArrowDown');
  await arrowTo(page, 'ArrowDown', async () => {
    const active = await box.getAttribute('aria-activedescendant');
    return active?.endsWith(`-${id}`) ?? false;
  });
  await page.keyboard.press('Enter');
}

/** Writes into a field instead of what is there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Selects a record by its id, through the search. */
export async function selectByKeys(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Control+f');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.type(id);
  await dialog.locator(`[role=option][aria-selected=true][data-value$="${id}" i]`).waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/**
 * Types into the field that a command has just opened, once it has the focus: what is typed before counts as commands
 * (docs/known-gaps.md).
 */
export async function typed(page: Page, text: string): Promise<void> {
  await page.locator('textarea:focus, input:focus').waitFor();
  await page.keyboard.type(text);
}
