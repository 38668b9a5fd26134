import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import { pasteNames } from '../../src/app/shell/pasteNames';
import { copied } from '../../src/editing/commands/clipboard';
import { ID, journey } from '../canvas/hand';

function Fields() {
  useEffect(() => pasteNames(document), []);
  const [name, setName] = useState('My card');
  return (
    <>
      <input aria-label="name" value={name} onChange={(event) => setName(event.target.value)} />
      <textarea aria-label="text" defaultValue="" />
    </>
  );
}

function showFields() {
  render(<Fields />);
  const paste = (label: string, text: string) => {
    const field = screen.getByLabelText<HTMLInputElement>(label);
    const event = createEvent.paste(field, { clipboardData: { getData: () => text } });
    fireEvent(field, event);
    return { field, isTaken: event.defaultPrevented };
  };
  return paste;
}

const cards = copied(journey(), [
  { collection: 'touchpoints', id: ID.ad },
  { collection: 'touchpoints', id: ID.form },
])!;

test('cards pasted into a field give their names, where the caret is', () => {
  const paste = showFields();
  const field = screen.getByLabelText<HTMLInputElement>('name');
  field.setSelectionRange(3, 7);
  expect(paste('name', cards).field.value).toBe('My Ad, Form');
  expect(paste('text', cards).field.value).toBe('Ad\nForm');
});

test('any other text is left to the field', () => {
  const paste = showFields();
  const { field, isTaken } = paste('name', 'Ad');
  expect(isTaken).toBe(false);
  expect(field.value).toBe('My card');
});
