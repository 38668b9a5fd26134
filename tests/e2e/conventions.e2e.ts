import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { COMMANDS } from '../support/commands';
import english from '../../src/language/messages/en.json';
import { serialise } from '../../src/map/text';
import { atRest, atTheShop, ID, shopMap } from './support/canvas';
import { exported } from './support/journey';
import { typed } from './support/keys';

/** What people's hands know from other editors: each line of the table once, by real keys and pointer. */

test('looking: pan, zoom, fit, minimap, outline, palette, search, help', async () => {
  const { page, press, drag, view, card, box } = await atTheShop();
  const empty = { x: 640, y: 780 };
  const start = await view();
  expect(start.zoom).toBeCloseTo(0.8);

  // Pan: wheel, Space-drag, middle-drag, the hand.
  await page.mouse.move(empty.x, empty.y);
  await page.mouse.wheel(0, 100);
  await expect.poll(async () => (await view()).y).toBeCloseTo(start.y - 100, 0);
  // A busy machine turns to the hand some frames after its key.
  const hand = page.locator('[data-canvas][data-hand]');
  await page.keyboard.down('Space');
  await hand.waitFor();
  await drag(empty, { x: empty.x + 60, y: empty.y - 40 });
  await page.keyboard.up('Space');
  await hand.waitFor({ state: 'detached' });
  await expect.poll(async () => (await view()).x).toBeCloseTo(start.x + 60, -1);
  await page.mouse.move(empty.x, empty.y);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(empty.x - 60, empty.y, { steps: 4 });
  await page.mouse.up({ button: 'middle' });
  await expect.poll(async () => (await view()).x).toBeCloseTo(start.x, -1);
  await press('view.hand');
  await hand.waitFor();
  await drag(empty, { x: empty.x + 30, y: empty.y });
  await expect.poll(async () => (await view()).x).toBeCloseTo(start.x + 30, -1);
  await press('view.select');

  // Zoom: Mod+wheel, keys, 100 %.
  const before = (await view()).zoom;
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 200);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await view()).zoom).toBeLessThan(before);
  // A pinch over the tools or a card is one on the map.
  for (const over of [
    page.getByRole('button', { name: 'Zoom in' }).first(),
    card('Paid').first(),
  ]) {
    const last = (await view()).zoom;
    await over.hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 30);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await view()).zoom).toBeLessThan(last);
  }
  await press('view.actualSize');
  await expect.poll(async () => (await view()).zoom).toBe(1);
  await press('view.zoomIn');
  await expect.poll(async () => (await view()).zoom).toBe(1.25);
  await press('view.zoomOut');
  await press('view.zoomOut');
  await expect.poll(async () => (await view()).zoom).toBeCloseTo(0.8);

  // Fit: all, and what is selected.
  await press('view.fit');
  // As large as fits above the bars over the foot of the map.
  await expect.poll(async () => (await view()).zoom).toBeGreaterThan(1.1);
  await atRest(page);
  const whole = await view();
  await card('Paid').click();
  await press('view.fitSelection');
  await expect.poll(async () => (await view()).y).not.toBe(whole.y);
  const paid = await box(card('Paid'));
  expect(paid.y + paid.height / 2).toBeGreaterThan(300);

  // Toggles.
  const minimap = page.locator('.react-flow__minimap');
  const others = [1 - (await minimap.count()), await minimap.count()];
  for (const count of others) {
    await press('view.panel.minimap');
    await expect.poll(() => minimap.count()).toBe(count);
  }
  await press('view.panel.outline');
  await page.getByRole('tree').waitFor();
  await press('view.panel.outline');

  // Palette and search read the registry and the map; help lists every shortcut there is.
  for (const which of [0, 1]) {
    await press('help.palette', which);
    await page.getByRole('dialog', { name: english['palette.title'] }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await press('help.find');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('Blog');
  await page.getByRole('option', { name: 'Blog' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('[aria-pressed=true][aria-label^=Blog]').waitFor();
  await press('help.shortcuts');
  const sheet = page.getByRole('dialog', { name: english['help.title'] });
  await sheet.getByRole('term').first().waitFor();
  const lines = await sheet.getByRole('term').allInnerTexts();
  const known = COMMANDS.filter(({ keys = [] }) => keys.length > 0);
  expect(lines.sort()).toEqual(known.map(({ title }) => english[title]).sort());
});

test('selecting and walking along the journey, told to screen readers', async () => {
  const { page, press, drag, card, grip, selected, focused, said } = await atTheShop();

  // Click, Shift+click, marquee, all, none.
  await page.mouse.click(...at(await grip('Ad')));
  expect(await selected()).toEqual(['Ad']);
  await page.keyboard.down('Shift');
  await page.mouse.click(...at(await grip('Cart')));
  await page.keyboard.up('Shift');
  expect(await selected()).toEqual(['Ad', 'Cart']);
  const [form, paid] = [await grip('Form'), await grip('Paid')];
  await drag({ x: paid.x + 10, y: paid.y + 60 }, { x: form.x, y: form.y - 5 });
  expect(await selected()).toEqual(['Cart', 'Form', 'Paid']);
  await expect.poll(said).toBe('3 items selected');
  await press('select.all');
  expect(await selected()).toEqual(['Ad', 'Blog', 'Cart', 'Form', 'Paid']);
  await press('select.none');
  expect(await selected()).toEqual([]);

  // Tab in journey order, Alt+arrows along transitions, up to the stage and back.
  await page.mouse.click(...at(await grip('Ad')));
  await press('select.next');
  expect(await focused()).toBe('Blog');
  await press('select.next');
  expect(await focused()).toBe('Form');
  await expect.poll(said).toBe('Form selected');
  await press('select.previous');
  expect(await focused()).toBe('Blog');
  await press('select.forward');
  expect(await focused()).toBe('Form');
  await press('select.forward');
  expect(await focused()).toBe('Cart');
  await press('select.back');
  expect(await focused()).toBe('Form');
  await press('select.stage');
  await expect.poll(focused).toBe('Buy');
  await press('select.intoStage');
  await expect.poll(focused).toBe('Form');

  // The same menu by right click and by key.
  const menu = page.getByRole('menu');
  await page.mouse.click(...at(await grip('Cart')), { button: 'right' });
  await menu.getByRole('menuitem').first().waitFor();
  const byMouse = await menu.getByRole('menuitem').allInnerTexts();
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  await card('Cart').locator('[data-focus]').focus();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem').first().waitFor();
  expect(await menu.getByRole('menuitem').allInnerTexts()).toEqual(byMouse);
});

test('drawing: quick add, connect, join, loop, insert, reroute, rename, heal', async () => {
  const { page, press, drag, card, box, grip, counts, settle, undoAll, said, selected } =
    await atTheShop();
  const name = async (text: string) => {
    await page.locator('[data-canvas] textarea').waitFor();
    await typed(page, text);
    await page.keyboard.press('Enter');
    await page.locator('[data-canvas] textarea').waitFor({ state: 'detached' });
  };
  const pullOf = async (from: string) => {
    await card(from).hover();
    const { x, y, width, height } = await box(card(from).locator('[data-pull]'));
    return { x: x + width / 2, y: y + height / 2 };
  };

  // A double-click, the arrow at a card's side, Mod+arrow: each new one asks for its name.
  await page.mouse.dblclick(640, 780);
  await name('Mail');
  const pull = await pullOf('Cart');
  await page.mouse.click(pull.x, pull.y);
  await name('Reminder');
  await press('insert.connected.right');
  await expect.poll(said).toMatch(/^Added: Buy, \d+ across, \d+ down$/);
  await name('Discount');
  await expect.poll(counts).toEqual([8, 6]);
  expect(await undoAll()).toBe(3);
  await settle();

  // Pulled into the open it makes one; onto another it joins; onto itself it is a loop.
  await page.mouse.dblclick(640, 780);
  await name('Mail');
  const mail = await pullOf('Mail');
  await drag(mail, { x: mail.x + 60, y: mail.y - 10 });
  await name('Opened');
  const onto = async (from: string, to: string) => {
    const target = await grip(to);
    await drag(await pullOf(from), target);
  };
  await onto('Blog', 'Cart');
  await onto('Mail', 'Cart');
  await expect.poll(said).toMatch(/^Mail connected to Cart/);
  await onto('Form', 'Form');
  await expect.poll(counts).toEqual([7, 8]);
  await undoAll();
  await expect.poll(counts).toEqual([5, 4]);
  await settle();

  // Connect to … by keyboard, with search.
  await page.mouse.click(...at(await grip('Blog')));
  await press('insert.connect');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('Paid');
  await page.getByRole('option', { name: 'Paid' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(counts).toEqual([5, 5]);
  await undoAll();
  await settle();

  // Dropped on a transition it is inserted there.
  await page.mouse.dblclick(640, 780);
  await name('Basket');
  const [form, cart] = [await box(card('Form')), await box(card('Cart'))];
  const between = { x: form.x + form.width / 2, y: (form.y + form.height + cart.y) / 2 };
  const basket = await box(card('Basket'));
  const middle = { x: basket.x + basket.width / 2, y: basket.y + basket.height / 2 };
  const hold = { x: middle.x - 60, y: middle.y + 30 };
  await drag(hold, { x: between.x - 60, y: between.y + 30 });
  await expect.poll(said).toMatch(/^Basket inserted into the transition, in Buy/);
  await expect.poll(counts).toEqual([6, 5]);
  await undoAll();
  await settle();

  // Either end of a transition can be carried elsewhere.
  await page.locator('g[data-id=transition-cart-paid] path').first().click({ force: true });
  const end = await box(page.locator('[data-grip=from]'));
  await drag({ x: end.x + 6, y: end.y + 6 }, await grip('Blog'));
  await expect.poll(said).toMatch(/^Blog connected to Paid/);
  const arrow = await box(page.locator('[data-grip=to]'));
  await drag({ x: arrow.x + 6, y: arrow.y + 6 }, await grip('Form'));
  await expect.poll(said).toMatch(/^Blog connected to Form/);
  await undoAll();

  // Rename: double-click, Enter, F2; Escape gives up, Tab goes on to the next.
  await page.mouse.dblclick(...at(await grip('Blog')));
  await typed(page, 'Weblog');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sheet');
  await page.keyboard.press('Escape');
  expect(await card('Weblog').count()).toBe(1);
  expect(await card('Sheet').count()).toBe(0);
  for (const which of [0, 1]) {
    await press('edit.rename', which);
    await page.locator('[data-canvas] textarea').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-canvas] textarea').waitFor({ state: 'detached' });
  }
  await undoAll();

  // Delete by either key; the path through it can be healed.
  await page.mouse.click(...at(await grip('Cart')));
  await press('edit.delete', 1);
  await expect.poll(counts).toEqual([4, 2]);
  await page.getByRole('button', { name: english['command.edit.heal'] }).click();
  await expect.poll(counts).toEqual([4, 3]);
  await page.mouse.click(...at(await grip('Paid')));
  expect(await selected()).toEqual(['Paid']);
  await press('edit.delete', 0);
  await expect.poll(counts).toEqual([3, 2]);
});

test('moving: nudge, duplicate, guides, align, distribute, the edge, tidy up, undo', async () => {
  const { page, press, drag, cards, corner, counts, grip, settle, undoAll, said, view } =
    await atTheShop();
  const zoom = (await view()).zoom;
  /** Where a card is as seen from the first one: what lies around the canvas may take some of it. */
  const place = async (name: string) => {
    const [own, first] = [await corner(name), await corner('Ad')];
    return { x: (own.x - first.x) / zoom, y: (own.y - first.y) / zoom };
  };
  const moved = async (name: string, from: { x: number; y: number }) => {
    const now = await place(name);
    return [Math.round((now.x - from.x) / 8) * 8, Math.round((now.y - from.y) / 8) * 8];
  };

  // Arrows by the grid, with Shift ten times as far; both told with the new place.
  await page.mouse.click(...at(await grip('Paid')));
  const paid = await place('Paid');
  await press('move.down');
  await expect.poll(() => moved('Paid', paid)).toEqual([0, 8]);
  await press('move.far.right');
  await expect.poll(() => moved('Paid', paid)).toEqual([80, 8]);
  await expect.poll(said).toBe('Paid moved: Buy, 120 across, 328 down');
  await press('edit.undo');
  await expect.poll(said).toMatch(/^Undone: Move\. Paid is in Buy/);
  await press('edit.redo', 1);
  await undoAll();
  expect(await moved('Paid', paid)).toEqual([0, 0]);

  // Duplicate with the transitions among the copies; again it keeps the distance; Alt-drag, too.
  await page.mouse.click(...at(await grip('Cart')));
  await page.keyboard.down('Shift');
  await page.mouse.click(...at(await grip('Paid')));
  await page.keyboard.up('Shift');
  await press('edit.duplicate');
  await expect.poll(counts).toEqual([7, 5]);
  await press('move.far.right');
  await press('edit.duplicate');
  const xs = await cards
    .filter({ hasText: 'Cart' })
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().x)));
  expect((xs[2] ?? 0) - (xs[1] ?? 0)).toBeCloseTo((xs[1] ?? 0) - (xs[0] ?? 0), -1);
  await undoAll();
  await settle();
  await page.keyboard.down('Alt');
  const from = await grip('Paid');
  await drag(from, { x: from.x + 20, y: from.y + 170 });
  await page.keyboard.up('Alt');
  await expect.poll(counts).toEqual([6, 4]);
  await undoAll();
  await settle();

  // Guides while dragging: edges, and gaps as wide as the next.
  const grab = await grip('Paid');
  await page.mouse.move(grab.x, grab.y);
  await page.mouse.down();
  await page.mouse.move(grab.x + 3, grab.y + 3, { steps: 3 });
  await page.mouse.move(grab.x + 6, grab.y + 4, { steps: 3 });
  await expect
    .poll(() => page.locator('[data-canvas] svg g[data-guide=edge]').count())
    .toBeGreaterThan(0);
  expect(await page.locator('[data-canvas] svg g[data-guide=gap]').count()).toBeGreaterThan(0);
  await page.mouse.up();
  await undoAll();

  // Align and distribute what is selected.
  await page.mouse.click(...at(await grip('Paid')));
  await press('move.far.right');
  await press('move.down');
  await page.keyboard.down('Shift');
  for (const name of ['Form', 'Cart']) await page.mouse.click(...at(await grip(name)));
  await page.keyboard.up('Shift');
  await run('arrange.align.left');
  expect((await corner('Paid')).x).toBe((await corner('Form')).x);
  await run('arrange.distribute.down');
  const ys = [await corner('Form'), await corner('Cart'), await corner('Paid')].map(({ y }) => y);
  expect((ys[2] ?? 0) - (ys[1] ?? 0)).toBeCloseTo((ys[1] ?? 0) - (ys[0] ?? 0), -1);
  await undoAll();

  // A drag that rests at the edge takes the canvas along.
  const still = await view();
  const hold = await grip('Paid');
  await page.mouse.move(hold.x, hold.y);
  await page.mouse.down();
  await page.mouse.move(hold.x, 880, { steps: 5 });
  await expect.poll(async () => (await view()).y).toBeLessThan(still.y - 40);
  await page.mouse.up();
  expect(await undoAll()).toBe(1);

  // Tidy up keeps the stages and is one step; it never happens by itself.
  await settle();
  const before = await place('Cart');
  await drag(await grip('Cart'), { x: 640, y: 780 });
  await press('arrange.tidy');
  await expect.poll(said).toBe(english['command.said.tidied']);
  expect(await undoAll()).toBe(2);
  await settle();
  expect(await moved('Cart', before)).toEqual([0, 0]);

  async function run(id: string) {
    await press('help.palette');
    await page.getByRole('dialog').getByRole('combobox').fill(id);
    await page.locator(`[role=option][data-value$="${id}" i]`).first().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForTimeout(50);
  }
});

test('the outline: the same edits by the same keys and menu, in the order of the journey', async () => {
  const { page, press, selected, said, undoAll } = await atTheShop();
  const line = (name: string) => page.getByRole('treeitem', { name, exact: true });
  const names = () => page.getByRole('treeitem').allInnerTexts();
  await press('view.panel.outline');
  await line('Cart').click();

  // A name is typed in one place.
  await press('edit.rename');
  const field = page.getByRole('tree').getByRole('textbox');
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await page.locator('[data-canvas] textarea').count()).toBe(0);
  await typed(page, 'Basket');
  await page.keyboard.press('Enter');
  await line('Basket').waitFor();

  // A new touchpoint behind it, put earlier, copied by the browser's clipboard, deleted.
  await press('insert.connected.right');
  await typed(page, 'Address');
  await page.keyboard.press('Enter');
  await expect
    .poll(names)
    .toEqual(['See', 'Ad', 'Blog', 'Buy', 'Form', 'Basket', 'Paid', 'Address']);
  await press('move.earlier');
  await expect.poll(said).toBe('Address is now number 3 of 4 in Buy');
  await press('edit.copy');
  await line('Ad').click();
  await press('edit.paste');
  await expect.poll(said).toBe('1 item pasted');
  await expect
    .poll(names)
    .toEqual(['See', 'Ad', 'Blog', 'Address', 'Buy', 'Form', 'Basket', 'Address', 'Paid']);
  await line('Blog').click();
  await press('edit.delete');
  await expect
    .poll(() =>
      line('Address')
        .first()
        .evaluate((one) => one === document.activeElement),
    )
    .toBe(true);

  // Its menu is that of the canvas; a stage is found by typing.
  await line('Form').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: english['command.move.toStage'] }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('see');
  await page.keyboard.press('Enter');
  await expect
    .poll(names)
    .toEqual(['See', 'Ad', 'Address', 'Form', 'Buy', 'Basket', 'Address', 'Paid']);
  expect(await selected()).toEqual(['Form']);
  expect(await undoAll()).toBe(6);
});

test('the clipboard: our own type and plain text, a branch with its transitions, a map as text', async () => {
  const { page, press, counts, settle, grip, drag, selected, undoAll } = await atTheShop({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const [form, paid] = [await grip('Form'), await grip('Paid')];
  await drag({ x: paid.x + 10, y: paid.y + 60 }, { x: form.x, y: form.y - 5 });
  await expect.poll(selected).toEqual(['Cart', 'Form', 'Paid']);
  const types = await listenForCopy(page);
  await press('edit.copy');
  await expect.poll(types).toEqual(['application/x-desire-path+json', 'text/plain']);
  await page.mouse.move(900, 150);
  await press('edit.paste');
  await expect.poll(counts).toEqual([8, 6]);
  expect(await undoAll()).toBe(1);
  await settle();

  // Text of a map file is a map.
  await page.evaluate((text) => navigator.clipboard.writeText(text), serialise(shopMap('Other')));
  await page.locator('.react-flow__pane').click({ position: { x: 640, y: 640 } });
  await press('edit.paste');
  await expect.poll(counts).toEqual([10, 8]);
});

test('cutting and pasting moves: the same record with its transitions, said on screen with Undo', async () => {
  const { page, press, counts, settle, card, corner, cards } = await atTheShop({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { map: before } = await exported(page);
  await card('Form').click();
  await press('edit.cut');
  await page.getByText('1 item cut. 3 transitions went with it.', { exact: true }).waitFor();
  await expect.poll(counts).toEqual([4, 1]);
  await settle();
  const { x, y } = await corner('Ad');
  await page.mouse.move(x, y + 330);
  await press('edit.paste');
  await expect.poll(counts).toEqual([5, 4]);
  const { map } = await exported(page);
  expect(Object.keys(map.touchpoints).sort()).toEqual(Object.keys(before.touchpoints).sort());
  expect(map.transitions).toEqual(before.transitions);
  expect(map.touchpoints[ID.form]?.stage).toBe(ID.see);
  await press('edit.paste');
  await expect.poll(() => cards.count()).toBe(6);

  // What is offered about one map does not stay beside another.
  await card('Cart').click();
  await press('edit.cut');
  const undo = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await page.getByText('Blank map').first().waitFor();
  await expect.poll(() => undo.count()).toBe(0);
});

test('by touch: a finger pans, and a finger that rests first carries', async () => {
  const { page, card, box, corner, undoAll, view } = await atTheShop({
    context: { hasTouch: true },
  });
  const session = await page.context().newCDPSession(page);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) => {
    const touchPoints = type === 'touchEnd' ? [] : [{ x, y }];
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  const swipe = async (rest: number) => {
    const { x, y } = await box(card('Paid'));
    await touch('touchStart', x + 40, y + 60);
    await page.waitForTimeout(rest);
    for (let step = 1; step <= 5; step++) await touch('touchMove', x + 40 + step * 12, y + 60);
    await touch('touchEnd');
  };
  const start = await view();
  await swipe(0);
  await expect.poll(async () => (await view()).x).toBeGreaterThan(start.x + 20);
  expect(await undoAll()).toBe(0);
  const [before, panned] = [await corner('Paid'), await view()];
  await swipe(450);
  await expect.poll(async () => (await corner('Paid')).x).toBeGreaterThan(before.x + 30);
  expect(await view()).toEqual(panned);
  expect(await undoAll()).toBe(1);
});

test('presenting and filtering: stage by stage with the keys, and nothing edited by accident', async () => {
  const { page, press, cards, card, undoAll, said } = await atTheShop();
  await press('view.present');
  const glass = page.getByRole('dialog', { name: english['map.present'] });
  await glass.getByText(english['map.present.whole']).waitFor();
  await page.keyboard.press('ArrowRight');
  await glass.getByText('1 of 2').waitFor();
  const faded = page.locator('[data-dims=hard] [data-item=touchpoint]:not([data-kept])');
  await expect.poll(() => faded.count()).toBe(3);
  for (const key of ['Delete', 't', 'Enter', 'Control+d', 'ArrowRight'])
    await page.keyboard.press(key);
  await glass.getByText('2 of 2').waitFor();
  await expect.poll(() => faded.count()).toBe(2);
  await page.keyboard.press('Escape');
  await glass.waitFor({ state: 'detached' });
  expect(await cards.count()).toBe(5);
  expect(await undoAll()).toBe(0);

  // Filter, save what is seen, come back to it.
  await page.locator('.react-flow__pane').click({ position: { x: 640, y: 640 } });
  await press('view.filter');
  const panel = page.getByRole('region', { name: english['map.filter'] });
  await panel.getByRole('combobox', { name: english['field.channel'] }).click();
  await page.getByRole('option', { name: 'Web' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => faded.count()).toBe(4);
  await expect.poll(said).toBe('1 of 5 touchpoints shown');
  await panel.getByRole('textbox', { name: english['map.views.name'] }).fill('On the web');
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: english['map.filter.clear'] }).click();
  await expect.poll(() => faded.count()).toBe(0);
  await panel.getByRole('button', { name: 'On the web', exact: true }).click();
  await expect.poll(() => faded.count()).toBe(4);
  await panel.getByRole('button', { name: english['control.close'] }).click();

  // The table follows it, and can end it.
  await press('view.show.table');
  const heads = page.getByRole('grid').getByRole('columnheader');
  // Below the name of a stage stands what a run says of it.
  const names = async () => (await heads.allInnerTexts()).map((text) => text.split('\n', 1)[0]);
  await expect.poll(names).toEqual(['Buy', 'Cart']);
  const note = page.getByRole('main').getByRole('group', { name: english['map.filter'] });
  await note.getByRole('button', { name: english['map.filter.clear'] }).click();
  await expect.poll(() => heads.count()).toBe(7);
  await press('view.show.map');
  await card('Cart').waitFor();

  // A stage folds to its summary, and unfolds when something in it is looked for.
  await card('Cart').click();
  await press('select.stage');
  await press('view.fold');
  await expect.poll(() => cards.count()).toBe(2);
  await expect.poll(() => page.locator('g[data-item=transition]').count()).toBe(2);
  await press('help.find');
  await page.getByRole('dialog').getByRole('combobox').fill('Cart');
  await page.getByRole('option', { name: 'Cart' }).first().click();
  await expect.poll(() => cards.count()).toBe(5);

  // A selected touchpoint lights its paths.
  await card('Ad').click();
  const stepped = page.locator('[data-dims=soft] [data-item=touchpoint]:not([data-kept])');
  await expect.poll(() => stepped.count()).toBe(1);

  // Keys of the canvas stay on the canvas: the table keeps its map.
  await undoAll();
  await card('Cart').click();
  await press('view.show.table');
  await page.getByRole('grid').waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const id of ['edit.delete', 'insert.touchpoint', 'move.down']) await press(id);
  expect(await undoAll()).toBe(0);
});

const at = ({ x, y }: { readonly x: number; readonly y: number }): [number, number] => [x, y];

/**
 * Listens for the next copy and returns what reads the types it put on the clipboard. A key is sent only after this has
 * resolved: the browser handles keys before scripts, so a listener sent along with the key can come too late.
 */
async function listenForCopy(page: Page) {
  const types = await page.evaluateHandle(() => {
    const found: string[] = [];
    addEventListener('copy', (event) => found.push(...(event.clipboardData?.types ?? [])));
    return found;
  });
  return async () => (await types.jsonValue()).toSorted();
}
