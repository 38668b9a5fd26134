import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ToastProvider } from '../../../src/controls/ToastRegion';
import { createToasts } from '../../../src/controls/toasts';
import type { JourneyMap } from '../../../src/map/schema';
import { type NamedVersion, StorageError } from '../../../src/storage';
import type { VersionStorage } from '../../../src/views/versions/useVersions';
import { VersionsDialog } from '../../../src/views/versions/VersionsDialog';
import { showMap } from '../showMap';
import { ID, shop } from '../table/shop';

const kept: NamedVersion = {
  id: 'v1',
  mapId: 'map',
  name: 'Before',
  at: '2026-01-01T00:00:00.000Z',
  head: 1,
};

async function dialog(versions: readonly NamedVersion[], old: JourneyMap | null = null) {
  const storage = {
    watchVersions: vi.fn((_map: string, tell: (all: readonly NamedVersion[]) => void) => {
      tell(versions);
      return () => undefined;
    }),
    saveVersion: vi.fn(() => Promise.resolve()),
    versionMap: vi.fn(() => Promise.resolve(old)),
    removeVersion: vi.fn(() => Promise.resolve()),
  };
  const toasts = createToasts();
  const onClose = vi.fn();
  const shown = await showMap(
    <ToastProvider toasts={toasts}>
      <VersionsDialog storage={storage as unknown as VersionStorage} onClose={onClose} />
    </ToastProvider>,
    shop(),
  );
  return { ...shown, storage, toasts, onClose };
}
const button = (name: string) => screen.getByRole('button', { name });

test('a version is kept under a name, never without one', async () => {
  const { user, storage, map } = await dialog([]);
  expect(screen.getByText('No versions yet')).toBeInTheDocument();
  expect(button('Keep this version')).toBeDisabled();
  await user.type(screen.getByLabelText('Name of the version'), '  Before  {Enter}');
  await waitFor(() =>
    expect(storage.saveVersion).toHaveBeenCalledExactlyOnceWith(map().id, 'Before'),
  );
  expect(screen.getByLabelText('Name of the version')).toHaveValue('');
});

test('restoring makes the map what it was, in one step that can be undone', async () => {
  const old = shop();
  old.touchpoints[ID.ad]!.name = 'Old ad';
  const { user, map, toasts, onClose } = await dialog([kept], old);
  await user.click(button('Restore: Before'));
  expect(onClose).toHaveBeenCalled();
  await waitFor(() => expect(map().touchpoints[ID.ad]?.name).toBe('Old ad'));
  expect(toasts.current()[0]?.text).toBe('The map is as it was in “Before”.');
  act(() => toasts.current()[0]?.actions?.[0]?.run());
  expect(map().touchpoints[ID.ad]?.name).toBe('Ad');
});

test('a version that cannot be read says so and changes nothing', async () => {
  const { user, toasts, editor } = await dialog([kept], null);
  await user.click(button('Restore: Before'));
  await waitFor(() => expect(toasts.current()[0]?.text).toBe('“Before” could not be read.'));
  expect(editor.store.getState().canUndo).toBeNull();
});

test('a version is deleted only when that is confirmed', async () => {
  const { user, storage } = await dialog([kept]);
  await user.click(button('Delete the version Before'));
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(storage.removeVersion).not.toHaveBeenCalled();
  await user.click(button('Delete the version Before'));
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  expect(storage.removeVersion).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'v1');
});

test('what storage refuses is told', async () => {
  const { user, storage, toasts } = await dialog([]);
  storage.saveVersion.mockRejectedValueOnce(new StorageError('full', 'no room'));
  await user.type(screen.getByLabelText('Name of the version'), 'Before{Enter}');
  await waitFor(() => expect(toasts.current()[0]).toMatchObject({ tone: 'error', stays: true }));
});
