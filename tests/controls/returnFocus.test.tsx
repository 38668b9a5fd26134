import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { Dialog } from '../../src/controls/Dialog';
import { show } from './render';

/** A window that a key opens, as commands do, with a field that takes the focus at once. */
function Windowed() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div role="button" tabIndex={0} onKeyDown={({ key }) => key === 'o' && setOpen(true)}>
        Card
      </div>
      <input aria-label="Elsewhere" />
      {isOpen && (
        <Dialog open onOpenChange={setOpen} title="Find">
          <input aria-label="Query" autoFocus />
        </Dialog>
      )}
    </>
  );
}

const card = () => screen.getByText('Card');
const afterClosing = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

describe('a window without a trigger', () => {
  test('returns the focus to where it was when a key opened it', async () => {
    const { user } = await show(<Windowed />);
    card().focus();
    await user.keyboard('o');
    expect(screen.getByLabelText('Query')).toHaveFocus();
    await user.keyboard('{Escape}');
    await afterClosing();
    expect(card()).toHaveFocus();
  });

  test('leaves the focus to whoever has taken it meanwhile', async () => {
    const { user } = await show(<Windowed />);
    card().focus();
    await user.keyboard('o');
    await user.keyboard('{Escape}');
    screen.getByLabelText('Elsewhere').focus();
    await afterClosing();
    expect(screen.getByLabelText('Elsewhere')).toHaveFocus();
  });
});
