import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
// Fetched when there is something to report: here it is beforehand, so that no test waits for a file.
import '../../src/app/storage/NoticeBoard';
import { StorageNotices } from '../../src/app/storage/StorageNotices';
import type { Storage, StorageStatus } from '../../src/storage';
import { show } from '../controls/render';

const WELL: StorageStatus = {
  state: 'ready',
  reason: null,
  blocked: false,
  recovery: null,
  quarantined: 0,
  copies: 0,
};

async function notices(
  status: Partial<StorageStatus>,
  props: { hidden?: readonly string[]; onSave?: () => void } = {},
) {
  const storage = {
    status: { ...WELL, ...status },
    onStatus: () => () => undefined,
  } as unknown as Storage;
  return show(<StorageNotices storage={storage} {...props} />);
}
const button = (name: string) => screen.queryByRole('button', { name });

test('nothing is told while all is well', async () => {
  const { container } = await notices({});
  expect(container).toBeEmptyDOMElement();
});

test('a file is offered only where a map is open', async () => {
  const { unmount } = await notices({ state: 'memory' });
  await screen.findByRole('status');
  expect(button('Save a file instead')).toBeNull();
  unmount();
  const onSave = vi.fn();
  const { user } = await notices({ state: 'memory' }, { onSave });
  await user.click(await screen.findByRole('button', { name: 'Save a file instead' }));
  expect(onSave).toHaveBeenCalledOnce();
});

test('what has been understood is not told again', async () => {
  const { user } = await notices({ state: 'memory', quarantined: 2 });
  const [first] = await screen.findAllByRole('button', { name: 'Understood' });
  await user.click(first!);
  expect(screen.getAllByRole('status')).toHaveLength(1);
  expect(screen.getByRole('status')).toHaveTextContent(/2 items/);
});

test('what is told elsewhere is left out', async () => {
  const { container } = await notices({ state: 'full' }, { hidden: ['full'] });
  expect(container).toBeEmptyDOMElement();
});
