import { act, fireEvent, screen } from '@testing-library/react';
import type { MouseEvent } from 'react';
import { expect, test, vi } from 'vitest';
import { ContextMenu } from '../../src/controls/ContextMenu';
import '../../src/controls/ContextMenuLayer';
import type { MenuItem } from '../../src/controls/menuItems';
import { show } from './render';

const rename = vi.fn();
const items: readonly MenuItem[] = [
  { kind: 'heading', id: 'what', label: 'Record' },
  { id: 'paste', label: 'Paste', disabled: true, onSelect: () => undefined },
  { id: 'rename', label: 'Rename', keys: 'F2', onSelect: rename },
  { kind: 'separator', id: 'line' },
  { id: 'pin', label: 'Pin', checked: true, onSelect: () => undefined },
  {
    kind: 'menu',
    id: 'more',
    label: 'More',
    items: [{ id: 'color', label: 'Colour', onSelect: () => undefined }],
  },
];

interface Seen {
  readonly onOpenChange?: (open: boolean) => void;
  readonly onContextMenu?: (event: MouseEvent) => void;
}

function Held({ onOpenChange = () => undefined, onContextMenu }: Seen) {
  return (
    <ContextMenu label="Menu of the record" items={items} onOpenChange={onOpenChange}>
      <div onContextMenu={onContextMenu}>
        <button type="button">Trial</button>
      </div>
    </ContextMenu>
  );
}

const ask = (button: number) =>
  fireEvent.contextMenu(screen.getByRole('button'), { button, clientX: 40, clientY: 30 });

test('a right click opens the menu with its lines, and a line does its work and closes it', async () => {
  const seen = vi.fn();
  const { user } = await show(<Held onOpenChange={seen} />);
  ask(2);
  expect(await screen.findByRole('menu', { name: 'Menu of the record' })).toBeVisible();
  expect(screen.getByRole('menuitem', { name: 'Paste' })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByRole('menuitemcheckbox', { name: 'Pin' })).toBeChecked();
  expect(screen.getByRole('menuitem', { name: 'More' })).toHaveAttribute('aria-haspopup', 'menu');
  await user.click(screen.getByRole('menuitem', { name: /^Rename/ }));
  expect(rename).toHaveBeenCalledOnce();
  expect(screen.queryByRole('menu')).toBeNull();
  expect(seen.mock.calls).toEqual([[true], [false]]);
});

test('a key opens the menu on its first line, and Escape gives the keyboard back', async () => {
  const { user } = await show(<Held />);
  await user.tab();
  fireEvent.keyDown(screen.getByRole('button'), { key: 'ContextMenu' });
  ask(0);
  await screen.findByRole('menu');
  await vi.waitFor(() => {
    expect(screen.getByRole('menuitem', { name: /^Rename/ })).toHaveFocus();
  });
  await user.keyboard('{Escape}');
  await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Trial' })).toHaveFocus());
});

test('no menu opens where the element says no', async () => {
  const seen = vi.fn();
  await show(<Held onOpenChange={seen} onContextMenu={(event) => event.preventDefault()} />);
  ask(2);
  expect(seen).not.toHaveBeenCalled();
});

test('a finger that rests opens the menu, and the element is told where; one that moves does not', async () => {
  const onContextMenu = vi.fn();
  const seen = vi.fn();
  await show(<Held onContextMenu={onContextMenu} onOpenChange={seen} />);
  // Loads the menu.
  ask(2);
  await screen.findByRole('menu');
  fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
  await vi.waitFor(() => {
    expect(screen.queryByRole('menu')).toBeNull();
  });
  seen.mockClear();
  onContextMenu.mockClear();

  vi.useFakeTimers();
  const button = screen.getByText('Trial');
  const finger = { pointerType: 'touch', bubbles: true };
  fireEvent.pointerDown(button, finger);
  fireEvent.pointerMove(button, finger);
  act(() => {
    vi.advanceTimersByTime(2_000);
  });
  expect(seen).not.toHaveBeenCalled();
  fireEvent.pointerDown(button, finger);
  act(() => {
    vi.advanceTimersByTime(2_000);
  });
  vi.useRealTimers();
  expect(seen).toHaveBeenCalledWith(true);
  expect(onContextMenu).toHaveBeenCalledOnce();
  expect(await screen.findByRole('menu')).toBeVisible();
});
