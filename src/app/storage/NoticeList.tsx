import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { MessageId } from '../../language';
import { Button } from '../../controls/Button';
import { useText } from '../../controls/LanguageProvider';
import type { Notice, NoticeAction } from './notices';
import styles from './StorageNotices.module.css';

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

/** Notices below the bar, each with what can be done about it. */
export function NoticeList({
  notices,
  onAct,
}: {
  readonly notices: readonly Notice[];
  readonly onAct: (action: NoticeAction, notice: Notice) => void;
}) {
  const t = useText();
  return (
    <div className={styles.notices}>
      {notices.map((notice) => (
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
            {notice.actions.map((action) => (
              <Button key={action} size="sm" onClick={() => onAct(action, notice)}>
                {t(LABELS[action])}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
