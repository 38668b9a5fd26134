import { createEvent, fireEvent, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { ComboBox } from '../../src/controls/ComboBox';
import { Dialog } from '../../src/controls/Dialog';
import { MultiComboBox } from '../../src/controls/MultiComboBox';
import { NameField } from '../../src/controls/NameField';
import { NumberField } from '../../src/controls/NumberField';
import { Popover } from '../../src/controls/Popover';
import { RenameBox } from '../../src/controls/RenameBox';
import { SearchField } from '../../src/controls/SearchField';
import { TextArea } from '../../src/controls/TextArea';
import { TextField } from '../../src/controls/TextField';
import { show } from './render';

/** How browsers tell that the input method has a key; Safari with the key code alone. */
const SIGNS = { isComposing: { isComposing: true }, 'key code 229': { keyCode: 229 } };
const KEYS = ['Enter', 'Escape', 'Tab', 'ArrowDown', 'ArrowUp', 'Backspace'];

const nothing = () => undefined;
const OPTIONS = [
  { id: 'a', label: 'Alpha' },
  { id: 'b', label: 'Beta' },
];

/** Each kind of field, with what it calls when one of its keys does something. */
const FIELDS: Readonly<Record<string, (done: () => void) => ReactElement>> = {
  'a name in one line': (done) => (
    <RenameBox label="Field" name="x" maxLength={9} onTake={done} onEnd={done} onTab={done} />
  ),
  'a name of several lines': (done) => (
    <RenameBox label="Field" name="x" maxLength={9} rows={2} multiline onTake={done} onEnd={done} />
  ),
  'a name that is always open': (done) => (
    <NameField label="Field" name="x" onChange={done} onEnd={done} />
  ),
  'a text field': (done) => (
    <TextField label="Field" value="x" onChange={nothing} onCommit={done} />
  ),
  'a text area': (done) => <TextArea label="Field" value="x" onChange={nothing} onCommit={done} />,
  'a number field': (done) => <NumberField label="Field" value={5} onChange={done} />,
  'a search field': (done) => <SearchField label="Field" value="x" onChange={done} />,
  'a combo box': (done) => (
    <ComboBox label="Field" options={OPTIONS} value={null} onChange={done} onCreate={done} />
  ),
  'a combo box for several': (done) => (
    <MultiComboBox label="Field" options={OPTIONS} value={['a']} onChange={done} onCreate={done} />
  ),
};

describe.each(Object.entries(SIGNS))('a key with %s', (_name, sign) => {
  test.each(Object.entries(FIELDS))('does nothing in %s', async (_field, element) => {
    const done = vi.fn();
    await show(element(done));
    const box = screen.getByLabelText('Field');
    box.focus();
    for (const key of KEYS) {
      const event = createEvent.keyDown(box, { key, ...sign });
      fireEvent(box, event);
      expect(event.defaultPrevented, key).toBe(false);
    }
    expect(done).not.toHaveBeenCalled();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('chooses nothing in the open list of a combo box, and leaves it open', async () => {
    const done = vi.fn();
    const { user } = await show(
      <ComboBox label="Field" options={OPTIONS} value={null} onChange={done} />,
    );
    const box = screen.getByLabelText('Field');
    await user.click(box);
    await user.type(box, 'b');
    await screen.findByRole('option', { name: 'Beta' });
    for (const key of KEYS) fireEvent.keyDown(box, { key, ...sign });
    expect(done).not.toHaveBeenCalled();
    expect(screen.getByRole('listbox')).toBeVisible();
  });

  test.each([
    [
      'a dialog',
      <Dialog key="dialog" open title="Layer" onOpenChange={nothing}>
        <TextField label="Field" value="x" onChange={nothing} />
      </Dialog>,
    ],
    [
      'a popover',
      <Popover key="popover" open label="Layer" trigger={<button type="button">Open</button>}>
        <TextField label="Field" value="x" onChange={nothing} />
      </Popover>,
    ],
  ])('does not close %s', async (_name, layer) => {
    const onOpenChange = vi.fn();
    await show({ ...layer, props: { ...layer.props, onOpenChange } } as ReactElement);
    fireEvent.keyDown(screen.getByLabelText('Field'), { key: 'Escape', ...sign });
    expect(onOpenChange).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByLabelText('Field'), { key: 'Escape' });
    expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false);
  });
});
