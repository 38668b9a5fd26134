import { Close, Content, Description, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import { type ReactNode } from 'react';
import { Button } from './Button';
import { cx } from './cx';
import styles from './Dialog.module.css';
import { useText } from './LanguageProvider';
import { unlessForField } from './typing';
import { useReturnFocus } from './useReturnFocus';

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons at its foot, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg' | 'full';
}

/** A window over the page; Escape closes it and focus returns to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'md',
}: DialogProps) {
  const t = useText();
  const focus = useReturnFocus(open);
  return (
    <Root open={open} onOpenChange={onOpenChange}>
      <Portal>
        <Overlay className={styles.scrim} />
        <Content
          className={cx(styles.dialog, styles[size])}
          onEscapeKeyDown={unlessForField}
          {...focus}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles.head}>
            <Title className={styles.title} dir="auto">
              {title}
            </Title>
            <Close
              className={styles.close}
              aria-label={t('control.close')}
              title={t('control.close')}
            >
              <X aria-hidden="true" />
            </Close>
          </header>
          {description !== undefined && (
            <Description className={styles.description} asChild>
              <div>{description}</div>
            </Description>
          )}
          {children !== undefined && <div className={styles.body}>{children}</div>}
          {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
        </Content>
      </Portal>
    </Root>
  );
}

interface AlertDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The verb of what happens, e.g. "Replace the map". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before what cannot be undone. A click beside it does not answer. */
export function AlertDialog({
  open,
  title,
  children,
  confirm,
  danger = false,
  onConfirm,
  onCancel,
}: AlertDialogProps) {
  const t = useText();
  const focus = useReturnFocus(open);
  return (
    <Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onCancel();
      }}
    >
      <Portal>
        <Overlay className={styles.scrim} />
        <Content
          role="alertdialog"
          className={cx(styles.dialog, styles.sm)}
          onInteractOutside={(event) => event.preventDefault()}
          {...focus}
        >
          <header className={styles.head}>
            <Title className={styles.title} dir="auto">
              {title}
            </Title>
          </header>
          <Description className={styles.description} asChild>
            <div>{children}</div>
          </Description>
          <footer className={styles.foot}>
            <Button onClick={onCancel}>{t('control.cancel')}</Button>
            <Button variant={danger ? 'danger' : 'primary'} onClick={onConfirm}>
              {confirm}
            </Button>
          </footer>
        </Content>
      </Portal>
    </Root>
  );
}
