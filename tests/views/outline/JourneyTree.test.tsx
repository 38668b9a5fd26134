import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { ShellPort } from '../../../src/editing/commands/command';
import { outgoingOf } from '../../../src/map/records';
import { JourneyTable } from '../../../src/views/table/JourneyTable';
import { JourneyTree } from '../../../src/views/outline/JourneyTree';
import { showMap } from '../showMap';
import { ID, shop } from '../table/shop';

const line = (name: string) => screen.getByRole('treeitem', { name });

/** The tree beside another view, as the screen has it. */
const showBoth = () =>
  showMap(
    <>
      <JourneyTree />
      <JourneyTable run={null} />
    </>,
    shop(),
  );

describe('a name', () => {
  test('is typed where one began to type it, and in no other place', async () => {
    const { user, editor, map } = await showBoth();
    await user.click(line('Form'));
    await user.keyboard('{F2}');
    expect(screen.getAllByRole('textbox', { name: 'Name' })).toHaveLength(1);
    expect(screen.getByRole('tree')).toContainElement(screen.getByRole('textbox'));
    await user.clear(screen.getByRole('textbox'));
    await user.keyboard('Sign up{Enter}');
    expect(map().touchpoints[ID.form]?.name).toBe('Sign up');
    expect(line('Sign up')).toHaveFocus();

    act(() => editor.rename({ collection: 'touchpoints', id: ID.form }));
    expect(screen.getByRole('grid')).toContainElement(screen.getByRole('textbox'));
    expect(screen.getByRole('tree')).not.toContainElement(screen.getByRole('textbox'));
  });
});

const tree = (shell?: Partial<ShellPort>) => showMap(<JourneyTree />, shop(), shell);
const lines = () => screen.getAllByRole('treeitem').map(({ textContent }) => textContent);

describe('the edits of the canvas, by their keys', () => {
  test('the next touchpoint is made behind a line, named there, and has the keyboard', async () => {
    const { user, map } = await tree();
    await user.click(line('Form'));
    await user.keyboard('{Control>}{ArrowRight}{/Control}Check{Enter}');
    expect(line('Check')).toHaveFocus();
    const [transition] = outgoingOf(map(), ID.form).slice(-1);
    expect(map().touchpoints[transition?.[1].to ?? '']).toMatchObject({
      name: 'Check',
      stage: ID.buy,
    });
  });

  test('a line is put earlier, and a stage too', async () => {
    const { user } = await tree();
    await user.click(line('Paid'));
    await user.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
    expect(lines()).toEqual(['See', 'Ad', 'Buy', 'Paid', 'Form']);
    await user.click(line('Buy'));
    await user.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
    expect(lines()).toEqual(['Buy', 'Paid', 'Form', 'See', 'Ad']);
  });

  test('a touchpoint made at a stage stands at its end', async () => {
    const { user } = await tree();
    await user.click(line('See'));
    await user.keyboard('t');
    await user.keyboard('Blog{Enter}');
    expect(lines()).toEqual(['See', 'Ad', 'Blog', 'Buy', 'Form', 'Paid']);
  });

  test('what is deleted leaves the keyboard to the line that follows', async () => {
    const { user } = await tree();
    await user.click(line('Form'));
    await user.keyboard('{Delete}');
    expect(lines()).toEqual(['See', 'Ad', 'Buy', 'Paid']);
    await waitFor(() => expect(line('Paid')).toHaveFocus());
  });

  test('copies go by the clipboard into the stage that is chosen', async () => {
    let clipboard = '';
    const { user } = await tree({
      writeClipboard: (text) => Promise.resolve(void (clipboard = text)),
      readClipboard: () => Promise.resolve(clipboard),
    });
    await user.click(line('Ad'));
    await user.keyboard('{Control>}c{/Control}');
    await user.click(line('Buy'));
    await user.keyboard('{Control>}v{/Control}');
    await waitFor(() => expect(lines()).toEqual(['See', 'Ad', 'Buy', 'Form', 'Paid', 'Ad']));
    await user.click(line('Form'));
    await user.keyboard('{Control>}d{/Control}');
    expect(lines()).toHaveLength(7);
  });

  test('connecting and moving to a stage ask where to', async () => {
    const open = vi.fn();
    const { user } = await tree({ open });
    await user.click(line('Ad'));
    await user.keyboard('c');
    expect(open).toHaveBeenLastCalledWith('connect');
    fireEvent.contextMenu(line('Ad'));
    await user.click(await screen.findByRole('menuitem', { name: 'Move to stage …' }));
    expect(open).toHaveBeenLastCalledWith('moveTo');
  });

  test('arrows alone still walk the lines', async () => {
    const { user, map } = await tree();
    const before = map();
    await user.click(line('See'));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(line('Form')).toHaveFocus();
    expect(map()).toBe(before);
  });
});

describe('the menu of a line', () => {
  test('is that of the canvas, for the line it was asked for, and renames in place', async () => {
    const { user, map } = await tree();
    await user.click(line('Ad'));
    fireEvent.contextMenu(line('Form'));
    await user.click(await screen.findByRole('menuitem', { name: /^Rename/ }));
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus());
    await user.keyboard('Sign up{Enter}');
    expect(map().touchpoints[ID.form]?.name).toBe('Sign up');
    expect(map().touchpoints[ID.ad]?.name).toBe('Ad');
  });
});
