import { act, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { MenuLayer, type MenuLayerProps } from '../../src/controls/MenuLayer';
import { show } from './render';

const chosen = vi.fn<(id: string) => void>();

/** An open menu and the button it belongs to. */
async function menu(more: Partial<MenuLayerProps> & { byKeyboard?: boolean } = {}) {
  const { byKeyboard = true, ...props } = more;
  chosen.mockReset();
  const onClose = vi.fn();
  const owner = document.createElement('button');
  owner.textContent = 'More';
  document.body.append(owner);
  const shown = await show(
    <Suspense fallback={<p>waiting</p>}>
      <MenuLayer
        place={{ rect: owner.getBoundingClientRect(), owner, byKeyboard }}
        label="Menu"
        side="bottom"
        align="start"
        items={[
          { id: 'off', label: 'Off', disabled: true, onSelect: () => chosen('off') },
          { id: 'copy', label: 'Copy', onSelect: () => chosen('copy') },
          { id: 'delete', label: 'Delete', onSelect: () => chosen('delete') },
        ]}
        onClose={onClose}
        {...props}
      />
    </Suspense>,
  );
  return { ...shown, onClose, owner };
}
const line = (name: string) => screen.getByRole('menuitem', { name });

describe('an open menu', () => {
  test('opened by key has the keyboard on the first line that can be chosen', async () => {
    const { user } = await menu();
    await waitFor(() => expect(line('Copy')).toHaveFocus());
    await user.keyboard('{ArrowDown}{Enter}');
    expect(chosen).toHaveBeenCalledExactlyOnceWith('delete');
  });

  test('opened by hand leaves the lines alone until somebody points', async () => {
    await menu({ byKeyboard: false });
    await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(line('Copy')).not.toHaveFocus();
  });

  test('runs round at its ends, over what cannot be chosen', async () => {
    const { user } = await menu();
    await waitFor(() => expect(line('Copy')).toHaveFocus());
    await user.keyboard('{ArrowUp}');
    expect(line('Delete')).toHaveFocus();
  });

  test('is closed by Escape', async () => {
    const { user, onClose } = await menu();
    await waitFor(() => expect(line('Copy')).toHaveFocus());
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(chosen).not.toHaveBeenCalled();
  });

  test('waits until its lines are complete', async () => {
    let come: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => {
      come = resolve;
    });
    await act(() => menu({ wait }));
    expect(screen.getByText('waiting')).toBeInTheDocument();
    await act(() => {
      come();
      return wait;
    });
    expect(line('Copy')).toBeInTheDocument();
  });
});
