import { expect, test } from 'vitest';
import english from '../../src/language/messages/en.json';
import { atTheShop } from './support/canvas';
import { typed } from './support/keys';

/** Drawing by the tools: armed by pointer, placed by click or drag, named one after another. */

test('a tool pressed by pointer places by click, by drag, and is given up', async () => {
  const { page, cards, card, box } = await atTheShop();
  const bar = page.getByRole('toolbar', { name: english['map.toolbar'] });
  const tool = bar.getByRole('button', { name: english['command.insert.touchpoint'] });
  const paid = await box(card('Paid'));
  const free = { x: paid.x + paid.width / 2, y: paid.y + paid.height + 110 };
  const ghost = page.locator('[data-ghost=touchpoint]');

  // Given up by Escape, by the tool itself, and by V: nothing is made.
  for (const giveUp of [
    () => page.keyboard.press('Escape'),
    () => tool.click(),
    () => page.keyboard.press('v'),
  ]) {
    await tool.click();
    await expect.poll(() => tool.getAttribute('aria-pressed')).toBe('true');
    await page.locator('[data-placing]').waitFor();
    await page.mouse.move(free.x, free.y);
    await ghost.waitFor();
    await giveUp();
    await ghost.waitFor({ state: 'detached' });
    await expect.poll(() => tool.getAttribute('aria-pressed')).toBe(null);
  }
  expect(await cards.count()).toBe(5);

  // A click puts it there; names follow one another by Tab, and an empty one leaves nothing.
  await tool.click();
  await page.locator('[data-placing]').waitFor();
  await page.mouse.move(free.x, free.y);
  await ghost.waitFor();
  await page.mouse.click(free.x, free.y);
  await typed(page, 'One');
  await page.getByText('Enter: done · Tab: next').waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => cards.count()).toBe(7);
  await typed(page, 'Two');
  await page.keyboard.press('Tab');
  await expect.poll(() => cards.count()).toBe(8);
  await page.keyboard.press('Escape');
  await expect.poll(() => cards.count()).toBe(7);
  await expect.poll(() => card('Two').locator('[aria-pressed=true]').count()).toBe(1);

  // Making and naming are one step each.
  await page.keyboard.press('Control+z');
  await expect.poll(() => cards.count()).toBe(6);
  await page.keyboard.press('Control+z');
  await expect.poll(() => cards.count()).toBe(5);
  await page.keyboard.press('Control+y');
  await card('One').waitFor();

  // Dragged from the tool onto the canvas.
  const from = await box(tool);
  const note = bar.getByRole('button', { name: english['command.insert.note'] });
  const start = await box(note);
  expect(from.y).toBe(start.y);
  await page.mouse.move(start.x + 10, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + 10, start.y - 60, { steps: 4 });
  await page.locator('[data-placing]').waitFor();
  await page.mouse.move(free.x + 500, free.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => page.locator('[data-item=note]').count()).toBe(1);
  await typed(page, 'Dragged');

  // By key it is made at once.
  await page.keyboard.press('Control+Enter');
  await tool.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => cards.count()).toBe(7);
  expect(await page.locator('[data-placing]').count()).toBe(0);
});
