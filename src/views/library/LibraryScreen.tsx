import { FileText, FolderOpen, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { SAMPLES } from '../../samples';
import type { MapSummary, Storage } from '../../storage';
import { Button } from '../../controls/Button';
import { EmptyState } from '../../controls/EmptyState';
import { useLanguage } from '../../controls/LanguageProvider';
import { SearchField } from '../../controls/SearchField';
import { Select } from '../../controls/Select';
import { Skeleton } from '../../controls/Skeleton';
import { Bin } from './Bin';
import { DropHint, useFileDrop } from './FileDrop';
import { useFiles } from './files/FilesProvider';
import styles from './LibraryScreen.module.css';
import { listMaps, SORTS, type Sort } from '../../storage/listMaps';
import { MapCard } from './MapCard';
import { RenameDialog } from './RenameDialog';
import { useLibrary } from './useLibrary';

export interface LibraryScreenProps {
  readonly storage: Storage;
  readonly onOpen: (id: string) => void;
  readonly addressOf: (id: string) => string;
  /** The mark and the settings, which belong to the app. */
  readonly brand: ReactNode;
  readonly settings: ReactNode;
  /** What must be told about the storage before anything else. */
  readonly notices: ReactNode;
}

/** All maps on this computer, and the ways to a new one. */
export function LibraryScreen(props: LibraryScreenProps) {
  const { storage, onOpen, addressOf, brand, settings, notices } = props;
  const language = useLanguage();
  const { t } = language;
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<Sort>('changed');
  const [renaming, setRenaming] = useState<MapSummary | null>(null);
  const [now] = useState(() => Date.now());
  const library = useLibrary(storage, onOpen);
  const files = useFiles();
  const drop = useFileDrop((dropped) => void files.take(dropped));

  const kept = library.maps?.filter(({ deletedAt }) => deletedAt === null) ?? [];
  const binned = library.maps?.filter(({ deletedAt }) => deletedAt !== null) ?? [];
  const listed = listMaps(kept, query, sort, language);

  return (
    <div className={styles.page} {...drop.handlers}>
      <header className={styles.bar}>
        {brand}
        <div className={styles.tools}>
          <Button icon={<FolderOpen aria-hidden="true" />} onClick={() => void files.pick()}>
            {t('library.open')}
          </Button>
          {settings}
        </div>
      </header>
      {notices}
      <main className={styles.main}>
        <div className={styles.head}>
          <h1 className={styles.title}>
            {kept.length === 0 ? t('library.empty.title') : t('library.title')}
          </h1>
          {kept.length === 0 && <p className={styles.lead}>{t('library.empty.text')}</p>}
          {kept.length > 1 && (
            <div className={styles.filter}>
              <SearchField label={t('library.search')} value={query} onChange={setQuery} />
              <Select
                label={t('library.sort')}
                hideLabel
                value={sort}
                onChange={setSort}
                options={SORTS.map((value) => ({ value, label: t(`library.sort.${value}`) }))}
              />
            </div>
          )}
        </div>
        {library.maps === null ? (
          <Skeleton />
        ) : (
          <ul className={styles.grid}>
            <li className={styles.cell}>
              <button
                type="button"
                className={styles.new}
                onClick={() => library.createFrom('blank')}
              >
                <Plus aria-hidden="true" />
                {t('library.blank')}
              </button>
            </li>
            {listed.map((map) => (
              <li key={map.id} className={styles.cell}>
                <MapCard
                  map={map}
                  now={now}
                  href={addressOf(map.id)}
                  onRename={() => setRenaming(map)}
                  onDuplicate={() => library.duplicate(map)}
                  onDelete={() => library.remove(map)}
                />
              </li>
            ))}
          </ul>
        )}
        {kept.length > 0 && listed.length === 0 && (
          <EmptyState title={t('library.nothing', { query })} />
        )}
        <section className={styles.templates} aria-labelledby="library-templates">
          <h2 id="library-templates" className={styles.subtitle}>
            {t('library.templates')}
          </h2>
          <ul className={styles.list}>
            {SAMPLES.filter(({ id }) => id !== 'blank').map((sample) => (
              <li key={sample.id}>
                <button
                  type="button"
                  className={styles.template}
                  onClick={() => library.createFrom(sample.id)}
                >
                  <FileText aria-hidden="true" />
                  <span>
                    <strong>{t(sample.title)}</strong>
                    <span>{t(sample.description)}</span>
                    <span>{t(sample.shows)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        {binned.length > 0 && (
          <Bin maps={binned} now={now} onRestore={library.restore} onPurge={library.purge} />
        )}
      </main>
      {renaming && (
        <RenameDialog
          title={renaming.title}
          onRename={(title) => library.rename(renaming.id, title)}
          onClose={() => setRenaming(null)}
        />
      )}
      {drop.over && <DropHint />}
    </div>
  );
}
