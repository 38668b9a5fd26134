import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import english from '../../src/language/messages/en.json';
import { newMap } from '../../src/map/records';
import { atTheShop, ID, shopMap } from './support/canvas';
import { importMap } from './support/journey';
import { typed } from './support/keys';

/** The canvas in a workshop: many hands, a projector, and nobody who looks for what has gone. */

test('the heads of stages stay in sight while panning, and keep what can be done with them', async () => {
  const { page, view, box } = await atTheShop();
  const canvas = await box(page.locator('[data-canvas]'));
  const head = page.locator('[data-item=stage]').filter({ hasText: /^Buy/ });
  await page.mouse.move(canvas.x + 900, canvas.y + 500);
  await page.mouse.wheel(0, 300);
  await expect.poll(async () => (await box(head)).y).toBeCloseTo(canvas.y, 0);
  const before = await view();
  await page.mouse.wheel(0, 100);
  await expect.poll(async () => (await view()).y).toBeCloseTo(before.y - 100, 0);
  await expect.poll(async () => (await box(head)).y).toBeCloseTo(canvas.y, 0);

  // In front of the cards: what is hit there is the head.
  await head.getByRole('button', { name: /^Buy/ }).click();
  await page.keyboard.press('F2');
  await typed(page, 'Purchase');
  await page.keyboard.press('Enter');
  await page
    .locator('[data-item=stage]')
    .filter({ hasText: /^Purchase/ })
    .hover();
  await page.getByRole('button', { name: 'Fold Purchase' }).click();
  await page.getByRole('button', { name: 'Unfold Purchase' }).click();
  expect((await box(page.locator('[data-item=stage]').filter({ hasText: /^See/ }))).y).toBeCloseTo(
    canvas.y,
    0,
  );
});

test('selecting what is in sight moves nothing, and what is half out only as far as it takes', async () => {
  const { page, view, card, box } = await atTheShop();
  const before = await view();
  for (const name of ['Paid', 'Ad', 'Cart']) await card(name).click();
  expect(await view()).toEqual(before);

  // A panel opens beside the canvas: what was selected under it comes out, no further.
  await page.keyboard.press('Escape');
  const canvas = () => box(page.locator('[data-canvas]'));
  await page
    .getByRole('button', { name: /inspector/i })
    .first()
    .click();
  const { x, width } = await canvas();
  await page.mouse.move(x + width / 2, 500);
  const card0 = await box(card('Cart'));
  await page.mouse.wheel(card0.x + card0.width - (x + width) + 10, 0);
  await expect.poll(async () => (await box(card('Cart'))).x).toBeGreaterThan(card0.x + 300);
  await card('Cart').click();
  await page
    .getByRole('button', { name: /inspector/i })
    .first()
    .click();
  await expect
    .poll(async () => {
      const [open, shown] = [await canvas(), await box(card('Cart'))];
      return Math.round(open.x + open.width - shown.x - shown.width);
    })
    .toBe(24);
  const after = await view();
  expect(after.zoom).toBe(before.zoom);
  expect(after.y).toBe(before.y);
});

test('a transition is pulled by mouse at every zoom at which names can be read', async () => {
  const { page, card, box, drag, press, counts, view } = await atTheShop();
  for (const [times, from, to] of [
    [2, 'Ad', 'Cart'],
    [4, 'Blog', 'Paid'],
  ] as const) {
    const [, before] = await counts();
    await press('view.actualSize');
    await expect.poll(async () => (await view()).zoom).toBeCloseTo(1, 3);
    for (let time = 0; time < times; time += 1) {
      const { zoom } = await view();
      await press('view.zoomOut');
      await expect.poll(async () => (await view()).zoom).toBeCloseTo(zoom / 1.25, 2);
    }
    expect((await view()).zoom).toBeLessThan(0.7);
    await card(from).hover();
    const handle = await box(card(from).locator('[data-pull]'));
    expect(handle.width).toBeGreaterThan(14);
    const goal = await box(card(to));
    await drag(
      { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 },
      { x: goal.x + goal.width / 3, y: goal.y + goal.height / 2 },
    );
    expect((await counts())[1]).toBe(before + 1);
    await page.keyboard.press('Escape');
  }
});

test('what steps back can still be read, and nothing does in a drag', async () => {
  const { page, card, grip } = await atTheShop();
  const canvas = page.locator('[data-canvas]');
  await card('Ad').click();
  await expect.poll(() => canvas.getAttribute('data-dims')).toBe('soft');
  // From the ad one comes to all but the blog.
  expect(await card('Blog').getAttribute('data-kept')).toBeNull();
  expect(await contrastOf(card('Blog'))).toBeGreaterThanOrEqual(4.5);
  for (const name of ['Form', 'Cart', 'Paid']) {
    expect(await card(name).getAttribute('data-kept')).not.toBeNull();
  }
  const { x, y } = await grip('Ad');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 60, { steps: 4 });
  expect(await canvas.getAttribute('data-dims')).toBeNull();
  await page.mouse.up();
  await expect.poll(() => canvas.getAttribute('data-dims')).toBe('soft');
});

test('showing everything counts the curve, its names and the bars over the map', async () => {
  const { page, press, box } = await atTheShop({ viewport: { width: 1800, height: 620 } });
  const map = shopMap('Felt');
  const felt = { default: { emotion: { now: 1 } } };
  const touchpoints = Object.fromEntries(
    Object.entries(map.touchpoints).map(([id, one]) => [id, { ...one, experience: felt }]),
  );
  await importMap(page, newMap({ ...map, touchpoints }));
  const curve = page.getByRole('img', { name: english['canvas.emotions'] });
  await curve.waitFor();
  await press('view.fit');
  const bar = page.getByRole('toolbar', { name: english['map.toolbar'] });
  const names = curve.getByText(english['canvas.everybody']);
  await expect
    .poll(async () => {
      const [shown, over] = [await box(names), await box(bar)];
      return shown.y + shown.height < over.y;
    })
    .toBe(true);
});

test('new cards and notes cover nothing, wherever they are asked for', async () => {
  const { page, card, cards, box, press, counts, view } = await atTheShop();
  const buy = page.locator('[data-item=stage]').filter({ hasText: /^Buy/ });
  const see = page.locator('[data-item=stage]').filter({ hasText: /^See/ });
  const between = async () => ((await box(buy)).x - (await box(see)).x) / (await view()).zoom;
  const before = await between();
  for (const key of ['n', 't', 'n']) {
    await page.keyboard.press('Escape');
    const ad = await box(card('Ad'));
    await page.mouse.move(ad.x + ad.width - 4, ad.y + ad.height / 2);
    await page.keyboard.press(key);
    await typed(page, `New ${key}`);
    await page.keyboard.press('Control+Enter');
  }
  await press('select.none');
  const ad = await box(card('Ad'));
  await page.mouse.dblclick(ad.x + ad.width / 2, ad.y + ad.height + 20);
  await typed(page, 'Between');
  await page.keyboard.press('Enter');
  await card('Between').waitFor();
  await counts();
  const all = [...(await cards.all()), ...(await page.locator('[data-item=note]').all())];
  const boxes = await Promise.all(all.map(box));
  const covering = boxes.filter((a) =>
    boxes.some(
      (b) =>
        a !== b &&
        a.x < b.x + b.width - 1 &&
        b.x < a.x + a.width - 1 &&
        a.y < b.y + b.height - 1 &&
        b.y < a.y + a.height - 1,
    ),
  );
  expect(boxes.length).toBe(9);
  expect(covering).toEqual([]);
  expect(await between()).toBeCloseTo(before, 0);
});

test('lines pasted make a card each, a card pasted into a field gives its name, a refusal is seen', async () => {
  const { page, card, cards, context } = await atTheShop();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copy = (text: string) => page.evaluate((what) => navigator.clipboard.writeText(what), text);
  await page.locator('.react-flow__pane').hover({ position: { x: 60, y: 500 } });
  await copy('Newsletter\nWebinar\tlive\n\nTrial call');
  await page.keyboard.press('Control+v');
  for (const name of ['Newsletter', 'Webinar', 'Trial call']) await card(name).waitFor();
  expect(await cards.count()).toBe(8);

  await page.keyboard.press('Escape');
  await copy('{"rows": [1, 2]}');
  await page.keyboard.press('Control+v');
  await page.getByText(english['command.said.notOurs']).first().waitFor();
  expect(await cards.count()).toBe(8);

  await card('Cart').click();
  await page.keyboard.press('Control+c');
  await card('Form').click();
  const owner = page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('textbox', { name: english['field.owner'] })
    .first();
  await owner.click();
  await page.keyboard.press('Control+v');
  expect(await owner.inputValue()).toBe('Cart');
});

test('a way that everybody takes has no chance on it', async () => {
  const { page } = await atTheShop();
  const map = shopMap('Certain');
  map.transitions['transition-form-cart']!.chance.base = 1;
  await importMap(page, map);
  const labels = page.locator('[data-item=transition][data-id]').getByRole('button');
  await expect.poll(() => labels.allInnerTexts()).toContain('50%');
  expect(await labels.allInnerTexts()).not.toContain('100%');
  expect(map.touchpoints[ID.form]).toBeDefined();
});

/** The contrast of a card's name with what its card is filled with, WCAG 2.2. */
function contrastOf(card: Locator): Promise<number> {
  return card.evaluate((item) => {
    const name = item.querySelector('[class*=name]') ?? item;
    const ground = item.querySelector('path') ?? item;
    const light = (color: string) => {
      const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? [])
        .map(Number)
        .map((c) => (c <= 255 * 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const opacity = Number(getComputedStyle(item).opacity);
    const [low = 0, high = 0] = [
      light(getComputedStyle(name).color),
      light(getComputedStyle(ground).fill),
    ].sort((a, b) => a - b);
    return opacity * ((high + 0.05) / (low + 0.05));
  });
}
