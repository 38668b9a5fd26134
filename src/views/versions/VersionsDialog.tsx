import { RotateCcw, Trash2 } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import type { NamedVersion } from '../../storage';
import { Button } from '../../controls/Button';
import { AlertDialog, Dialog } from '../../controls/Dialog';
import { IconButton } from '../../controls/IconButton';
import { useLanguage } from '../../controls/LanguageProvider';
import { Skeleton } from '../../controls/Skeleton';
import { TextField } from '../../controls/TextField';
import { useVersions, type VersionStorage } from './useVersions';
import styles from './VersionsDialog.module.css';

/** The named versions of the open map: keep one, go back to one, delete one. */
export function VersionsDialog({
  storage,
  onClose,
}: {
  readonly storage: VersionStorage;
  readonly onClose: () => void;
}) {
  const { t, dateTime, ago } = useLanguage();
  const { versions, save, restore, remove } = useVersions(storage);
  const [name, setName] = useState('');
  const [doomed, setDoomed] = useState<NamedVersion | null>(null);
  const [now] = useState(() => Date.now());

  function keep(event: SyntheticEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    save(name.trim());
    setName('');
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('versions.title')}
      description={t('versions.text')}
    >
      <form className={styles.form} onSubmit={keep}>
        <TextField
          label={t('versions.name')}
          placeholder={t('versions.name.example')}
          value={name}
          onChange={setName}
          maxLength={200}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog opened for this field
          autoFocus
        />
        <Button type="submit" variant="primary" disabled={name.trim() === ''}>
          {t('versions.save')}
        </Button>
      </form>
      {versions === null && <Skeleton />}
      {versions?.length === 0 && <p className={styles.none}>{t('versions.none')}</p>}
      {versions && versions.length > 0 && (
        <ul className={styles.list}>
          {versions.map((version) => (
            <li key={version.id} className={styles.line}>
              <span className={styles.what}>
                <strong>{version.name}</strong>
                <time dateTime={version.at} title={dateTime(version.at)}>
                  {ago(version.at, Math.max(now, Date.parse(version.at)))}
                </time>
              </span>
              <Button
                size="sm"
                icon={<RotateCcw aria-hidden="true" />}
                aria-label={`${t('versions.restore')}: ${version.name}`}
                onClick={() => {
                  restore(version);
                  onClose();
                }}
              >
                {t('versions.restore')}
              </Button>
              <IconButton
                size="sm"
                label={t('versions.delete', { name: version.name })}
                onClick={() => setDoomed(version)}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {doomed && (
        <AlertDialog
          open
          danger
          title={t('versions.delete.confirm')}
          confirm={t('library.delete')}
          onCancel={() => setDoomed(null)}
          onConfirm={() => {
            remove(doomed);
            setDoomed(null);
          }}
        >
          {doomed.name}
        </AlertDialog>
      )}
    </Dialog>
  );
}
