import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { Dialog } from '../../src/controls/Dialog';
import { NameField } from '../../src/controls/NameField';
import { show } from './render';

async function field(first = 'Old name') {
  const calls = { onChange: vi.fn(), onEnd: vi.fn(), onOpenChange: vi.fn() };
  let change: (name: string) => void = () => undefined;
  function Held() {
    const [name, setName] = useState(first);
    change = setName;
    const onChange = (next: string) => {
      calls.onChange(next);
      setName(next);
    };
    return (
      <Dialog open title="Around" onOpenChange={calls.onOpenChange}>
        <NameField label="Name" name={name} onChange={onChange} onEnd={calls.onEnd} />
        <button type="button">Beside</button>
      </Dialog>
    );
  }
  const { user } = await show(<Held />);
  const box = screen.getByRole('textbox', { name: 'Name' });
  await user.click(box);
  return { ...calls, user, box, elsewhere: (name: string) => change(name) };
}

describe('a name that always stands in a form', () => {
  test('is written at every keystroke, and stays open after its end', async () => {
    const { user, box, onChange, onEnd } = await field();
    await user.type(box, '!!');
    expect(onChange.mock.calls).toEqual([['Old name!'], ['Old name!!']]);
    expect(onEnd).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('enter', box);
    await user.keyboard('?');
    expect(box).toHaveValue('Old name!!?');
  });

  test('is put in one line by Enter and by leaving the field', async () => {
    const { user, box, onEnd } = await field();
    await user.clear(box);
    await user.type(box, ' New   name {Enter}');
    expect(box).toHaveValue('New name');
    await user.type(box, ' ');
    await user.click(screen.getByRole('button', { name: 'Beside' }));
    expect(box).toHaveValue('New name');
    expect(onEnd).toHaveBeenLastCalledWith('leave', box);
  });

  test('keeps the spaces of a name that nobody touched', async () => {
    const { user, box, onChange } = await field(' Old  name');
    await user.keyboard('{Enter}');
    await user.tab();
    expect(box).toHaveValue(' Old  name');
    expect(onChange).not.toHaveBeenCalled();
  });

  test('is given up by Escape, and only the next Escape closes what is around it', async () => {
    const { user, box, onEnd, onOpenChange } = await field();
    await user.type(box, ' too');
    await user.keyboard('{Escape}');
    expect(box).toHaveValue('Old name');
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('escape', box);
    expect(onOpenChange).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false);
  });

  test('is kept by Escape where there was no name before', async () => {
    const { user, box, onEnd, onOpenChange } = await field('');
    await user.type(box, 'First{Escape}');
    expect(box).toHaveValue('First');
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('escape', box);
    expect(onOpenChange).not.toHaveBeenCalled();
  });

  test('goes back to what Enter has taken, not to what it was before', async () => {
    const { user, box } = await field();
    await user.type(box, ' taken{Enter} or not{Escape}');
    expect(box).toHaveValue('Old name taken');
  });

  test('is no longer its own to give up or put in one line once it was changed elsewhere', async () => {
    const { user, box, elsewhere, onChange } = await field();
    await user.type(box, '!');
    act(() => elsewhere('From  afar'));
    await user.keyboard('{Escape}{Enter}');
    expect(box).toHaveValue('From  afar');
    await user.keyboard('?{Escape}');
    expect(box).toHaveValue('From  afar');
    expect(onChange.mock.calls.map(([name]) => name as string)).toEqual([
      'Old name!',
      'From  afar?',
      'From  afar',
    ]);
  });
});
