import type { Page } from 'playwright-core';
import { serialise } from '../../../src/map/text';
import { journeyOf } from './graph';
import { frame, meterOf, rest, type Cost } from './meter';

export const TASKS = ['render', 'drag', 'drop', 'pan', 'panAll', 'select', 'undo', 'type'] as const;
export type Task = (typeof TASKS)[number];
export type Costs = Record<Task, Cost>;

const STEPS = 20;
const TEXT = 'abcdefghij';

interface Stage {
  readonly page: Page;
  /** Any card near the middle of the view, at 100%. */
  readonly near: () => Promise<void>;
  readonly all: () => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Readies a place to type the name of the selected card, then types into it. */
  readonly type: () => Promise<(letter: string) => Promise<void>>;
}

/** Two cards that are wholly in view, by the middle of each. */
async function cardsInView(page: Page) {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.react-flow__node')]
      .map((node) => node.getBoundingClientRect())
      .filter(
        ({ left, top, right, bottom }) => left > 60 && top > 180 && right < 1000 && bottom < 760,
      )
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 })),
  );
  const [first, second] = found;
  if (!first || !second) throw new Error('there are no two cards in view');
  return [first, second] as const;
}

async function walk({ page, near, all, undo, type }: Stage): Promise<Omit<Costs, 'render'>> {
  const meter = await meterOf(page);
  await near();
  await rest(page);
  const [card, other] = await cardsInView(page);
  await page.mouse.move(card.x, card.y);
  await page.mouse.down();
  // The first step of a drag is swallowed; the second begins it.
  await page.mouse.move(card.x + 4, card.y);
  await page.mouse.move(card.x + 8, card.y);
  const drag = await meter.cost(async () => {
    for (let step = 1; step <= STEPS; step += 1) {
      await page.mouse.move(card.x + 8 + step * 3, card.y + step * 2);
      await frame(page);
    }
  }, STEPS);
  const drop = await meter.cost(() => page.mouse.up());
  const undone = await meter.cost(undo);

  await page.mouse.move(600, 450);
  const wheel = async () => {
    for (let step = 0; step < STEPS; step += 1) {
      // There and back again.
      const transition = step < STEPS / 2 ? 1 : -1;
      await page.mouse.wheel(12 * transition, 6 * transition);
      await frame(page);
    }
  };
  const pan = await meter.cost(wheel, STEPS);
  const select = await meter.cost(() => page.mouse.click(other.x, other.y));
  const write = await type();
  const typed = await meter.cost(async () => {
    for (const letter of TEXT) {
      await write(letter);
      await frame(page);
    }
  }, TEXT.length);

  await all();
  await rest(page);
  await page.mouse.move(600, 450);
  const panAll = await meter.cost(wheel, STEPS);
  return { drag, drop, undo: undone, pan, panAll, select, type: typed };
}

/** What it costs to come from another page of the same server until all is drawn. */
async function opening(page: Page, url: string): Promise<Cost> {
  const meter = await meterOf(page);
  const before = await meter.now();
  await page.goto(url);
  await page.locator('.react-flow__node').first().waitFor({ timeout: 60_000 });
  await rest(page);
  const after = await meter.now();
  return { script: after.script - before.script, task: after.task - before.task };
}

/** Ours: the map is put into storage first, and opened again for what is measured. */
export async function walkOurs(page: Page, url: string, touchpoints: number): Promise<Costs> {
  const map = journeyOf(touchpoints);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showOpenFilePicker'));
  await page.goto(url);
  await page.locator('[data-state=saved]').waitFor({ timeout: 30_000 });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Control+o'),
  ]);
  const buffer = Buffer.from(serialise(map));
  await chooser.setFiles({ name: 'map.journey.json', mimeType: 'application/json', buffer });
  await page.waitForURL((at) => at.hash.includes(map.id));
  await page.locator('[data-state=saved]').waitFor({ timeout: 60_000 });

  await page.goto(`${url}theme.js`);
  const render = await opening(page, `${url}#/map/${map.id}`);
  const others = await walk({
    page,
    async near() {
      const middle = `Touchpoint ${String(Math.floor(touchpoints / 2) + 5)}`;
      await page.keyboard.press('Control+f');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox').fill(middle);
      await dialog.getByRole('option').filter({ hasText: middle }).first().click();
      await dialog.waitFor({ state: 'detached' });
      await rest(page);
      for (const keys of ['Shift+Digit2', 'Shift+Digit0', 'Escape']) {
        await page.keyboard.press(keys);
        await rest(page);
      }
    },
    all: () => page.keyboard.press('Shift+Digit1'),
    undo: () => page.keyboard.press('Control+z'),
    async type() {
      const field = page.locator('#shell-inspector').getByRole('textbox', { name: 'Name' }).first();
      await field.click();
      return (letter) => page.keyboard.type(letter);
    },
  });
  return { render, ...others };
}

/** React Flow alone. */
export async function walkBare(page: Page, url: string, touchpoints: number): Promise<Costs> {
  await page.goto(`${url}graph-${String(touchpoints)}.json`);
  const render = await opening(page, `${url}bare.html#${String(touchpoints)}`);
  const middle = journeyOf(touchpoints);
  const at = Object.keys(middle.touchpoints)[Math.floor(touchpoints / 2)] ?? '';
  let name = '';
  const others = await walk({
    page,
    near: () =>
      page.evaluate(() => {
        const nodes = [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
        const node = nodes[Math.floor(nodes.length / 2)];
        const { left = '', top = '' } = node?.style ?? {};
        window.bench.center(parseFloat(left) || 0, parseFloat(top) || 0, 1);
      }),
    all: () => page.evaluate(() => window.bench.fit()),
    undo: () => page.evaluate(() => window.bench.restore()),
    type: () =>
      Promise.resolve(async (letter: string) => {
        name += letter;
        await page.evaluate(
          ([id, label]) => window.bench.rename(id ?? '', label ?? ''),
          [at, name],
        );
      }),
  });
  return { render, ...others };
}
