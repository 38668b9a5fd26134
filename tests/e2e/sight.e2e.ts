import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { mapOpened } from './support/journey';
import { openCase } from './support/app';

const VIEWPORTS = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

/** How far the map is zoomed, by the figure of its tools. */
const zoomOf = async (page: Page) =>
  Number.parseInt(await page.locator('[data-bar] button', { hasText: '%' }).innerText(), 10);

/** What the canvas does besides drawing has come: it shows the whole map when asked. */
async function canvasReady(page: Page): Promise<number> {
  // Before the map is seen the figure is 100.
  await expect.poll(() => zoomOf(page)).toBeLessThan(100);
  const before = await zoomOf(page);
  await page.keyboard.press('Shift+0');
  await expect.poll(() => zoomOf(page)).toBe(100);
  await page.keyboard.press('Shift+1');
  await expect.poll(() => zoomOf(page)).toBe(before);
  return before;
}

describe.each(VIEWPORTS)('at $width × $height', (viewport) => {
  test('all shortcuts are reached by scrolling down', async () => {
    const { page } = await openCase({ viewport });
    await mapOpened(page);
    await page.locator('[data-canvas]').click({ position: { x: 20, y: 300 } });
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const terms = dialog.getByRole('term');
    await terms.first().waitFor();
    const { width } = (await dialog.boundingBox())!;
    const wide = await dialog.evaluate(
      (root) =>
        [...root.querySelectorAll<HTMLElement>('*')].filter(
          (each) =>
            each.scrollWidth > each.clientWidth + 1 &&
            ['auto', 'scroll'].includes(getComputedStyle(each).overflowX),
        ).length,
    );
    expect(wide).toBe(0);
    const last = terms.last();
    await last.scrollIntoViewIfNeeded();
    const box = (await last.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual((await dialog.boundingBox())!.x + width);
  });

  test('a notice covers no tool', async () => {
    const { page } = await openCase({ viewport });
    await mapOpened(page);
    await page.locator('[data-item=touchpoint]').first().click();
    await page.keyboard.press('Delete');
    const toast = page.locator('ol li', { hasText: 'deleted' });
    await toast.waitFor();
    const { y, height } = (await toast.boundingBox())!;
    for (const bar of await page.locator('[data-bar]').all())
      expect(y + height).toBeLessThanOrEqual((await bar.boundingBox())!.y);
  });
});

test('a map seen as a whole is seen as a whole beside a panel', async () => {
  const { page } = await openCase({ viewport: VIEWPORTS[0]! });
  await mapOpened(page);
  const before = await canvasReady(page);
  await page.keyboard.press('Alt+Shift+O');
  await page.getByRole('tree').waitFor();
  await expect.poll(() => zoomOf(page)).toBeLessThan(before);
  const heads = page.locator('[data-item=stage]');
  const right = async () => {
    const { x, width } = (await heads.last().boundingBox())!;
    return x + width;
  };
  await expect.poll(right).toBeLessThanOrEqual(1280);
  await page.keyboard.press('Alt+Shift+O');
  await expect.poll(() => zoomOf(page)).toBe(before);
});

test('the name of a wide stage stays in sight while the map is moved sideways', async () => {
  const { page } = await openCase({ viewport: VIEWPORTS[0]! });
  await mapOpened(page);
  await canvasReady(page);
  await page.keyboard.press('Shift+0');
  const head = page.locator('[data-item=stage]', { hasText: 'Awareness' });
  const name = head.locator('[data-focus]');
  const left = async () => (await head.boundingBox())!.x;
  await expect.poll(() => zoomOf(page)).toBe(100);
  await page.mouse.move(640, 500);
  await page.mouse.wheel((await left()) + 200, 0);
  await expect.poll(left).toBeLessThan(-150);
  const { x } = (await name.boundingBox())!;
  expect(x).toBeGreaterThanOrEqual(0);
});

test('two fingers, one of them on the toolbar, zoom the map and not the page', async () => {
  const { page } = await openCase({ viewport: VIEWPORTS[0]!, context: { hasTouch: true } });
  await mapOpened(page);
  const before = await canvasReady(page);
  const session = await page.context().newCDPSession(page);
  const tool = (await page.getByRole('toolbar').boundingBox())!;
  const [x, y] = [tool.x + tool.width / 2, tool.y + tool.height / 2];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart = 0) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x, y, id: 1 },
              { x, y: y - apart, id: 2 },
            ],
    });
  await touch('touchStart', 100);
  for (const apart of [130, 160, 200]) await touch('touchMove', apart);
  await touch('touchEnd');
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(before * 1.7);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
});
