import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { checkAccessibility } from './support/accessibility';
import { openCase, type OpenOptions, takePicture } from './support/app';
import { atRest } from './support/canvas';
import { typed } from './support/keys';

/** Opens the app for the first time: it begins with CoachingLive. */
async function openCoachingLive(options: OpenOptions = {}): Promise<Page> {
  const { page } = await openCase(options);
  await page.locator('[data-item=touchpoint]').first().waitFor({ timeout: 30_000 });
  // The first thing selected opens the inspector beside it; from then on nothing moves by itself.
  const inspector = page.locator('#shell-inspector');
  await expect
    .poll(async () => {
      await cards(page).first().click();
      return inspector.isVisible();
    })
    .toBe(true);
  await page.keyboard.press('Escape');
  // The map fits beside the inspector only after this; on a busy machine the command itself may still be on its way.
  const view = page.locator('.react-flow__viewport');
  const before = await view.getAttribute('style');
  await page.keyboard.press('Shift+Digit1');
  await expect.poll(() => view.getAttribute('style')).not.toBe(before);
  await expect.poll(() => cards(page).first().getAttribute('data-detail')).toBe('small');
  await atRest(page);
  return page;
}

async function openLibrary(page: Page) {
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await page.getByText('Blank map').first().waitFor();
}

const cards = (page: Page) => page.locator('[data-item=touchpoint]');
const card = (page: Page, name: string) => cards(page).filter({ hasText: name }).first();

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error('it is not in view');
  return box;
}

/** Presses in a card (left of its middle), moves in steps, lets go. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Selects a card by hand and looks at it closely. */
async function lookAt(page: Page, name: string) {
  await card(page, name).click();
  // It comes late on a busy machine, and takes its room from the canvas.
  await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
  await page.keyboard.press('Shift+Digit2');
  await card(page, name).locator('xpath=self::*[@data-detail="near"]').waitFor();
  await atRest(page);
}

async function undoAll(page: Page) {
  // A toast may offer to undo, too.
  const undo = page.getByRole('banner').getByRole('button', { name: /^Undo/ });
  let steps = 0;
  while (await undo.isEnabled()) {
    await undo.click();
    steps += 1;
  }
  return steps;
}

describe('the canvas', () => {
  test('moves a touchpoint by dragging, as one step that undo takes back', async () => {
    const page = await openCoachingLive();
    const before = await boxOf(card(page, 'Social ad'));
    const grip = { x: before.x + 15, y: before.y + 12 };
    await drag(page, grip, { x: grip.x + 60, y: grip.y + 300 });
    const moved = async () => (await boxOf(card(page, 'Social ad'))).y - before.y;
    await expect.poll(moved).toBeGreaterThan(250);
    expect(await undoAll(page)).toBe(1);
    await expect.poll(() => boxOf(card(page, 'Social ad'))).toEqual(before);
  });

  test('gives up a drag at Escape', async () => {
    const page = await openCoachingLive();
    const before = await boxOf(card(page, 'Social ad'));
    await page.mouse.move(before.x + 15, before.y + 12);
    await page.mouse.down();
    await page.mouse.move(before.x + 80, before.y + 200, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    // A frame may pass until the card is drawn where it was.
    await expect.poll(() => boxOf(card(page, 'Social ad'))).toEqual(before);
    expect(await undoAll(page)).toBe(0);
  });

  test('makes a touchpoint at a double-click and asks for its name', async () => {
    const page = await openCoachingLive();
    await page.mouse.dblclick(400, 700);
    await typed(page, 'Newsletter');
    await page.keyboard.press('Enter');
    expect(await card(page, 'Newsletter').count()).toBe(1);
    expect(await cards(page).count()).toBe(33);
  });

  test('pulls a transition onto a touchpoint, and into the open for a new one', async () => {
    const page = await openCoachingLive();
    await lookAt(page, 'Sign-up form');
    const pull = await boxOf(card(page, 'Sign-up form').locator('[data-pull]'));
    const start = { x: pull.x + pull.width / 2, y: pull.y + pull.height / 2 };
    await drag(page, start, { x: start.x + 40, y: start.y - 160 });
    await typed(page, 'Confirm address');
    await page.keyboard.press('Enter');
    expect(await card(page, 'Confirm address').count()).toBe(1);
    const target = await boxOf(card(page, 'Confirm address'));
    await drag(page, start, { x: target.x + 40, y: target.y + 40 });
    await page.keyboard.press('Shift+Digit1');
    // 71 of the sample, one into the open, one onto the touchpoint made by it.
    await expect.poll(() => page.locator('g[data-item=transition]').count()).toBe(73);
    expect(await undoAll(page)).toBe(2);
  });

  test('renames in place: Escape keeps the name, Enter takes the new one', async () => {
    const page = await openCoachingLive();
    await lookAt(page, 'Sign-up form');
    await page.keyboard.press('F2');
    await typed(page, 'Nothing');
    await page.keyboard.press('Escape');
    expect(await card(page, 'Sign-up form').count()).toBe(1);
    await page.keyboard.press('Enter');
    await typed(page, 'Form');
    await page.keyboard.press('Enter');
    expect(await card(page, 'Form').locator('[data-focus]').getAttribute('aria-label')).toMatch(
      /^Form/,
    );
  });

  test('offers to heal the path of a deleted touchpoint', async () => {
    const page = await openCoachingLive();
    await lookAt(page, 'Sign-up form');
    await page.keyboard.press('Delete');
    expect(await card(page, 'Sign-up form').count()).toBe(0);
    await page.getByRole('button', { name: 'Heal the path' }).click();
    expect(await card(page, 'Sign-up form').count()).toBe(0);
    expect(await undoAll(page)).toBe(1);
  });

  test('goes through the journey by Tab and along transitions by Alt and arrows', async () => {
    const page = await openCoachingLive();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await card(page, 'Social ad').locator('[data-focus]').focus();
    await card(page, 'Social ad').click();
    await page.keyboard.press('Tab');
    const second = await focused();
    expect(second).not.toMatch(/^Social ad/);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toMatch(/^Social ad/);
    await page.keyboard.press('Alt+ArrowRight');
    expect(await focused()).toMatch(/^Sign-up form/);
    await page.keyboard.press('Alt+ArrowLeft');
    expect(await focused()).not.toMatch(/^Sign-up form/);
  });

  test('takes a burst of arrow keys as one step', async () => {
    const page = await openCoachingLive();
    await card(page, 'Social ad').click();
    // All at once: on a busy machine real presses may lie further apart than a burst's do.
    await page.evaluate(() => {
      for (let press = 0; press < 8; press++) {
        const event = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true });
        document.activeElement?.dispatchEvent(event);
      }
    });
    expect(await undoAll(page)).toBe(1);
  });

  test('selects with a marquee, adds with Shift, and clears on empty canvas', async () => {
    const page = await openCoachingLive();
    const selected = page.locator('[data-item=touchpoint] [aria-pressed=true]');
    const first = await boxOf(card(page, 'Social ad'));
    await drag(page, { x: 100, y: 850 - 120 }, { x: first.x + 50, y: first.y + 10 });
    const some = await selected.count();
    expect(some).toBeGreaterThan(1);
    await page.keyboard.down('Shift');
    await card(page, 'Lapsed, in reach').click();
    await page.keyboard.up('Shift');
    expect(await selected.count()).toBe(some + 1);
    await page.mouse.click(700, 700);
    expect(await selected.count()).toBe(0);
  });

  test('copies between two maps by the clipboard', async () => {
    const page = await openCoachingLive({ permissions: ['clipboard-read', 'clipboard-write'] });
    await card(page, 'Sign-up form').click();
    await page.keyboard.press('Control+c');
    await openLibrary(page);
    await page.getByText('Software trial').first().click();
    await page.locator('[data-item=touchpoint]').first().waitFor({ timeout: 30_000 });
    const before = await cards(page).count();
    await page.keyboard.press('Control+v');
    await card(page, 'Sign-up form').waitFor();
    await expect
      .poll(async () => {
        // What is out of view need not exist.
        await page.keyboard.press('Shift+Digit1');
        return cards(page).count();
      })
      .toBe(before + 1);
  });

  test('pans with the wheel, zooms with Control and the wheel', async () => {
    const page = await openCoachingLive();
    const view = () =>
      page.locator('.react-flow__viewport').evaluate(
        (one) =>
          new DOMMatrix(getComputedStyle(one).transform).toJSON() as {
            a: number;
            e: number;
            f: number;
          },
      );
    const start = await view();
    await page.mouse.move(500, 600);
    await page.mouse.wheel(0, 120);
    await expect.poll(async () => (await view()).f - start.f).toBeCloseTo(-120, 0);
    expect((await view()).a).toBe(start.a);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await expect.poll(async () => (await view()).a).toBeGreaterThan(start.a);
    await page.keyboard.up('Control');
  });

  test('carries a stage to another place by its head', async () => {
    const page = await openCoachingLive();
    const heads = page.locator('[data-item=stage]');
    // Their conversion comes with a run.
    const names = async () => (await heads.allInnerTexts()).map((text) => text.split('\n')[0]);
    const before = await names();
    const second = await boxOf(heads.nth(1));
    const fourth = await boxOf(heads.nth(3));
    await drag(
      page,
      { x: second.x + 12, y: second.y + 12 },
      { x: fourth.x + fourth.width - 6, y: fourth.y + 12 },
    );
    expect(await names()).not.toEqual(before);
    expect(await undoAll(page)).toBe(1);
    expect(await names()).toEqual(before);
  });

  test('opens its menu by right click and by Shift+F10, with the same commands', async () => {
    const page = await openCoachingLive();
    const lines = async () => {
      // The menu is fetched when it is first asked for.
      await page.getByRole('menu').getByRole('menuitem').first().waitFor();
      return page.getByRole('menu').getByRole('menuitem').allInnerTexts();
    };
    await card(page, 'Sign-up form').click({ button: 'right' });
    const byMouse = await lines();
    expect(byMouse.some((text) => text.startsWith('Rename'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await card(page, 'Sign-up form').locator('[data-focus]').focus();
    await page.keyboard.press('Shift+F10');
    expect(await lines()).toEqual(byMouse);
  });

  test('is understood by a screen reader, far and near', async () => {
    const page = await openCoachingLive();
    await checkAccessibility(page, 'the whole map');
    await lookAt(page, 'Sign-up form');
    await checkAccessibility(page, 'a part of the map from near');
    const label = await card(page, 'Sign-up form')
      .locator('[data-focus]')
      .getAttribute('aria-label');
    expect(label).toMatch(/^Sign-up form, App, feels Bad/);
  });

  test('begins a blank map from the keyboard alone', async () => {
    const page = await openCoachingLive();
    await openLibrary(page);
    await page.getByText('Blank map').first().click();
    await page.getByRole('button', { name: 'Start with a touchpoint' }).click();
    const name = async (text: string) => {
      await typed(page, text);
      await page.keyboard.press('Enter');
      await page.locator('[data-canvas] textarea').waitFor({ state: 'detached' });
    };
    await name('Ad');
    for (const next of ['Form', 'Order']) {
      await page.keyboard.press('Control+ArrowRight');
      await name(next);
    }
    await expect.poll(() => cards(page).count()).toBe(3);
    await expect.poll(() => page.locator('g[data-item=transition]').count()).toBe(2);
  });

  test('looks right far and near, in the dark and in German', async () => {
    const page = await openCoachingLive({ colorScheme: 'dark', locale: 'de-DE' });
    await takePicture(page, 'canvas dark german far');
    await cards(page).first().click();
    await page.keyboard.press('Shift+Digit2');
    await expect.poll(() => cards(page).first().getAttribute('data-detail')).toBe('near');
    await takePicture(page, 'canvas dark german near');
  });
});
