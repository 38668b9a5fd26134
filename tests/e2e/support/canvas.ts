import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { COMMANDS } from '../../support/commands';
import { partsOfShortcut } from '../../../src/editing/keys';
import { newMap } from '../../../src/map/records';
import { openCase, type OpenOptions } from './app';
import { importMap, mapOpened, withoutFileDialogs } from './journey';

export const ID = {
  see: 'stage-of-see',
  buy: 'stage-of-buy',
  ad: 'touchpoint-ad',
  blog: 'touchpoint-blog',
  form: 'touchpoint-form',
  cart: 'touchpoint-cart',
  paid: 'touchpoint-paid',
} as const;

/** An ad and a blog lead to a form, the form to a cart, the cart to a paid order; two stages. */
export function shopMap(title = 'Shop') {
  return newMap({
    title,
    stages: { [ID.see]: { name: 'See', order: 'a0' }, [ID.buy]: { name: 'Buy', order: 'a1' } },
    touchpoints: {
      [ID.ad]: { stage: ID.see, name: 'Ad', kind: 'entry', position: { x: 40, y: 0 } },
      [ID.blog]: { stage: ID.see, name: 'Blog', kind: 'entry', position: { x: 40, y: 160 } },
      [ID.form]: { stage: ID.buy, name: 'Form', position: { x: 40, y: 0 }, channel: 'app' },
      [ID.cart]: { stage: ID.buy, name: 'Cart', position: { x: 40, y: 160 }, channel: 'web' },
      [ID.paid]: { stage: ID.buy, name: 'Paid', kind: 'outcome', position: { x: 40, y: 320 } },
    },
    transitions: {
      'transition-ad-form': { from: ID.ad, to: ID.form, chance: { base: 0.5 } },
      'transition-blog-form': { from: ID.blog, to: ID.form, chance: { base: 0.5 } },
      'transition-form-cart': { from: ID.form, to: ID.cart, chance: { base: 0.6 } },
      'transition-cart-paid': { from: ID.cart, to: ID.paid, chance: { base: 0.5 } },
    },
  });
}

/** Somebody before a small map, who knows the commands by their names in the registry. */
export async function atTheShop(options: OpenOptions = {}) {
  const { page, context } = await openCase({
    before: withoutFileDialogs,
    // Wide enough that nothing around the canvas has to move when it says something new.
    viewport: { width: 1800, height: 900 },
    ...options,
  });
  await mapOpened(page);
  await importMap(page, shopMap());
  const me = hands(page);
  await me.card('Paid').waitFor();
  // The first thing selected opens the inspector beside it; then there is room around the map.
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect
    .poll(async () => {
      await me.card('Ad').click();
      return inspector.isVisible();
    })
    .toBe(true);
  await me.press('select.none');
  await me.settle();
  return { ...me, page, context };
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a person does on the canvas, and what they see of it. */
export function hands(page: Page) {
  const cards = page.locator('[data-item=touchpoint]');
  const card = (name: string) => cards.filter({ hasText: name }).first();
  const undo = page.getByRole('button', { name: /^Undo/ });

  /** Presses the first shortcut of a command, or another of its. */
  async function press(id: string, which = 0): Promise<void> {
    const shortcut = COMMANDS.find((command) => command.id === id)?.keys?.[which];
    if (shortcut === undefined) throw new Error(`${id} has no such shortcut`);
    const parts = partsOfShortcut(shortcut).map((part) =>
      /^(Mod|Ctrl)$/.test(part) ? 'Control' : part,
    );
    await page.keyboard.press(parts.join('+'));
  }

  async function drag(from: Spot, to: Spot, steps = 6): Promise<void> {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps });
    await page.mouse.move(to.x, to.y, { steps });
    await page.mouse.up();
  }

  /** What was asked for has been drawn. */
  const drawn = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30)));
        }),
    );
  const view = () =>
    page.locator('.react-flow__viewport').evaluate((one) => {
      const { a: zoom, e: x, f: y } = new DOMMatrix(getComputedStyle(one).transform);
      return { zoom, x, y };
    });

  return {
    /** Near enough for everything to be drawn, far enough for room around it. */
    settle: async () => {
      await press('view.fit');
      await drawn();
      await press('view.actualSize');
      await press('view.zoomOut');
      await expect.poll(async () => (await view()).zoom).toBeCloseTo(0.8);
      await still(page.locator('.react-flow__viewport'));
    },
    /** How many touchpoints and transitions there are. */
    counts: async (): Promise<[touchpoints: number, transitions: number]> => {
      await press('view.fit');
      // What is out of view need not exist.
      await drawn();
      return [await cards.count(), await page.locator('g[data-item=transition]').count()];
    },
    cards,
    card,
    press,
    drag,
    box: boxOf,
    /** A place on a card where nothing else is. */
    grip: async (name: string): Promise<Spot> => {
      const { x, y, height } = await boxOf(card(name));
      return { x: x + 30, y: y + height - 14 };
    },
    selected: async (): Promise<string[]> => {
      const labels = await page
        .locator('[data-item] [aria-pressed=true][data-focus]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
      return labels.map((label) => label.split(',')[0] ?? '').sort();
    },
    focused: () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split(',')[0]),
    /** What screen readers were told last. */
    said: () => page.locator('[role=status][aria-live=polite]').first().innerText(),
    undoAll: async (): Promise<number> => {
      let steps = 0;
      while (await undo.isEnabled()) {
        await undo.click();
        steps += 1;
      }
      return steps;
    },
    view,
    /** The corner of a card, to a pixel. */
    corner: async (name: string): Promise<Spot> => {
      const { x, y } = await boxOf(card(name));
      return { x: Math.round(x), y: Math.round(y) };
    },
  };
}

/** Waits until what is animated has come to rest, so that the pointer finds it where it was measured. */
export async function still(place: Locator): Promise<void> {
  let last = '';
  await expect
    .poll(async () => {
      const before = last;
      last = JSON.stringify(await place.boundingBox());
      return last === before;
    })
    .toBe(true);
}

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error('it is not in view');
  return box;
}

/** The view has stopped moving: places on the screen can be told and pressed. */
export async function atRest(page: Page) {
  // Counted in frames, which a busy machine makes longer; what was asked for may begin some frames later.
  await page.locator('.react-flow__viewport').evaluate(
    (view) =>
      new Promise<void>((resolve) => {
        let before = '';
        let same = 0;
        const look = () => {
          const now = view.getAttribute('style') ?? '';
          same = now === before ? same + 1 : 0;
          before = now;
          if (same < 20) requestAnimationFrame(look);
          else resolve();
        };
        look();
      }),
  );
}
