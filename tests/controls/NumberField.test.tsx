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

const readAs = () =>
  Array.from(document.querySelectorAll('[aria-live=polite]'), (place) => place.textContent).join(
    '',
  );

test.each([
  ['de', '0.005', 0.005, ''],
  ['en', '0,025', 0.025, ''],
  ['en', '1,500', 1500, '= 1,500 not 1.5'],
  ['de', '1.500', 1500, '= 1.500 nicht 1,5'],
  ['de', '1,500', 1.5, '= 1,5 nicht 1.500'],
  ['ms', 'RM 1,500', 1500, '= 1,500 bukan 1.5'],
  ['de', '1.500,00 €', 1500, ''],
  ['en', '1 500', 1500, ''],
] as const)('%s: typing %s gives %d and says "%s"', async (locale, text, value, said) => {
  const seen = vi.fn();
  const { user } = await show(<Held seen={seen} />, locale);
  const box = screen.getByLabelText('Cost');
  await user.clear(box);
  await user.type(box, text);
  expect(seen).toHaveBeenLastCalledWith(value);
  expect(readAs()).toBe(said);
  await user.tab();
  expect(readAs()).toBe('');
  expect(box).toHaveValue(String(value).replace('.', locale === 'de' ? ',' : '.'));
});

test('the place where a reading appears is there before, for screen readers', async () => {
  const { user } = await show(<Held />);
  const place = document.querySelector('[aria-live=polite]');
  expect(place).toBeEmptyDOMElement();
  await user.clear(screen.getByLabelText('Cost'));
  await user.paste('2,750');
  expect(place).toHaveTextContent('= 2,750 not 2.75');
});

test('a number out of range says how it was read as well', async () => {
  const { user } = await show(<Held percent start={0} />, 'de');
  const box = screen.getByLabelText('Cost');
  await user.clear(box);
  await user.type(box, '1.500');
  expect(screen.getByRole('alert')).toHaveTextContent('Geben Sie eine Zahl von 0 bis 100 ein.');
  expect(readAs()).toBe('= 1.500 nicht 1,5');
});

test('a percent sign says what it means only where the field is not in percent', async () => {
  const { user, unmount } = await show(<Held />);
  await user.clear(screen.getByLabelText('Cost'));
  await user.type(screen.getByLabelText('Cost'), '25%');
  expect(readAs()).toBe('= 25 not 0.25');
  unmount();
  const seen = vi.fn();
  await show(<Held percent start={0} seen={seen} />);
  await user.clear(screen.getByLabelText('Cost'));
  await user.type(screen.getByLabelText('Cost'), '25 %');
  expect(seen).toHaveBeenLastCalledWith(0.25);
  expect(readAs()).toBe('');
});

test('its own unit may be typed along', async () => {
  const seen = vi.fn();
  const { user } = await show(<Held unit="days" seen={seen} />);
  await user.clear(screen.getByLabelText('Cost'));
  await user.type(screen.getByLabelText('Cost'), '14 days');
  expect(seen).toHaveBeenLastCalledWith(14);
  expect(screen.getByLabelText('Cost')).toBeValid();
});

test.each(['1.5k', '12\t500', '12\n500\n', '5 apples', '1.2.3'])(
  'pasting %j is refused with a sentence and changes nothing',
  async (text) => {
    const seen = vi.fn();
    const { user } = await show(<Held seen={seen} />);
    const box = screen.getByLabelText('Cost');
    await user.click(box);
    await user.paste(text);
    expect(seen).not.toHaveBeenCalled();
    expect(screen.getByRole('alert')).toHaveTextContent('Enter a number, for example 12.5.');
    await user.tab();
    expect(box).toBeInvalid();
  },
);

test('pasting a cell of a spreadsheet with its line break is read', async () => {
  const seen = vi.fn();
  const { user } = await show(<Held seen={seen} />, 'de');
  await user.click(screen.getByLabelText('Cost'));
  await user.paste('\u00A01.234,50\u00A0€\r\n');
  expect(seen).toHaveBeenLastCalledWith(1234.5);
});

test('a form does not go on with the last number that could be read', async () => {
  const submit = vi.fn();
  const { user } = await show(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Held />
      <button>Start</button>
    </form>,
  );
  const box = screen.getByLabelText('Cost');
  await user.clear(box);
  await user.type(box, '1.5k{Enter}');
  await user.click(screen.getByRole('button'));
  expect(submit).not.toHaveBeenCalled();
  await user.clear(box);
  await user.type(box, '1500{Enter}');
  expect(submit).toHaveBeenCalledOnce();
});

test('a field for whole numbers asks for one', async () => {
  const seen = vi.fn();
  const { user } = await show(<Held integer seen={seen} />, 'de');
  await user.clear(screen.getByLabelText('Cost'));
  seen.mockClear();
  await user.type(screen.getByLabelText('Cost'), '0.005');
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Geben Sie eine ganze Zahl ein, zum Beispiel 12.',
  );
  expect(seen).not.toHaveBeenCalledWith(5);
});
