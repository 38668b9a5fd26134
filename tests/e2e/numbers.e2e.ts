import { expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { checkAccessibility } from './support/accessibility';
import { openApp, takePicture } from './support/app';
import { importMap, withoutFileDialogs } from './support/journey';

test('a number that can be read two ways is told under its field, and nothing moves', async () => {
  const { page } = await openApp({ before: withoutFileDialogs, path: '#/' });
  await importMap(page, newMap({ title: 'Numbers' }));
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  const box = dialog.getByLabel('Customers');
  const height = async () => (await dialog.boundingBox())?.height;
  const before = await height();
  await box.fill('1,500');
  await dialog.getByText('= 1,500', { exact: true }).waitFor();
  expect(await dialog.getByText('not 1.5', { exact: true }).isVisible()).toBe(true);
  expect(await height()).toBe(before);
  await takePicture(page, 'number read');
  await checkAccessibility(page, 'a number with two readings');

  await box.fill('0,025');
  await dialog.getByText('Enter a whole number, for example 12.').waitFor();
  await takePicture(page, 'number refused');
  await box.press('Enter');
  expect(await dialog.isVisible()).toBe(true);
});
