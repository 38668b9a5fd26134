import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openCase } from './support/app';
import { atTheShop } from './support/canvas';
import { exported, mapOpened } from './support/journey';

/** What a browser reports of a key; the test's own keyboard has the US layout and no input method. */
interface Reported {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly shiftKey?: boolean;
  readonly altKey?: boolean;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
}

/** Reports a key where the keyboard is; returns whether the page took it. */
const report = (page: Page, init: Reported): Promise<boolean> =>
  page.evaluate((reported) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...reported });
    return !(document.activeElement ?? document.body).dispatchEvent(event);
  }, init);

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

async function opens(page: Page, name: string, act: () => Promise<unknown>): Promise<void> {
  await act();
  await dialog(page, name).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page, name).waitFor({ state: 'detached' });
}

const nameBox = (page: Page) => page.getByLabel('Name of the touchpoint');

async function rename({ page, card }: Awaited<ReturnType<typeof atTheShop>>, name: string) {
  await card(name).click();
  await page.keyboard.press('F2');
  await nameBox(page).waitFor();
}

const asksForFile = (page: Page) =>
  Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);

/** Types into each box that `begin` opens and presses the app's own shortcuts there. */
async function worksWhileTyping(page: Page, begin: () => Promise<Locator>, text: string) {
  const box = await begin();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  expect((await exported(page)).text).toContain(text);
  expect(await box.inputValue()).toBe(text);
  await asksForFile(page);
  await opens(page, 'Commands', () => page.keyboard.press('Control+k'));
  await begin();
  await opens(page, 'Find', () => page.keyboard.press('Control+f'));
  await begin();
  await page.keyboard.press('Escape');
}

test('shortcuts of the app work while a card, the title and a cell of the table are typed', async () => {
  const shop = await atTheShop();
  const { page } = shop;
  let name = 'Form';
  await worksWhileTyping(
    page,
    async () => {
      await rename(shop, name);
      name = 'Order form';
      return nameBox(page);
    },
    'Order form',
  );
  const title = page.getByLabel('Title of the map');
  await worksWhileTyping(
    page,
    async () => {
      await title.click();
      return title;
    },
    'Corner shop',
  );
  await page.keyboard.press('Alt+2');
  const cell = page.getByRole('gridcell', { name: /^Doing, Cart/ });
  await worksWhileTyping(
    page,
    async () => {
      await cell.dblclick();
      return cell.getByRole('textbox');
    },
    'Counts coins',
  );
});

test('letters of another script are shortcuts by their place, and end no name before they are chosen', async () => {
  const shop = await atTheShop();
  const { page, card } = shop;
  await card('Ad').click();
  await opens(page, 'Commands', () =>
    report(page, { key: 'л', code: 'KeyK', ctrlKey: true, keyCode: 75 }),
  );
  await opens(page, 'Stages', () =>
    report(page, { key: 'Σ', code: 'KeyS', altKey: true, shiftKey: true }),
  );
  await card('Cart').click();
  await report(page, { key: 'ψ', code: 'KeyC' });
  await dialog(page, 'Connect Cart to').waitFor();
  await page.keyboard.press('Escape');
  await dialog(page, 'Connect Cart to').waitFor({ state: 'detached' });

  await rename(shop, 'Form');
  await page.keyboard.type('注文');
  for (const key of ['Enter', 'Escape', 'Tab']) {
    await report(page, { key, code: key, isComposing: true });
    await report(page, { key, code: key, keyCode: 229 });
  }
  expect(await nameBox(page).inputValue()).toBe('注文');
  await page.keyboard.press('Enter');
  await shop.card('注文').waitFor();
});

test('on a Mac Option runs a command beside a field and types in one', async () => {
  const { page } = await openCase({
    context: { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15' },
  });
  const letter = { key: 'Í', code: 'KeyS', altKey: true, shiftKey: true };
  const digit = { key: '¡', code: 'Digit1', altKey: true };
  await mapOpened(page);
  await opens(page, 'Stages', () => report(page, letter));
  await page.getByLabel('Title of the map').click();
  expect(await report(page, letter)).toBe(false);
  expect(await report(page, digit)).toBe(false);
  expect(await report(page, { key: 'л', code: 'KeyK', metaKey: true })).toBe(true);
  await dialog(page, 'Commands').waitFor();
});

test('the hand that Space holds is let go when the window or the page goes out of sight', async () => {
  const { page, card, drag, view } = await atTheShop();
  const hand = page.locator('[data-canvas][data-hand]');
  const empty = { x: 640, y: 780 };
  await card('Ad').click();
  for (const leave of ['blur', 'hidden'] as const) {
    await page.keyboard.down('Space');
    await hand.waitFor();
    await page.mouse.move(empty.x, empty.y);
    await page.mouse.down();
    await page.mouse.move(empty.x + 30, empty.y, { steps: 4 });
    await page.evaluate((how) => {
      if (how === 'blur') window.dispatchEvent(new Event('blur'));
      else {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        Reflect.deleteProperty(document, 'visibilityState');
      }
    }, leave);
    await hand.waitFor({ state: 'detached' });
    const before = await view();
    await page.mouse.move(empty.x + 90, empty.y, { steps: 4 });
    expect(await view()).toEqual(before);
    await page.mouse.up();
    await drag(empty, { x: empty.x + 60, y: empty.y - 40 });
    expect(await view()).toEqual(before);
    await page.keyboard.up('Space');
  }

  // Space belongs to the name, with Shift too.
  const title = page.getByLabel('Title of the map');
  await title.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('A');
  await page.keyboard.press('Shift+Space');
  await page.keyboard.type('B');
  expect(await title.inputValue()).toBe('A B');
});

test('letters typed at once after a command that makes something new are its name', async () => {
  const { page, card } = await atTheShop();
  await card('Ad').click();
  const cards = page.locator('[data-item=touchpoint]');
  const before = await cards.count();
  // In one go, so that the box comes after all of them; T and N would make something themselves.
  await page.evaluate(() => {
    const press = (key: string, code: string, ctrlKey = false) => {
      const init = { bubbles: true, cancelable: true, key, code, ctrlKey };
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init));
    };
    press('ArrowRight', 'ArrowRight', true);
    for (const letter of 'tent') press(letter, `Key${letter.toUpperCase()}`);
  });
  await expect.poll(() => nameBox(page).inputValue()).toBe('tent');
  await page.keyboard.press('Enter');
  await card('tent').waitFor();
  expect(await cards.count()).toBe(before + 1);
});
