import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { revisionOf } from '../../src/map/text';
import { openApp } from './support/app';
import {
  choose,
  exported,
  fieldAt,
  importFile,
  mapOpened,
  saved,
  selectById,
  simulate,
  withoutFileDialogs,
} from './support/journey';

const NEW = 'Buddy invitation';

/** The ids that CoachingLive carries in every language. */
const WAY = '8ZSfBrm4xqFHUDYk';
const MOTIVATED = 'iWB0IyY5NOPc8vCa';
const DAILY_BRIEF = '1AhhkYFxbjqlOwhE';

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
  const { page } = await openApp({ before: withoutFileDialogs });
  await mapOpened(page);
  await page.getByText('Third workout done').first().waitFor();
  expect(page.url()).toMatch(/#\/map\/[\w-]+\/map$/);

  await simulate(page, 10_000, 7);
  await expect.poll(() => page.locator('[data-flow]').count()).toBeGreaterThan(20);
  const before = await resultOf(page);

  // A touchpoint between two others.
  await selectById(page, WAY);
  await page.getByRole('button', { name: 'Insert a touchpoint here' }).click();
  await page.getByLabel('Name of the touchpoint').fill(NEW);
  await page.keyboard.press('Enter');
  await saved(page);
  const drawn = await exported(page);
  const added = Object.entries(drawn.map.touchpoints).find(([, { name }]) => name === NEW)?.[0];
  const onward = Object.entries(drawn.map.transitions).find(([, { from }]) => from === added)?.[0];
  if (added === undefined || onward === undefined) throw new Error('nothing was inserted');
  expect(drawn.map.transitions[WAY]?.to).toBe(added);

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
  await target.locator('input').fill('0.6');
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
  await expect.poll(async () => (await resultOf(page)) !== undefined).toBe(true);
  expect(await resultOf(page)).toEqual(after);
}, 180_000);

describe('with nothing but the keyboard', () => {
  test('a touchpoint is made, named, connected, and taken back', async () => {
    const { page } = await openApp({ before: withoutFileDialogs });
    await mapOpened(page);
    await page.getByText('Third workout done').first().waitFor();
    await page.locator('#main-view').focus();
    const count = async () => Object.keys((await exported(page)).map.touchpoints).length;
    const start = await count();
    await page.keyboard.press('t');
    await page.getByLabel('Name of the touchpoint').waitFor();
    await page.keyboard.type('By keys alone');
    await page.keyboard.press('Enter');
    await saved(page);
    const { map } = await exported(page);
    const made = Object.entries(map.touchpoints).find(([, { name }]) => name === 'By keys alone');
    expect(made).toBeDefined();
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: /^Connect By keys alone to/ }).waitFor();
    await page.keyboard.type('Sign-up form');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await saved(page);
    const connected = (await exported(page)).map;
    const way = Object.values(connected.transitions).find(({ from }) => from === made?.[0]);
    expect(connected.touchpoints[way?.to ?? '']?.name).toBe('Sign-up form');
    while (await page.getByRole('button', { name: /^Undo/ }).isEnabled()) {
      await page.keyboard.press('Control+z');
    }
    await saved(page);
    expect(await count()).toBe(start);
  });
});
