import { cleanup, createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { takeDrafts } from '../../src/controls/drafts';
import { RenameBox, type RenameBoxProps } from '../../src/controls/RenameBox';
import { typedName } from '../../src/controls/useRename';
import { show } from './render';

async function typing(props: Partial<RenameBoxProps> = {}) {
  const calls = { onTake: vi.fn(), onEnd: vi.fn(), around: vi.fn() };
  const { user } = await show(
    <div onKeyDown={calls.around}>
      <RenameBox
        name="Old name"
        label="Name"
        maxLength={20}
        onTake={calls.onTake}
        onEnd={calls.onEnd}
        {...props}
      />
      <button type="button">Beside</button>
    </div>,
  );
  return { ...calls, user, box: screen.getByRole('textbox', { name: 'Name' }) };
}

describe('a name typed in place', () => {
  test('begins with all of it chosen, so that typing replaces it', async () => {
    const { user, box, onTake } = await typing();
    expect(box).toHaveFocus();
    await user.keyboard('New{Enter}');
    expect(onTake).toHaveBeenCalledExactlyOnceWith('New');
  });

  test('is taken by Enter once, although the box is left afterwards', async () => {
    const { user, onTake, onEnd, box } = await typing();
    await user.keyboard('New{Enter}');
    fireEvent.blur(box);
    expect(onTake).toHaveBeenCalledOnce();
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('enter', box);
  });

  test('is taken by leaving the box', async () => {
    const { user, onTake, onEnd, box } = await typing();
    await user.keyboard('New');
    await user.click(screen.getByRole('button', { name: 'Beside' }));
    expect(onTake).toHaveBeenCalledExactlyOnceWith('New');
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('leave', box);
  });

  test('is taken when the page goes away with the box still open', async () => {
    const { user, onTake, onEnd } = await typing();
    await user.keyboard('New');
    takeDrafts();
    expect(onTake).toHaveBeenCalledExactlyOnceWith('New');
    expect(onEnd).not.toHaveBeenCalled();
  });

  test('is given up by Escape, also when the box is left afterwards', async () => {
    const { user, onTake, onEnd, box } = await typing();
    await user.keyboard('New{Escape}');
    fireEvent.blur(box);
    expect(onTake).not.toHaveBeenCalled();
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('escape', box);
  });

  test('is kept by Escape where there was no name before', async () => {
    const { user, onTake, onEnd, box } = await typing({ name: '' });
    await user.keyboard('First{Escape}');
    expect(onTake).toHaveBeenCalledExactlyOnceWith('First');
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('escape', box);
  });

  test('is kept when its view goes while it is typed', async () => {
    const { user, onTake } = await typing();
    await user.keyboard('New');
    cleanup();
    expect(onTake).toHaveBeenCalledExactlyOnceWith('New');
  });

  test('is not reported where it stays the same', async () => {
    const { user, onTake, onEnd } = await typing();
    await user.keyboard(' Old  name {Enter}');
    expect(onTake).not.toHaveBeenCalled();
    expect(onEnd).toHaveBeenCalledOnce();
  });

  test('keeps its keys from what is around it', async () => {
    const { user, around } = await typing();
    await user.keyboard('x{Delete}{Enter}');
    expect(around).not.toHaveBeenCalled();
  });

  test('lets shortcuts through that are none of its own', async () => {
    const { user, around, onEnd } = await typing();
    await user.keyboard('{Control>}s{/Control}{Alt>}1{/Alt}{F6}');
    const heard = around.mock.calls.map((call) => (call[0] as KeyboardEvent).key);
    expect(heard).toEqual(['Control', 's', 'Alt', '1', 'F6']);
    expect(onEnd).not.toHaveBeenCalled();
  });

  test('takes the name by Ctrl+Enter, too, and keeps that from what is around it', async () => {
    const { around, box, onEnd } = await typing();
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('enter', box);
    expect(around).not.toHaveBeenCalled();
  });

  test('does not end while letters are being composed', async () => {
    const { box, onEnd } = await typing();
    const enter = createEvent.keyDown(box, { key: 'Enter', isComposing: true });
    fireEvent(box, enter);
    expect(onEnd).not.toHaveBeenCalled();
  });

  test('goes on by Tab and Shift+Tab only where somebody asks for it', async () => {
    const onTab = vi.fn();
    const { user, onTake, onEnd } = await typing({ onTab });
    await user.keyboard('New{Shift>}{Tab}{/Shift}');
    expect(onTake).toHaveBeenCalledExactlyOnceWith('New');
    expect(onTab).toHaveBeenCalledExactlyOnceWith(-1);
    expect(onEnd).not.toHaveBeenCalled();
  });

  test('is left by Tab like any other box where nobody asks for it', async () => {
    const { user, onEnd, box } = await typing();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Beside' })).toHaveFocus();
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('leave', box);
  });
});

test('in a text of several lines Enter breaks the line and Ctrl+Enter takes it as typed', async () => {
  const { user, onTake } = await typing({ multiline: true, rows: 4 });
  await user.keyboard('One{Enter} two{Control>}{Enter}{/Control}');
  expect(onTake).toHaveBeenCalledExactlyOnceWith('One\n two');
});

test('a typed name is put in one line; one that nobody touched keeps its spaces', () => {
  expect(typedName('Old', ' New   name\n')).toBe('New name');
  expect(typedName('Old ', 'Old ')).toBeNull();
  expect(typedName('Old', 'Old  ')).toBeNull();
});
