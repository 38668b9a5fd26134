import { render, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { type EarlyText, earlyText } from '../../src/app/shell/earlyText';
import { RenameBox } from '../../src/controls/RenameBox';

const state = { isAsked: false };
let early: EarlyText;
afterEach(() => early.stop());

function Page({ name, isOpen }: { readonly name: string; readonly isOpen: boolean }) {
  const [taken, setTaken] = useState('');
  useEffect(() => {
    early = earlyText(document, () => state.isAsked);
    return () => early.stop();
  }, []);
  return isOpen ? (
    <RenameBox name={name} label="name" maxLength={200} onTake={setTaken} onEnd={() => undefined} />
  ) : (
    <p>{taken}</p>
  );
}

function show(name: string) {
  state.isAsked = false;
  const { rerender } = render(<Page name={name} isOpen={false} />);
  return {
    opens: async () => {
      rerender(<Page name={name} isOpen />);
      await Promise.resolve();
      return screen.getByLabelText<HTMLInputElement>('name');
    },
    press: (key: string, more: object = {}) =>
      early.take(
        {
          key,
          code: '',
          ctrlKey: false,
          metaKey: false,
          altKey: false,
          shiftKey: false,
          target: null,
          ...more,
        },
        false,
      ),
  };
}

test('what is typed before the box is there stands in it', async () => {
  const { opens, press } = show('');
  state.isAsked = true;
  expect(Array.from('Chekx', (key) => press(key))).toEqual([true, true, true, true, true]);
  press('Backspace');
  press('é');
  expect((await opens()).value).toBe('Cheké');
});

test('it takes the place of the name that was there, as typing does', async () => {
  const { opens, press } = show('Old name');
  state.isAsked = true;
  press('N');
  press('ew'.charAt(0));
  expect((await opens()).value).toBe('Ne');
});

test('what acts on the selection is kept from it meanwhile, and shortcuts are not text', () => {
  const { press } = show('');
  state.isAsked = true;
  expect([press('Delete'), press('Backspace'), press('Enter')]).toEqual([true, true, true]);
  expect([press('Escape'), press('z', { ctrlKey: true }), press('F2')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('nothing is kept where no name is asked for, nor of what a field takes itself', async () => {
  const { opens, press } = show('Name');
  expect(press('a')).toBe(false);
  state.isAsked = true;
  press('b');
  state.isAsked = false;
  const field = await opens();
  expect(field.value).toBe('Name');
  state.isAsked = true;
  expect(press('c', { target: field })).toBe(false);
});
