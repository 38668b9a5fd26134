import { useState } from 'react';
import type { Storage } from '../../storage';
import { Later, later } from '../../controls/Later';
import { noticesOf, type Notice, type NoticeAction } from './notices';
import { useStorageStatus } from './useStorageStatus';

// Nearly always there is nothing to tell.
const NoticeList = later(async () => (await import('./NoticeList')).NoticeList);

/** What is wrong with the storage, in sentences that stay until something is done about it. */
export function StorageNotices({
  storage,
  hidden = [],
  onSave,
}: {
  readonly storage: Storage;
  /** States that are reported elsewhere just now. */
  readonly hidden?: readonly string[];
  /** Saves the open map to a file; not offered where none is open. */
  readonly onSave?: () => void;
}) {
  const status = useStorageStatus(storage);
  // Seen by text, so that a count that grows is announced again.
  const [seen, setSeen] = useState<readonly string[]>([]);
  const keyOf = ({ id, values }: Notice) => `${id} ${JSON.stringify(values)}`;
  const shown = noticesOf(status)
    .filter((notice) => !hidden.includes(notice.id) && !seen.includes(keyOf(notice)))
    .map((notice) => ({
      ...notice,
      actions: notice.actions.filter((action) => action !== 'save' || onSave),
    }));

  function act(action: NoticeAction, notice: Notice) {
    // What fails shows in the storage's own status.
    if (action === 'reload') location.reload();
    else if (action === 'save') onSave?.();
    else if (action === 'download') void quarantine('downloadQuarantine');
    else if (action === 'discard') void quarantine('discardQuarantine');
    else setSeen([...seen, keyOf(notice)]);
    if (action === 'discard') setSeen([...seen, keyOf(notice)]);
  }

  async function quarantine(task: 'downloadQuarantine' | 'discardQuarantine') {
    const tasks = await import('./quarantine');
    await tasks[task](storage).catch(() => undefined);
  }

  if (shown.length === 0) return null;
  return (
    <Later>
      <NoticeList notices={shown} onAct={act} />
    </Later>
  );
}
