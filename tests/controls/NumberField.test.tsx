import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { NumberField, PercentField, type NumberFieldProps } from '../../src/controls/NumberField';
import { show } from './render';

type Settings = Partial<NumberFieldProps> & {
  start?: number | null;
  seen?: (n: number | null) => void;
};

function Held({ start = 5, seen, percent, ...props }: Settings & { percent?: boolean }) {
  const [value, setValue] = useState<number | null>(start);
  const Shown = percent ? PercentField : NumberField;
  return (
    <Shown
      label="Cost"
      {...props}
      value={value}
      onChange={(next) => {
        seen?.(next);
        setValue(next);
      }}
    />
  );
}

test('reads and writes numbers as Germans do', async () => {
  const seen = vi.fn();
  const { user } = await show(<Held start={1234.5} seen={seen} />, 'de');
  const box = screen.getByLabelText('Cost');
  expect(box).toHaveValue('1234,5');
  await user.clear(box);
  await user.type(box, '1.234,75');
  expect(seen).toHaveBeenLastCalledWith(1234.75);
  await user.tab();
  expect(box).toHaveValue('1234,75');
});

test('empty is null', async () => {
  const seen = vi.fn();
  const { user } = await show(<Held seen={seen} />);
  await user.clear(screen.getByLabelText('Cost'));
  expect(seen).toHaveBeenLastCalledWith(null);
});

test('Escape restores what the field held, in the map too', async () => {
  const seen = vi.fn();
  const { user } = await show(<Held seen={seen} />);
  const box = screen.getByLabelText('Cost');
  await user.clear(box);
  await user.type(box, '77{Escape}');
  expect(box).toHaveValue('5');
  expect(seen).toHaveBeenLastCalledWith(5);
});

test('arrow keys step, ten times with Shift, and stop at the limits', async () => {
  const { user } = await show(<Held min={0} max={12} />);
  const box = screen.getByLabelText('Cost');
  box.focus();
  await user.keyboard('{ArrowUp}');
  expect(box).toHaveValue('6');
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
  expect(box).toHaveValue('12');
});

test('what is no number, or out of range, changes nothing and says what to type', async () => {
  const seen = vi.fn();
  const { user } = await show(<Held seen={seen} min={0} max={10} />);
  const box = screen.getByLabelText('Cost');
  await user.clear(box);
  seen.mockClear();
  await user.type(box, 'x');
  expect(screen.getByRole('alert')).toHaveTextContent('Enter a number, for example 12.5.');
  await user.clear(box);
  await user.type(box, '99');
  expect(box).toBeInvalid();
  expect(seen).not.toHaveBeenCalledWith(99);
  await user.tab();
  expect(box).toHaveValue('99');
});

test('a percentage is typed as one and kept as a proportion', async () => {
  const seen = vi.fn();
  const { user } = await show(<Held percent start={0.07} seen={seen} />);
  const box = screen.getByLabelText('Cost');
  expect(box).toHaveValue('7');
  await user.clear(box);
  await user.type(box, '35.4');
  expect(seen).toHaveBeenLastCalledWith(0.354);
});
