import { useState } from 'react';
import type { Storage } from '../../storage';
import { Later, later } from '../../controls/Later';
import { useLanguage } from '../../controls/LanguageProvider';
import { useStorageStatus } from './useStorageStatus';

const NoticeBoard = later(async () => (await import('./NoticeBoard')).NoticeBoard);

interface StorageNoticesProps {
  readonly storage: Storage;
  /** States that are reported elsewhere just now. */
  readonly hidden?: readonly string[];
  /** Saves the open map to a file; not offered where none is open. */
  readonly onSave?: () => void;
}

/** What is wrong with the storage, in sentences that stay until something is done about it; fetched where something is. */
export function StorageNotices(props: StorageNoticesProps) {
  const status = useStorageStatus(props.storage);
  const { isWhole } = useLanguage();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const { state, blocked, recovery, quarantined } = status;
  const isCalm = state === 'ready' && !blocked && recovery === null && quarantined === 0;
  // Its sentences are not among those of the first screen.
  if (isCalm || !isWhole) return null;
  return (
    <Later>
      <NoticeBoard {...props} status={status} seen={seen} onSeen={setSeen} />
    </Later>
  );
}
