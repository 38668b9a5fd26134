import { expect, test } from 'vitest';
import { revisionOf } from '../../src/map/text';
import { openApp, openCase } from './support/app';
import { exported, fieldAt, mapOpened, saved, withoutFileDialogs } from './support/journey';
import { arrowTo, pick, selectByKeys, tabTo, write } from './support/keys';

const NEW = 'By keys alone';

/** The ids that CoachingLive carries in every language. */
const TRANSITION = '8ZSfBrm4xqFHUDYk';
const MOTIVATED = 'iWB0IyY5NOPc8vCa';
const DAILY_BRIEF = '1AhhkYFxbjqlOwhE';

test('the main job is done from the keyboard alone', async () => {
  const { page } = await openCase({ before: withoutFileDialogs });
  const { keyboard } = page;
  await mapOpened(page);
  await page.getByText('Third workout done').first().waitFor();
  const start = (await exported(page)).map;

  // A touchpoint between two others, and from there a transition to a third.
  await selectByKeys(page, TRANSITION);
  await keyboard.press('i');
  await page.getByLabel('Name of the touchpoint').waitFor();
  await keyboard.type(NEW);
  await keyboard.press('Enter');
  await keyboard.press('c');
  await page.getByRole('dialog', { name: /^Connect By keys alone to/ }).waitFor();
  await keyboard.type('Sign-up form');
  await keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await saved(page);
  const drawn = (await exported(page)).map;
  const added = Object.entries(drawn.touchpoints).find(([, { name }]) => name === NEW)?.[0] ?? '';
  const transitions = Object.entries(drawn.transitions).filter(([, { from }]) => from === added);
  expect(drawn.transitions[TRANSITION]?.to).toBe(added);
  expect(transitions.map(([, { to }]) => drawn.touchpoints[to]?.name)).toContain('Sign-up form');

  // A rule on the transition on, a campaign and a KPI on the touchpoint.
  const onward = transitions[0]?.[0] ?? '';
  await selectByKeys(page, onward);
  const rule = fieldAt(page, [{ field: '/when', control: 'rule' }]);
  // Within the canvas Tab follows the journey; F6 goes on to the inspector.
  await keyboard.press('F6');
  await tabTo(page, rule.getByRole('button', { name: 'Set a rule' }));
  await keyboard.press('Enter');
  await pick(page, rule.locator('input[role=combobox]').nth(0), 'segment');
  await pick(page, rule.locator('input[role=combobox]').nth(1), MOTIVATED);
  await selectByKeys(page, added);
  await keyboard.press('F6');
  const campaigns = page.getByRole('group', { name: 'Campaigns', exact: true }).last();
  await pick(page, campaigns.locator('input[role=combobox]'), DAILY_BRIEF);
  await tabTo(page, page.getByRole('button', { name: 'New in KPIs' }));
  await keyboard.press('Enter');
  await keyboard.press('F6');
  await write(page, fieldAt(page, [{ field: '/name', control: 'line' }]).locator('input'), 'Keys');
  const target = fieldAt(page, [{ field: '/target', control: 'number' }]);
  await write(page, target.locator('input'), '60');
  await keyboard.press('Tab');
  await saved(page);

  // Ten thousand customers.
  await keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Simulate' });
  await dialog.waitFor();
  await write(page, dialog.getByLabel('Seed'), '7');
  await keyboard.press('Enter');
  const bar = page.getByRole('region', { name: 'Simulation' });
  await bar.getByText('10,000 customers · seed 7').waitFor({ timeout: 50_000 });

  // Kept over a reload; taken back and made again.
  const { map, text } = await exported(page);
  const revision = await revisionOf(map);
  expect(JSON.stringify(map.transitions[onward]?.when)).toContain(MOTIVATED);
  expect(map.campaigns[DAILY_BRIEF]?.touchpoints).toHaveProperty(added);
  expect(Object.values(map.kpis)).toContainEqual(
    expect.objectContaining({ name: 'Keys', target: 0.6 }),
  );
  await page.reload();
  await mapOpened(page);
  const undo = page.getByRole('button', { name: /^Undo/ });
  let steps = 0;
  for (; await undo.isEnabled(); steps += 1) await keyboard.press('Control+z');
  await saved(page);
  expect((await exported(page)).map.touchpoints).toEqual(start.touchpoints);
  for (let step = 0; step < steps; step += 1) await keyboard.press('Control+Shift+z');
  await saved(page);
  expect(await revisionOf((await exported(page)).map)).toBe(revision);

  // Wiped, and brought back from its file.
  await keyboard.press('Alt+Shift+L');
  await tabTo(page, page.getByRole('button', { name: /^More for CoachingLive/ }));
  await keyboard.press('Enter');
  const remove = page.getByRole('menuitem', { name: 'Delete' });
  await remove.waitFor();
  await arrowTo(page, 'ArrowDown', () => remove.evaluate((item) => item.matches(':focus')));
  await keyboard.press('Enter');
  await page.getByText('1 map in the bin').waitFor();
  await tabTo(page, page.locator('summary, button').filter({ hasText: '1 map in the bin' }));
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: /^Delete for good: / }));
  await keyboard.press('Enter');
  const sure = page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' });
  await sure.waitFor();
  await tabTo(page, sure);
  await keyboard.press('Enter');
  await expect.poll(() => page.getByRole('button', { name: /^More for / }).count()).toBe(0);
  await tabTo(page, page.getByRole('button', { name: 'Open a file' }));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')]);
  await chooser.setFiles({
    name: 'coachinglive.journey.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await mapOpened(page);
  expect(await revisionOf((await exported(page)).map)).toBe(revision);
}, 180_000);

test('a blank map is begun by a letter, and drawn by Tab from name to name', async () => {
  const { page } = await openApp();
  const { keyboard } = page;
  await tabTo(page, page.getByRole('button', { name: /^Blank map/ }));
  await keyboard.press('Enter');
  await mapOpened(page);
  const start = page.getByRole('button', { name: 'Start with a touchpoint' });
  await expect.poll(() => start.evaluate((one) => one === document.activeElement)).toBe(true);
  await keyboard.press('e');
  const box = page.locator('[data-canvas] textarea');
  for (const name of ['Ad', 'Form', 'Order']) {
    await expect.poll(() => box.evaluateAll(([one]) => one === document.activeElement)).toBe(true);
    await expect.poll(() => box.inputValue()).toBe('');
    await keyboard.type(name);
    await keyboard.press('Tab');
  }
  // The fourth, which got no name, goes again.
  await expect.poll(() => box.evaluateAll(([one]) => one === document.activeElement)).toBe(true);
  await expect.poll(() => box.inputValue()).toBe('');
  await keyboard.press('Escape');
  await expect.poll(() => page.locator('[data-item=touchpoint]').count()).toBe(3);
  await expect.poll(() => page.locator('g[data-item=transition]').count()).toBe(2);
});
