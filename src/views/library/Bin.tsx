import { Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { MapSummary } from '../../storage';
import { Button } from '../../controls/Button';
import { AlertDialog } from '../../controls/Dialog';
import { useLanguage } from '../../controls/LanguageProvider';
import styles from './Bin.module.css';

interface BinProps {
  /** The maps in the bin. */
  readonly maps: readonly MapSummary[];
  readonly now: number;
  readonly onRestore: (map: MapSummary) => void;
  readonly onPurge: (map: MapSummary) => void;
}

/** Deleted maps, folded away at the foot of the library, until they are deleted for good. */
export function Bin({ maps, now, onRestore, onPurge }: BinProps) {
  const { t, ago } = useLanguage();
  const [doomed, setDoomed] = useState<MapSummary | null>(null);
  const titleOf = ({ title }: MapSummary) => (title === '' ? t('app.untitled') : title);
  return (
    <details className={styles.bin}>
      <summary>
        <Trash2 aria-hidden="true" />
        {t('library.bin.count', { count: maps.length })}
      </summary>
      <ul className={styles.list} aria-label={t('library.bin')}>
        {maps.map((map) => (
          <li key={map.id} className={styles.line}>
            <span className={styles.what}>
              <strong>{titleOf(map)}</strong>
              <span>{t('library.bin.deleted', { ago: ago(map.deletedAt ?? '', now) })}</span>
            </span>
            <Button
              size="sm"
              icon={<Undo2 aria-hidden="true" />}
              aria-label={`${t('library.bin.restore')}: ${titleOf(map)}`}
              onClick={() => onRestore(map)}
            >
              {t('library.bin.restore')}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              aria-label={`${t('library.bin.purge')}: ${titleOf(map)}`}
              onClick={() => setDoomed(map)}
            >
              {t('library.bin.purge')}
            </Button>
          </li>
        ))}
      </ul>
      {doomed && (
        <AlertDialog
          open
          danger
          title={t('library.bin.purge.title', { title: titleOf(doomed) })}
          confirm={t('library.bin.purge')}
          onCancel={() => setDoomed(null)}
          onConfirm={() => {
            onPurge(doomed);
            setDoomed(null);
          }}
        >
          {t('library.bin.purge.text')}
        </AlertDialog>
      )}
    </details>
  );
}
