import type { Storage, StorageStatus } from '../../storage';
import { NoticeList } from './NoticeList';
import { noticesOf, type Notice, type NoticeAction } from './notices';

/** What is wrong with the storage, in sentences that stay until something is done about it. */
export function NoticeBoard({
  storage,
  status,
  seen,
  onSeen,
  hidden = [],
  onSave,
}: {
  readonly storage: Storage;
  readonly status: StorageStatus;
  /** What somebody has put away: seen by text, so that a count that grows is announced again. */
  readonly seen: readonly string[];
  readonly onSeen: (seen: readonly string[]) => void;
  /** States that are reported elsewhere just now. */
  readonly hidden?: readonly string[];
  /** Saves the open map to a file; not offered where none is open. */
  readonly onSave?: () => void;
}) {
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
    else onSeen([...seen, keyOf(notice)]);
    if (action === 'discard') onSeen([...seen, keyOf(notice)]);
  }

  async function quarantine(task: 'downloadQuarantine' | 'discardQuarantine') {
    const tasks = await import('./quarantine');
    await tasks[task](storage).catch(() => undefined);
  }

  if (shown.length === 0) return null;
  return <NoticeList notices={shown} onAct={act} />;
}
