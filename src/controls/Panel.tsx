import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { IconButton } from './IconButton';
import { useText } from './LanguageProvider';
import styles from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly onClose?: () => void;
  readonly footer?: ReactNode;
}

/** A named side of the screen with a head that stays and a body that scrolls. */
export function Panel({ title, children, actions, onClose, footer }: PanelProps) {
  const t = useText();
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {actions}
        {onClose && (
          <IconButton label={t('control.close')} size="sm" onClick={onClose}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </header>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
    </section>
  );
}
