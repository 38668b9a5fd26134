import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { SingleKeysContext } from '../../../src/controls/singleKeys';
import { HelpDialog } from '../../../src/views/palette/HelpDialog';
import { showMap } from '../showMap';
import { shop } from '../table/shop';

function Help() {
  const [areOn, turn] = useState(true);
  return (
    <SingleKeysContext value={{ areOn, turn }}>
      <HelpDialog onClose={vi.fn()} />
    </SingleKeysContext>
  );
}
const terms = () => screen.queryAllByRole('term').map(({ textContent }) => textContent);
const headings = () =>
  screen.queryAllByRole('heading', { level: 3 }).map((each) => each.textContent);

test('all groups of shortcuts are there, and a filter leaves those whose words or keys it has', async () => {
  const { user } = await showMap(<Help />, shop());
  expect(headings().length).toBeGreaterThanOrEqual(8);
  const field = screen.getByRole('searchbox', { name: 'Find a shortcut' });
  await user.type(field, 'undo');
  expect(terms()).toEqual(['Undo']);
  await user.clear(field);
  await user.type(field, 'f2');
  expect(terms()).toEqual(['Rename']);
  await user.clear(field);
  await user.type(field, 'qqq');
  expect(terms()).toEqual([]);
  expect(screen.getByText('No shortcut has these words.')).toBeVisible();
});

test('shortcuts of a single key are left out while they are turned off', async () => {
  const { user } = await showMap(<Help />, shop());
  const all = terms();
  expect(all).toContain('Select');
  await user.click(screen.getByRole('switch', { name: 'Shortcuts of a single key' }));
  expect(terms()).not.toContain('Select');
  expect(terms()).toContain('Undo');
  expect(terms().length).toBeLessThan(all.length);
});
