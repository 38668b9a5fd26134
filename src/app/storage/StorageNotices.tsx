import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { MessageId } from '../../language';
import type { Storage } from '../../storage';
import { Button } from '../../views/controls/Button';
import { useText } from '../../views/controls/LanguageProvider';
import { noticesOf, type Notice, type NoticeAction } from './notices';
import { discardQuarantine, downloadQuarantine } from './quarantine';
import styles from './StorageNotices.module.css';
import { useStorageStatus } from './useStorageStatus';

const LABELS: Readonly<Record<NoticeAction, MessageId>> = {
  reload: 'app.notice.reload',
  save: 'app.save.instead',
  download: 'app.notice.quarantined.download',
  discard: 'app.notice.quarantined.discard',
  dismiss: 'app.notice.dismiss',
};

const ICONS = {
  info: <Info aria-hidden="true" />,
  warning: <TriangleAlert aria-hidden="true" />,
  error: <CircleAlert aria-hidden="true" />,
};

/** What is wrong with the storage, in sentences that stay until something is done about it. */
export function StorageNotices({
  storage,
  hidden = [],
  onSave,
}: {
  readonly storage: Storage;
  /** States that are told elsewhere just now. */
  readonly hidden?: readonly string[];
  /** Saves the open map to a file; not offered where none is open. */
  readonly onSave?: () => void;
}) {
  const t = useText();
  const status = useStorageStatus(storage);
  // Seen by text, so that a count that grows is told again.
  const [seen, setSeen] = useState<readonly string[]>([]);
  const keyOf = ({ id, values }: Notice) => `${id} ${JSON.stringify(values)}`;
  const shown = noticesOf(status).filter(
    (notice) => !hidden.includes(notice.id) && !seen.includes(keyOf(notice)),
  );

  function act(action: NoticeAction, notice: Notice) {
    // What fails shows in the storage's own status.
    if (action === 'reload') location.reload();
    else if (action === 'save') onSave?.();
    else if (action === 'download') downloadQuarantine(storage).catch(() => undefined);
    else if (action === 'discard') discardQuarantine(storage).catch(() => undefined);
    else setSeen([...seen, keyOf(notice)]);
    if (action === 'discard') setSeen([...seen, keyOf(notice)]);
  }

  if (shown.length === 0) return null;
  return (
    <div className={styles.notices}>
      {shown.map((notice) => (
        <div
          key={notice.id}
          className={styles.notice}
          data-tone={notice.tone}
          role={notice.tone === 'error' ? 'alert' : 'status'}
        >
          {ICONS[notice.tone]}
          <div className={styles.text}>
            <p>{t(notice.text, notice.values)}</p>
            {notice.reason !== null && (
              <details>
                <summary>{t('app.save.details')}</summary>
                <code>{notice.reason}</code>
              </details>
            )}
          </div>
          <div className={styles.actions}>
            {notice.actions
              .filter((action) => action !== 'save' || onSave)
              .map((action) => (
                <Button key={action} size="sm" onClick={() => act(action, notice)}>
                  {t(LABELS[action])}
                </Button>
              ))}
          </div>
        </div>
      ))}
    </div>
  );
}
