import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { VirtualGrid } from '../../src/controls/VirtualGrid';

const ITEMS = Array.from({ length: 1000 }, (_, index) => `Map ${index}`);
const itself = (item: string) => item;

function Grid() {
  return (
    <VirtualGrid items={ITEMS} keyOf={itself} estimate={280} className="grid">
      {(item) => <a href="#/">{item}</a>}
    </VirtualGrid>
  );
}

/** The browser resolves the tracks of a grid that is laid out to lengths. */
function laidOutIn(tracks: string) {
  const real = getComputedStyle;
  vi.spyOn(globalThis, 'getComputedStyle').mockImplementation((element) => {
    const style = real(element);
    if (!element.classList.contains('grid')) return style;
    return new Proxy(style, {
      get: (target, key) =>
        key === 'gridTemplateColumns' ? tracks : (Reflect.get(target, key) as unknown),
    });
  });
}

test('of a thousand items those in sight are mounted, as many side by side as the grid has tracks', () => {
  laidOutIn('300px 300px 300px');
  const { container } = render(<Grid />);
  const items = screen.getAllByRole('listitem');
  expect(items.slice(0, 4).map(({ textContent }) => textContent)).toEqual(ITEMS.slice(0, 4));
  expect(items.length).toBeLessThan(30);
  expect(items[3]!.parentElement).not.toBe(items[2]!.parentElement);
  const lines = container.querySelector<HTMLElement>('[role=presentation][style]');
  expect(lines?.style.getPropertyValue('--height')).toBe(`${Math.ceil(1000 / 3) * 280}px`);
});

test('a screen reader hears how many items there are and which one this is', () => {
  laidOutIn('300px 300px');
  render(<Grid />);
  const fourth = screen.getAllByRole('listitem')[3];
  expect(fourth).toHaveAttribute('aria-setsize', '1000');
  expect(fourth).toHaveAttribute('aria-posinset', '4');
});

test('a grid that is not laid out has one column', () => {
  laidOutIn('repeat(auto-fill, minmax(min(16rem, 100%), 1fr))');
  render(<Grid />);
  const [first, second] = screen.getAllByRole('listitem');
  expect(second!.parentElement).not.toBe(first!.parentElement);
});
