import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TitleField } from '../../src/app/shell/TitleField';
import { newMap } from '../../src/map/records';
import { showMap } from '../views/showMap';

async function titled(title: string) {
  const shown = await showMap(<TitleField />, newMap({ title }));
  const box = screen.getByRole('textbox', { name: 'Title of the map' });
  await shown.user.click(box);
  return { ...shown, box };
}

test('the title is changed as it is typed; Enter takes it and leaves the field', async () => {
  const { user, editor, map, box } = await titled('Shop');
  await user.keyboard(' 2');
  expect(map().title).toBe('Shop 2');
  await user.keyboard(' {Enter}');
  expect(map().title).toBe('Shop 2');
  expect(box).not.toHaveFocus();
  editor.undo();
  expect(map().title).toBe('Shop');
  expect(editor.store.getState().canUndo).toBeNull();
});

test('Escape puts the title back, but keeps a first one', async () => {
  const { user, map, box } = await titled('');
  await user.keyboard('Shop{Escape}');
  expect(map().title).toBe('Shop');
  await user.type(box, ' 2{Escape}');
  expect(map().title).toBe('Shop');
  await user.tab();
  expect(map().title).toBe('Shop');
});
