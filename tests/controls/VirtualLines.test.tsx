import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { VirtualLines } from '../../src/controls/VirtualLines';

const ITEMS = Array.from({ length: 2000 }, (_, index) => `Line ${index}`);
const itself = (item: string) => item;

function List({ kept = [] }: { readonly kept?: readonly string[] }) {
  return (
    <VirtualLines items={ITEMS} keyOf={itself} estimate={28} kept={kept}>
      {(item) => <button type="button">{item}</button>}
    </VirtualLines>
  );
}
const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const line = (index: number) => screen.getByRole('button', { name: `Line ${index}` });

test('of a long list only the lines in sight and a few beyond are mounted', () => {
  const { container } = render(<List />);
  expect(names().slice(0, 3)).toEqual(['Line 0', 'Line 1', 'Line 2']);
  expect(names().length).toBeLessThan(60);
  const lines = container.querySelector<HTMLElement>('[role=presentation]');
  expect(lines?.style.getPropertyValue('--height')).toBe(`${2000 * 28}px`);
});

test('a line to keep is mounted in its place, in order, whatever is in sight', () => {
  const { rerender } = render(<List kept={['Line 1500', 'gone']} />);
  expect(names().at(-1)).toBe('Line 1500');
  const place = line(1500).closest<HTMLElement>('[data-index]');
  expect(place?.style.getPropertyValue('--start')).toBe(`${1500 * 28}px`);
  rerender(<List />);
  expect(names()).not.toContain('Line 1500');
});

test('the line with the keyboard stays mounted, with the neighbours that Tab goes to', () => {
  const { rerender } = render(<List kept={['Line 700']} />);
  act(() => line(700).focus());
  rerender(<List />);
  expect(names().slice(-3)).toEqual(['Line 699', 'Line 700', 'Line 701']);
  act(() => line(700).blur());
  expect(names()).not.toContain('Line 700');
});
