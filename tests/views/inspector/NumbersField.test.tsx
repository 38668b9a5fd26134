import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { NumbersField } from '../../../src/views/inspector/fields/LinesField';
import { FULL_MAP } from './fullMap';
import { showMap } from '../showMap';

function Held({ seen }: { readonly seen: (value: unknown) => void }) {
  const [value, setValue] = useState<unknown>([1]);
  return (
    <NumbersField
      spec={{ control: 'numbers', path: ['values'], label: 'field.value' }}
      label="Values"
      hint={undefined}
      value={value}
      write={(next) => {
        seen(next);
        setValue(next);
      }}
    />
  );
}

test('a list of numbers is read like a number, and tells the lines that can be read two ways', async () => {
  const seen = vi.fn();
  const { user } = await showMap(<Held seen={seen} />, FULL_MAP);
  const box = screen.getByLabelText('Values');
  await user.clear(box);
  await user.type(box, '0,025{Enter}1,500{Enter}2.750');
  expect(seen).toHaveBeenLastCalledWith([0.025, 1500, 2.75]);
  expect(box).toHaveAccessibleDescription('= 1,500 not 1.5 = 2.75 not 2,750');
  await user.tab();
  expect(box).toHaveAccessibleDescription('One number a line.');
});

test('two numbers in one line are refused, not joined', async () => {
  const seen = vi.fn();
  const { user } = await showMap(<Held seen={seen} />, FULL_MAP);
  const box = screen.getByLabelText('Values');
  await user.clear(box);
  seen.mockClear();
  await user.paste('1, 2');
  expect(seen).not.toHaveBeenCalled();
  expect(screen.getByRole('alert')).toHaveTextContent('A line cannot be read as a number.');
});
