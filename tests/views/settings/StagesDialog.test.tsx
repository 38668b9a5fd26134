import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { newMap } from '../../../src/map/records';
import { StagesDialog } from '../../../src/views/settings/StagesDialog';
import { showMap } from '../showMap';
import { shop } from '../table/shop';

const dialog = (map = shop()) => showMap(<StagesDialog onClose={() => undefined} />, map);
const names = () => screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value);
const button = (name: string) => screen.getByRole('button', { name });

test('stages are moved by their arrows, which end at the first and the last', async () => {
  const { user, editor } = await dialog();
  expect(names()).toEqual(['See', 'Buy']);
  expect(button('Move See earlier')).toBeDisabled();
  await user.click(button('Move See later'));
  expect(names()).toEqual(['Buy', 'See']);
  expect(button('Move See later')).toBeDisabled();
  expect(editor.store.getState().announcement).toMatchObject({ values: { name: 'See', place: 2 } });
});

test('a name typed in the list is one step to undo', async () => {
  const { user, editor, map } = await dialog();
  await user.type(screen.getByLabelText('Name of stage 1'), ' first{Enter}');
  expect(Object.values(map().stages).map(({ name }) => name)).toContain('See first');
  editor.undo();
  expect(Object.values(map().stages).map(({ name }) => name)).toContain('See');
  expect(editor.store.getState().canUndo).toBeNull();
});

test('Escape gives up the name that is typed, and the dialog stays', async () => {
  const { user, map } = await dialog();
  await user.type(screen.getByLabelText('Name of stage 1'), ' first{Escape}');
  expect(names()).toEqual(['See', 'Buy']);
  expect(Object.values(map().stages).map(({ name }) => name)).not.toContain('See first');
});

test('a stage without a name is called by its kind', async () => {
  const { user, editor } = await dialog();
  await user.clear(screen.getByLabelText('Name of stage 1'));
  await user.click(button('Move Unnamed stage later'));
  expect(editor.store.getState().announcement).toMatchObject({
    values: { name: 'Unnamed stage', place: 2 },
  });
});

test('a deleted stage leaves its touchpoints unsorted', async () => {
  const { user, map } = await dialog();
  await user.click(button('Delete Buy'));
  expect(names()).toEqual(['See']);
  expect(Object.values(map().touchpoints).filter(({ stage }) => stage === null)).toHaveLength(2);
});

test('a new stage stands at the end, and its name is typed next', async () => {
  const { user } = await dialog(newMap({}));
  expect(screen.getByText('No stages yet')).toBeInTheDocument();
  await user.click(button('Add a stage'));
  await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('Name of stage 1'));
  await user.keyboard('Aware');
  expect(names()).toEqual(['Aware']);
});
