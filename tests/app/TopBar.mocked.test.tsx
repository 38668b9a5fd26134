import { act, screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { PreferencesContext } from '../../src/app/preferences/PreferencesContext';
import { createShellStore } from '../../src/app/shell/shellState';
import { TopBar } from '../../src/app/shell/TopBar';
// Fetched when a menu is first opened: here it is beforehand, so that no test waits for a file.
import '../../src/controls/MenuLayer';
import { ToastProvider } from '../../src/controls/ToastRegion';
import { createToasts } from '../../src/controls/toasts';
import { setField } from '../../src/map/edits';
import type { Storage } from '../../src/storage';
import { showMap } from '../views/showMap';
import { ID, shop } from '../views/table/shop';

// They need the runs and the checker, and have their own tests.
vi.mock('../../src/app/shell/parts', () => ({
  ProblemsButton: () => null,
  RunActions: () => null,
}));

async function bar() {
  const store = createShellStore(1_200);
  const storage = {
    status: { state: 'ready', reason: null },
    onStatus: () => () => undefined,
  } as unknown as Storage;
  const shell = { show: vi.fn(), toggle: vi.fn() };
  const shown = await showMap(
    <PreferencesContext
      value={{
        theme: 'system',
        language: 'system',
        setTheme: () => undefined,
        setLanguage: () => undefined,
      }}
    >
      <ToastProvider toasts={createToasts()}>
        <TopBar store={store} view="map" storage={storage} />
      </ToastProvider>
    </PreferencesContext>,
    shop(),
    shell,
  );
  return { ...shown, store, shell };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the bar at the top', () => {
  test('names what undo and redo would do, and does it', async () => {
    const { user, editor, map } = await bar();
    expect(button('Undo')).toBeDisabled();
    act(() => {
      editor.edit('stages.edit.rename', setField('touchpoints', ID.ad, ['name'], 'Poster'));
    });
    await user.click(button(/^Undo.*Rename a stage/i));
    expect(map().touchpoints[ID.ad]?.name).toBe('Ad');
    await user.click(button(/^Redo.*Rename a stage/i));
    expect(map().touchpoints[ID.ad]?.name).toBe('Poster');
  });

  test('shows the view that is chosen', async () => {
    const { user, shell } = await bar();
    await user.click(screen.getByRole('radio', { name: 'Insights' }));
    expect(shell.show).toHaveBeenCalledExactlyOnceWith('insights');
  });

  test('opens panels, and says which are open', async () => {
    const { user, shell, store } = await bar();
    const outline = button('Outline');
    expect(outline).toHaveAttribute('aria-expanded', 'false');
    await user.click(outline);
    expect(shell.toggle).toHaveBeenCalledExactlyOnceWith('outline');
    act(() => store.setState(({ panels }) => ({ panels: { ...panels, outline: true } })));
    expect(outline).toHaveAttribute('aria-expanded', 'true');
  });

  test('has commands in its menu, and what is chosen of the theme', async () => {
    const { user } = await bar();
    await user.click(button('Menu'));
    expect((await screen.findAllByRole('menuitem')).length).toBeGreaterThan(3);
    await user.click(screen.getByRole('menuitem', { name: 'Appearance' }));
    expect(await screen.findByRole('menuitemcheckbox', { name: 'Dark' })).not.toBeChecked();
    expect(screen.getByRole('menuitemcheckbox', { name: 'Like the system' })).toBeChecked();
  });
});
