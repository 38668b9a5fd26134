import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { EmotionPicker } from '../../src/controls/EmotionPicker';
import { isOfSingleKey, keyNames } from '../../src/controls/keyNames';
import { createLanguage } from '../../src/language';
import german from '../../src/language/messages/de.json';
import english from '../../src/language/messages/en.json';
import malayTexts from '../../src/language/messages/ms.json';
import { RatingPicker } from '../../src/controls/RatingPicker';
import { Segmented } from '../../src/controls/Segmented';
import { SplitHandle } from '../../src/controls/SplitHandle';
import { TextField } from '../../src/controls/TextField';
import { show } from './render';

test('Escape restores a text, and only then is left to what is around it', async () => {
  const around = vi.fn();
  function Held() {
    const [value, setValue] = useState('old');
    return <TextField label="Name" value={value} onChange={setValue} />;
  }
  const { user } = await show(<Held />);
  document.addEventListener('keydown', around);
  const box = screen.getByLabelText('Name');
  await user.type(box, '!!');
  around.mockClear();
  await user.keyboard('{Escape}');
  expect(box).toHaveValue('old');
  expect(around).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(around).toHaveBeenCalledOnce();
  document.removeEventListener('keydown', around);
});

test('an emotion is one stop for Tab; arrows choose, the same again unsays it', async () => {
  function Held() {
    const [value, setValue] = useState<number | null>(0);
    return <EmotionPicker label="Emotion" value={value} onChange={setValue} />;
  }
  const { user } = await show(<Held />);
  await user.tab();
  expect(screen.getByRole('radio', { name: 'Neutral' })).toHaveFocus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(screen.getByRole('radio', { name: 'Very good' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: 'Very good' }));
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
});

test('one of a few is one stop for Tab; arrows walk round, and only Space or Enter chooses', async () => {
  const onChange = vi.fn();
  const options = ['map', 'table', 'machine'].map((value) => ({ value, label: value }));
  const { user } = await show(
    <Segmented label="View" options={options} value="table" onChange={onChange} />,
  );
  await user.tab();
  expect(screen.getByRole('radio', { name: 'table', checked: true })).toHaveFocus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(screen.getByRole('radio', { name: 'map' })).toHaveFocus();
  expect(onChange).not.toHaveBeenCalled();
  await user.keyboard(' ');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('map');
});

test('a rating is chosen by key and taken away by Backspace', async () => {
  const seen = vi.fn();
  const { user } = await show(<RatingPicker label="Importance" value={3} onChange={seen} />);
  await user.tab();
  await user.keyboard('{End}');
  expect(seen).toHaveBeenLastCalledWith(5);
  await user.keyboard('{Backspace}');
  expect(seen).toHaveBeenLastCalledWith(null);
});

test('a panel is resized by key, within its limits', async () => {
  const seen = vi.fn();
  const { user } = await show(
    <SplitHandle
      panel="Outline"
      controls="x"
      side="start"
      size={300}
      min={200}
      max={310}
      onResize={seen}
    />,
  );
  screen.getByRole('separator', { name: 'Resize Outline' }).focus();
  await user.keyboard('{ArrowRight}');
  expect(seen).toHaveBeenLastCalledWith(310);
  await user.keyboard('{Home}');
  expect(seen).toHaveBeenLastCalledWith(200);
});

test('shortcuts are shown as the keyboard shows them', () => {
  const { t } = createLanguage({ locale: 'en', tag: 'en-GB' }, english);
  expect(keyNames('Mod+Shift+z', true, t)).toEqual(['⌘', '⇧', 'Z']);
  expect(keyNames('Mod+Shift+z', false, t)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyNames('Mod++', false, t)).toEqual(['Ctrl', '+']);
  expect(keyNames('Shift+Digit1', false, t)).toEqual(['Shift', '1']);
});

test('a shortcut is of a single key with nothing held but Shift', () => {
  expect(['S', 'Shift+F', '?', 'Shift+Digit1', ','].every(isOfSingleKey)).toBe(true);
  expect(['Mod+S', 'Mod++', 'Alt+Shift+P', 'F2', 'Enter', 'Space'].some(isOfSingleKey)).toBe(false);
});

test('keys have the names that are on keyboards of the reader’s language', () => {
  const { t } = createLanguage({ locale: 'de', tag: 'de-DE' }, german);
  expect(keyNames('Mod+Shift+Delete', false, t)).toEqual(['Strg', 'Umschalt', 'Entf']);
  expect(keyNames('Space', false, t)).toEqual(['Leertaste']);
  expect(keyNames('Mod+Shift+Delete', true, t)).toEqual(['⌘', '⇧', '⌦']);
  const malay = createLanguage({ locale: 'ms', tag: 'ms-MY' }, malayTexts).t;
  expect(keyNames('Mod+Shift+Delete', false, malay)).toEqual(['Ctrl', 'Shift', 'Del']);
});
