import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { SaveMark } from '../../src/app/shell/SaveMark';
import { ToastProvider } from '../../src/controls/ToastRegion';
import { createToasts } from '../../src/controls/toasts';
import { type Storage, StorageError, type StorageStatus } from '../../src/storage';
import { showMap } from '../views/showMap';
import { shop } from '../views/table/shop';

async function mark(status: Partial<StorageStatus> = {}) {
  const create = vi.fn(({ id }: { id: string }) => Promise.resolve({ id }));
  const storage = {
    status: { state: 'ready', reason: null, ...status },
    onStatus: () => () => undefined,
    create,
  };
  const toasts = createToasts();
  const saveFile = vi.fn(() => Promise.resolve());
  const shown = await showMap(
    <ToastProvider toasts={toasts}>
      <SaveMark storage={storage as unknown as Storage} />
    </ToastProvider>,
    shop(),
    { saveFile: saveFile },
  );
  return { ...shown, create, toasts, saveFile };
}
const button = (name: string) => screen.getByRole('button', { name });

describe('the mark of saving', () => {
  test('is quiet while all is well', async () => {
    await mark();
    expect(screen.getByTitle('Saved')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('says after a failed save why, and offers a file or another try', async () => {
    const { editor, user, saveFile } = await mark({ state: 'full', reason: 'QuotaExceeded' });
    const flush = vi.spyOn(editor, 'flush').mockRejectedValue(new Error('still full'));
    act(() => editor.store.setState({ saving: 'failed' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Not saved. Your changes are still here.');
    expect(screen.getByText('QuotaExceeded')).toBeInTheDocument();
    await user.click(button('Save a file instead'));
    expect(saveFile).toHaveBeenCalledOnce();
    await user.click(button('Try again'));
    expect(flush).toHaveBeenCalledOnce();
  });

  test('offers to reload where trying again cannot help', async () => {
    const { editor } = await mark({ state: 'newer' });
    act(() => editor.store.setState({ saving: 'failed' }));
    expect(button('Reload')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  test('keeps a copy under another id of a map that another tab has deleted', async () => {
    const { editor, user, create, map } = await mark();
    act(() => editor.store.setState({ gone: true }));
    expect(screen.getByRole('alert')).toHaveTextContent('deleted in another tab');
    await user.click(button('Keep a copy'));
    const [copy] = create.mock.calls[0]!;
    expect(copy).toMatchObject({ touchpoints: map().touchpoints });
    expect(copy.id).not.toBe(map().id);
    await waitFor(() => expect(location.hash).toContain(copy.id));
  });

  test('says why the copy could not be kept', async () => {
    const { editor, user, create, toasts } = await mark();
    create.mockRejectedValueOnce(new StorageError('full', 'no room'));
    act(() => editor.store.setState({ gone: true }));
    await user.click(button('Keep a copy'));
    await waitFor(() => expect(toasts.current()[0]).toMatchObject({ tone: 'error', stays: true }));
  });
});
