import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';
import { revisionOf } from '../../src/map/text';
import { openApp, openCase } from './support/app';
import { still } from './support/canvas';
import {
  choose,
  exported,
  fieldAt,
  importFile,
  importMap,
  mapOpened,
  saved,
  selectById,
  simulate,
  withoutFileDialogs,
} from './support/journey';

const NEW = 'Buddy invitation';

/** The ids that CoachingLive carries in every language. */
const TRANSITION = '8ZSfBrm4xqFHUDYk';
const MOTIVATED = 'iWB0IyY5NOPc8vCa';
const DAILY_BRIEF = '1AhhkYFxbjqlOwhE';

/** Ten stages of fifty touchpoints, each led on to the next two. */
function largeMap(): JourneyMap {
  const id = (kind: string, index: number) => `${kind}-${String(index).padStart(8, '0')}`;
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
  return newMap({
    id: id('large-map', 1),
    title: 'Large',
    createdAt: '2026-01-01T00:00:00.000Z',
    stages: Object.fromEntries(
      numbers(10).map((index) => [
        id('stage', index),
        { name: `Stage ${String(index + 1)}`, order: `a${String(index)}` },
      ]),
    ),
    touchpoints: Object.fromEntries(
      numbers(500).map((index) => [
        id('touch', index),
        {
          name: `Touchpoint ${String(index + 1)}`,
          kind: index === 0 ? 'entry' : index === 499 ? 'outcome' : 'touchpoint',
          stage: id('stage', Math.floor(index / 50)),
          position: { x: 36 + (index % 5) * 296, y: Math.floor((index % 50) / 5) * 144 },
        },
      ]),
    ),
    transitions: Object.fromEntries(
      numbers(996).map((index) => [
        id('way', index),
        {
          from: id('touch', Math.floor(index / 2)),
          to: id('touch', Math.floor(index / 2) + 1 + (index % 2)),
          chance: { base: 0.5 },
        },
      ]),
    ),
  });
}

/** What the newest run has found, as it is stored. */
async function newestResult(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('desire-path');
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('the database cannot be opened'));
      };
    });
    const all = <Row>(table: string) =>
      new Promise<Row[]>((resolve, reject) => {
        const request = database.transaction(table).objectStore(table).getAll() as IDBRequest<
          Row[]
        >;
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error(`${table} cannot be read`));
        };
      });
    const runs = await all<{ id: string; createdAt: string }>('runs');
    const newest = runs.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0]?.id;
    const results = await all<{ id: string }>('runResults');
    database.close();
    return results.find(({ id }) => id === newest);
  });
}

async function resultOf(page: Page): Promise<Record<string, unknown>> {
  const row = (await newestResult(page)) as { result: Record<string, unknown> };
  return row.result;
}

test('the main job: draw, attach, run, keep, take back, take away and find again', async () => {
  const { page } = await openCase({ before: withoutFileDialogs });
  await mapOpened(page);
  await page.getByText('Third workout done').first().waitFor();
  expect(page.url()).toMatch(/#\/map\/[\w-]+\/map$/);

  await simulate(page, 10_000, 7);
  await expect.poll(() => page.locator('[data-flow]').count()).toBeGreaterThan(20);
  // The map is walked once by itself: the run that was asked for is the one that is kept.
  await expect.poll(() => newestResult(page), { timeout: 15_000 }).toBeDefined();
  const before = await resultOf(page);

  // A touchpoint between two others.
  await selectById(page, TRANSITION);
  await page.getByRole('button', { name: 'Insert a touchpoint here' }).click();
  await page.getByLabel('Name of the touchpoint').fill(NEW);
  await page.keyboard.press('Enter');
  await saved(page);
  const drawn = await exported(page);
  const added = Object.entries(drawn.map.touchpoints).find(([, { name }]) => name === NEW)?.[0];
  const onward = Object.entries(drawn.map.transitions).find(([, { from }]) => from === added)?.[0];
  if (added === undefined || onward === undefined) throw new Error('nothing was inserted');
  expect(drawn.map.transitions[TRANSITION]?.to).toBe(added);

  // Only the motivated go on from there.
  await selectById(page, onward);
  const rule = fieldAt(page, [{ field: '/when', control: 'rule' }]);
  await rule.getByRole('button', { name: 'Set a rule' }).click();
  await choose(page, rule, 'segment');
  await choose(page, rule, MOTIVATED, 1);
  await rule
    .getByText(/Motivated/)
    .first()
    .waitFor();

  // A campaign that is there already, and a KPI of its own.
  await selectById(page, added);
  const campaigns = page.getByRole('group', { name: 'Campaigns', exact: true }).last();
  await choose(page, campaigns, DAILY_BRIEF);
  await campaigns.getByRole('button', { name: 'Daily brief', exact: true }).waitFor();
  await page.getByRole('button', { name: 'New in KPIs' }).click();
  const target = fieldAt(page, [{ field: '/target', control: 'number' }]);
  await target.locator('input').fill('60');
  await fieldAt(page, [{ field: '/name', control: 'line' }])
    .locator('input')
    .fill('Buddies');
  await page.keyboard.press('Tab');
  await saved(page);

  // The flow is another one, and the comparison says so.
  await simulate(page, 10_000, 7);
  await expect
    .poll(async () => JSON.stringify(await resultOf(page)) !== JSON.stringify(before))
    .toBe(true);
  const after = await resultOf(page);
  await page.keyboard.press('Alt+Shift+R');
  await page
    .getByRole('button', { name: /Compare the run shown/ })
    .and(page.locator(':enabled'))
    .first()
    .click();
  const comparison = page.getByRole('dialog', { name: 'Compare two runs' });
  await comparison.getByText('worse').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Shift+R');

  // Kept over a reload, and so is what undo and redo need.
  const { map, text } = await exported(page);
  const revision = await revisionOf(map);
  const [kpi] = Object.values(map.kpis).filter(({ name }) => name === 'Buddies');
  expect(kpi).toMatchObject({ target: 0.6, scope: { kind: 'touchpoint', id: added } });
  expect(map.campaigns[DAILY_BRIEF]?.touchpoints).toHaveProperty(added);
  expect(JSON.stringify(map.transitions[onward]?.when)).toContain(MOTIVATED);
  await page.reload();
  await mapOpened(page);
  const revisionNow = async () => revisionOf((await exported(page)).map);
  expect(await revisionNow()).toBe(revision);
  const undo = page.getByRole('button', { name: /^Undo/ });
  const redo = page.getByRole('button', { name: /^Redo/ });
  let steps = 0;
  while (await undo.isEnabled()) {
    await undo.click();
    steps += 1;
  }
  expect(steps).toBeGreaterThanOrEqual(6);
  await page.getByText(NEW).first().waitFor({ state: 'detached' });
  for (let step = 0; step < steps; step += 1) await redo.click();
  await saved(page);
  expect(await revisionNow()).toBe(revision);

  // Wiped, and brought back from the file.
  await page.keyboard.press('Alt+Shift+L');
  await page.getByRole('button', { name: /^More for CoachingLive/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByText('1 map in the bin').click();
  await page.getByRole('button', { name: /^Delete for good: / }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect.poll(() => page.getByRole('button', { name: /^More for / }).count()).toBe(0);
  await importFile(page, 'coachinglive.journey.json', text);
  expect(await revisionNow()).toBe(revision);
  await simulate(page, 10_000, 7);
  await saved(page);
  await expect.poll(() => newestResult(page)).toBeDefined();
  expect(await resultOf(page)).toEqual(after);
}, 180_000);

test('a map of 500 touchpoints opens, is dragged without an error, and keeps where it was dragged to', async () => {
  const { page } = await openApp({ before: withoutFileDialogs, path: '#/' });
  await importMap(page, largeMap());
  const [, second] = Object.keys(largeMap().touchpoints);
  if (second === undefined) throw new Error('the map is empty');
  await selectById(page, second);
  await page.locator('#main-view').focus();
  await page.keyboard.press('Shift+Digit2');
  const card = page.locator(`[data-item=touchpoint][data-id="${second}"]`);
  await card.locator('xpath=self::*[@data-detail="near"]').waitFor();
  await still(card);
  const box = await card.boundingBox();
  if (!box) throw new Error('the card is not in view');
  await page.mouse.move(box.x + 16, box.y + 14);
  await page.mouse.down();
  for (let step = 1; step <= 30; step += 1) {
    await page.mouse.move(box.x + 16 + step, box.y + 14 + step * 5);
  }
  await page.mouse.up();
  await saved(page);
  await page.reload();
  await mapOpened(page);
  await page.locator('[data-item=touchpoint]').first().waitFor({ timeout: 30_000 });
  const { map } = await exported(page);
  expect(Object.keys(map.touchpoints)).toHaveLength(500);
  const moved = map.touchpoints[second]?.position.y ?? 0;
  expect(moved).toBeGreaterThan((largeMap().touchpoints[second]?.position.y ?? 0) + 40);
}, 120_000);
