import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from './show';

const SIGNS = [{ isComposing: true }, { keyCode: 229 }];

test.each(['Doing, Form: Types', 'Channel, Ad: Social media'])(
  'what an input method takes does not end the cell %s',
  async (name) => {
    const { user } = await show();
    await user.dblClick(screen.getByRole('gridcell', { name }));
    const box = document.activeElement ?? document.body;
    expect(box).toBeInstanceOf(HTMLElement);
    expect(box.matches('input, textarea')).toBe(true);
    for (const sign of SIGNS) {
      for (const key of ['Enter', 'Escape', 'Tab']) fireEvent.keyDown(box, { key, ...sign });
    }
    expect(box).toHaveFocus();
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(box).not.toBeInTheDocument();
  },
);

test('a cell that is typed lets shortcuts of the app through, and keeps its own keys', async () => {
  const { user } = await show();
  await user.dblClick(screen.getByRole('gridcell', { name: 'Doing, Form: Types' }));
  const heard = vi.fn<(event: KeyboardEvent) => void>();
  document.addEventListener('keydown', heard);
  await user.keyboard('a{Control>}s{/Control}{F6}');
  document.removeEventListener('keydown', heard);
  expect(heard.mock.calls.map(([event]) => event.key)).toEqual(['Control', 's', 'F6']);
});
