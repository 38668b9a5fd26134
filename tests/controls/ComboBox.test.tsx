import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { ComboBox } from '../../src/controls/ComboBox';
import { MultiComboBox } from '../../src/controls/MultiComboBox';
import { show } from './render';

const options = [
  { id: 'a', label: 'Sign-up form', hint: 'Awareness' },
  { id: 'b', label: 'Trial starts', hint: 'Consideration' },
  { id: 'c', label: 'Überraschung', hint: 'Onboarding', disabled: true },
  { id: 'd', label: 'Trial ends', hint: 'Conversion' },
];

function One({ seen }: { seen: (id: string | null) => void }) {
  const [value, setValue] = useState<string | null>('a');
  return (
    <ComboBox
      label="Leads to"
      options={options}
      clearable
      value={value}
      onChange={(id) => {
        seen(id);
        setValue(id);
      }}
    />
  );
}

test('typing narrows, arrows move, Enter chooses', async () => {
  const seen = vi.fn();
  const { user } = await show(<One seen={seen} />);
  const box = screen.getByRole('combobox', { name: 'Leads to' });
  expect(box).toHaveValue('Sign-up form');
  await user.click(box);
  await user.type(box, 'trial');
  expect(screen.getAllByRole('option')).toHaveLength(2);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(seen).toHaveBeenCalledWith('d');
  expect(box).toHaveValue('Trial ends');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('marks need not be typed, and what is disabled cannot be chosen', async () => {
  const seen = vi.fn();
  const { user } = await show(<One seen={seen} />);
  const box = screen.getByRole('combobox');
  await user.type(box, 'uberr{Enter}');
  expect(screen.getByRole('option')).toHaveTextContent('Überraschung');
  expect(seen).not.toHaveBeenCalled();
});

test('Escape closes the list and keeps the choice', async () => {
  const seen = vi.fn();
  const { user } = await show(<One seen={seen} />);
  const box = screen.getByRole('combobox');
  await user.type(box, 'trial{Escape}');
  expect(box).toHaveValue('Sign-up form');
  expect(box).toHaveAttribute('aria-expanded', 'false');
  expect(seen).not.toHaveBeenCalled();
});

test('the choice can be taken back', async () => {
  const seen = vi.fn();
  const { user } = await show(<One seen={seen} />);
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(seen).toHaveBeenCalledWith(null);
});

function Many() {
  const [value, setValue] = useState<string[]>(['a']);
  return <MultiComboBox label="Touchpoints" options={options} value={value} onChange={setValue} />;
}

test('several are chips: the list stays open, Backspace and their buttons take them away', async () => {
  const { user } = await show(<Many />);
  const box = screen.getByRole('combobox', { name: 'Touchpoints' });
  await user.type(box, 'trial{Enter}');
  expect(screen.getByRole('button', { name: 'Remove Trial starts' })).toBeVisible();
  expect(box).toHaveAttribute('aria-expanded', 'true');
  await user.keyboard('{Backspace}');
  expect(screen.queryByRole('button', { name: 'Remove Trial starts' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Remove Sign-up form' }));
  expect(screen.queryByRole('button')).toBeNull();
});

test('an arrow opens the list, and behind the last option comes the first', async () => {
  const { user } = await show(<One seen={vi.fn()} />);
  const box = screen.getByRole('combobox');
  const active = () => document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
  await user.tab();
  await user.keyboard('{ArrowDown}');
  expect(box).toHaveAttribute('aria-expanded', 'true');
  expect(box).toHaveFocus();
  await user.keyboard('{ArrowUp}');
  expect(active()).toHaveTextContent('Trial ends');
  await user.keyboard('{ArrowDown}');
  expect(active()).toHaveTextContent('Sign-up form');
  await user.keyboard('{Tab}');
  expect(box).toHaveAttribute('aria-expanded', 'false');
});

test('text that is no option makes a new one, and Escape is kept from what is around', async () => {
  const created = vi.fn();
  const around = vi.fn();
  const { user } = await show(
    <div onKeyDown={({ key }) => void around(key)}>
      <ComboBox
        label="Leads to"
        options={options}
        value={null}
        onChange={() => undefined}
        onCreate={created}
      />
    </div>,
  );
  const box = screen.getByRole('combobox');
  await user.type(box, ' Survey {Enter}');
  expect(created).toHaveBeenCalledExactlyOnceWith('Survey');
  expect(box).toHaveAttribute('aria-expanded', 'false');
  await user.click(box);
  around.mockClear();
  await user.keyboard('{Escape}');
  expect(around).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(around).toHaveBeenCalledExactlyOnceWith('Escape');
});
