import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { displayOf, NO_FILTER } from '../../../src/editing/display';
import { newMap } from '../../../src/map/records';
import { FilterButton } from '../../../src/views/map/filter/FilterButton';
import { FilterPanel } from '../../../src/views/map/filter/FilterPanel';
import { showMap } from '../showMap';
import { ID, shop } from '../table/shop';

const personas = { [ID.bea]: true as const };

describe('the button of the filter', () => {
  test('counts what meets the filter as long as one is on', async () => {
    const { editor } = await showMap(<FilterButton met={1} />, shop());
    expect(screen.getByRole('button', { name: /^Filter the map/ })).toBeInTheDocument();
    act(() => displayOf(editor).setState({ filter: { ...NO_FILTER, personas } }));
    expect(screen.getByRole('button')).toHaveTextContent('Filter: 1 of 3');
  });

  test('is not there on a blank map, nor while the filter is open', async () => {
    const { container, unmount } = await showMap(<FilterButton met={null} />, newMap({}));
    expect(container).toBeEmptyDOMElement();
    unmount();
    const { editor } = await showMap(<FilterButton met={null} />, shop());
    act(() => displayOf(editor).setState({ isFilterOpen: true }));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the filter', () => {
  const boxes = () =>
    screen.getAllByRole('combobox').map((box) => box.getAttribute('aria-label') ?? '');

  test('offers only what the map has something to choose for', async () => {
    await showMap(<FilterPanel />, newMap({}));
    expect(screen.getAllByRole('combobox')).toHaveLength(1);
    expect(boxes()).toHaveLength(1);
  });

  test('takes a choice, and clears all of them', async () => {
    const { user, editor } = await showMap(<FilterPanel />, shop());
    const clear = screen.getByRole('button', { name: 'Clear' });
    expect(clear).toBeDisabled();
    const box = screen.getByRole('combobox', { name: 'Personas' });
    await waitFor(() => expect(box).toHaveFocus());
    await user.type(box, 'Bea');
    await user.click(await screen.findByRole('option', { name: /Bea/ }));
    expect(displayOf(editor).getState().filter.personas).toEqual(personas);
    await user.click(clear);
    expect(displayOf(editor).getState().filter).toEqual(NO_FILTER);
  });

  test('thins out all but the main paths where there is traffic, until it is cleared', async () => {
    const { editor, user } = await showMap(<FilterPanel hasTraffic />, shop());
    const slider = screen.getByRole('slider', { name: 'Main paths' });
    fireEvent.change(slider, { target: { value: '80' } });
    expect(displayOf(editor).getState().traffic).toBe(0.8);
    expect(slider).toHaveAttribute('aria-valuetext', 'The busiest paths, with 80% of the traffic');
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(displayOf(editor).getState().traffic).toBe(1);
  });

  test('is saved as a view under a name, which brings it back', async () => {
    const { user, editor, map } = await showMap(<FilterPanel />, shop());
    act(() => displayOf(editor).setState({ filter: { ...NO_FILTER, personas } }));
    await user.type(screen.getByLabelText('Name of the view'), 'For Bea{Enter}');
    expect(Object.values(map().views)[0]?.name).toBe('For Bea');
    const view = screen.getByRole('button', { name: 'For Bea' });
    expect(view).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(view).toHaveAttribute('aria-pressed', 'false');
    await user.click(view);
    expect(displayOf(editor).getState().filter.personas).toEqual(personas);
  });

  test('closes by Escape from any of its fields', async () => {
    const { user, editor } = await showMap(<FilterPanel />, shop());
    act(() => displayOf(editor).setState({ isFilterOpen: true }));
    await user.click(screen.getByLabelText('Name of the view'));
    await user.keyboard('{Escape}');
    expect(displayOf(editor).getState().isFilterOpen).toBe(false);
  });
});
