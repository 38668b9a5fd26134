import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
// Fetched when it is first needed: here it is beforehand, so that no test waits for a file.
import '../../../src/controls/ContextMenuLayer';
import { COMMANDS } from '../../support/commands';
import { RecordHead } from '../../../src/views/inspector/RecordHead';
import { HolderProvider } from '../../../src/views/inspector/fields/holder';
import { RecordLists } from '../../../src/views/outline/RecordLists';
import { showMap } from '../showMap';
import { ID, shop } from '../table/shop';

describe('the records of the outline', () => {
  test('a new one opens its list and waits for its name', async () => {
    const { user, map } = await showMap(<RecordLists />, shop());
    expect(screen.getByRole('button', { name: /^Campaigns/ })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    await user.click(screen.getByRole('button', { name: 'New campaign' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await user.keyboard('Reminder{Enter}');
    expect(Object.values(map().campaigns).map(({ name }) => name)).toEqual(['Reminder']);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Reminder' })).toHaveFocus());
  });

  test('a new note has what is typed as its text', async () => {
    const { user, map } = await showMap(<RecordLists />, shop());
    await user.click(screen.getByRole('button', { name: 'New note' }));
    await user.keyboard('Ask Ann{Enter}');
    const [note] = Object.values(map().notes);
    expect(note).toMatchObject({ text: 'Ask Ann' });
    expect(note).not.toHaveProperty('name');
  });

  test('are renamed and deleted by key and by menu', async () => {
    const { user, map } = await showMap(<RecordLists />, shop());
    await user.click(screen.getByRole('button', { name: 'Bea' }));
    await user.keyboard('{F2}Ann{Enter}');
    expect(map().personas[ID.bea]?.name).toBe('Ann');
    // With the next frame the line has the keyboard again; it would close a menu that is open by then.
    await waitFor(() => expect(screen.getByRole('button', { name: 'Ann' })).toHaveFocus());
    fireEvent.contextMenu(screen.getByRole('button', { name: 'Ann' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Delete/ }));
    await waitFor(() => expect(map().personas).toEqual({}));
  });
});

test('a record made by a command opens its list here, and is named in the inspector', async () => {
  const toggled: string[] = [];
  const shell = { toggle: (panel: string) => void toggled.push(panel) };
  const { editor } = await showMap(<RecordLists />, shop(), shell);
  const insert = COMMANDS.find(({ id }) => id === 'insert.kpis');
  await insert?.run({
    editor,
    state: editor.store.getState(),
    canvas: null,
    shell: { isShown: () => false, ...shell } as never,
  });
  expect(toggled).toEqual(['inspector']);
  const [target] = editor.store.getState().selection;
  expect(editor.store.getState().renaming).toEqual({ ...target, at: 'inspector' });
  expect(await screen.findByRole('button', { name: /^KPIs/, expanded: true })).toBeVisible();
});

test('the inspector gives a name that is asked for the keyboard, once', async () => {
  const target = { collection: 'personas', id: ID.bea } as const;
  const { editor } = await showMap(
    <HolderProvider holder={{ ...target, base: [] }}>
      <RecordHead {...target} />
    </HolderProvider>,
    shop(),
  );
  expect(screen.getByRole('textbox')).not.toHaveFocus();
  editor.rename(target, 'inspector');
  await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus());
  expect(editor.store.getState().renaming).toBeNull();
});
