import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { setField } from '../../../src/map/edits';
import { PaletteDialog } from '../../../src/views/palette/PaletteDialog';
import { showMap } from '../showMap';
import { ID, shop } from '../table/shop';

async function palette() {
  const onClose = vi.fn();
  const shown = await act(() => showMap(<PaletteDialog onClose={onClose} />, shop()));
  return { ...shown, onClose };
}
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

describe('the palette', () => {
  test('lists in groups only what can run now', async () => {
    await palette();
    const groups = screen.getAllByRole('group');
    expect(groups.length).toBeGreaterThan(3);
    expect(options().length).toBeGreaterThan(10);
    expect(options().some((text) => text.startsWith('Undo'))).toBe(false);
  });

  test('finds a command by another word for it, and says when there is none', async () => {
    const { user } = await palette();
    await user.keyboard('revert');
    expect(options()[0]).toMatch(/^Undo/);
    await user.keyboard('qqqq');
    expect(options()).toEqual([]);
    expect(screen.getByText('No command of that name.')).toBeInTheDocument();
  });

  test('shows what cannot run by its name, behind what can, and does not run it', async () => {
    const { user, onClose } = await palette();
    await user.keyboard('undo');
    const undo = screen.getAllByRole('option').find((one) => one.textContent.startsWith('Undo'))!;
    expect(undo).toHaveAttribute('aria-disabled', 'true');
    await user.click(undo);
    expect(onClose).not.toHaveBeenCalled();
  });

  test('runs what is chosen after it has closed', async () => {
    const { user, editor, onClose, map } = await palette();
    act(() => {
      editor.edit('command.edit.rename', setField('touchpoints', ID.ad, ['name'], 'Poster'));
    });
    await user.keyboard('undo');
    const list = screen.getByRole('listbox');
    await user.click(within(list).getByRole('option', { name: /^Undo/ }));
    expect(onClose).toHaveBeenCalledOnce();
    await waitFor(() => expect(map().touchpoints[ID.ad]?.name).toBe('Ad'));
  });
});
