import { FolderOpen, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { listMaps, type MapSummary, type Sort, SORTS, type Storage } from '../../storage';
import { Button } from '../../controls/Button';
import { EmptyState } from '../../controls/EmptyState';
import { useLanguage } from '../../controls/LanguageProvider';
import { SearchField } from '../../controls/SearchField';
import { Select } from '../../controls/Select';
import { Skeleton } from '../../controls/Skeleton';
import { VirtualGrid } from '../../controls/VirtualGrid';
import { Bin } from './Bin';
import { DropHint, useFileDrop } from './FileDrop';
import { useFiles } from './files/FilesProvider';
import styles from './LibraryScreen.module.css';
import { MapCard } from './MapCard';
import { RenameDialog } from './RenameDialog';
import { Templates } from './Templates';
import { useLibrary } from './useLibrary';

export interface LibraryScreenProps {
  readonly storage: Storage;
  readonly onOpen: (id: string) => void;
  readonly addressOf: (id: string) => string;
  /** The mark and the settings, which belong to the app. */
  readonly brand: ReactNode;
  readonly settings: ReactNode;
  /** A notice about the storage, shown before anything else. */
  readonly notices: ReactNode;
}

/** A card with the gap below it in CSS pixels, until one has been measured. */
const ROW_HEIGHT = 280;

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
      <main className={styles.main} tabIndex={-1}>
        <LibraryHead
          count={library.maps && kept.length}
          query={query}
          sort={sort}
          onQuery={setQuery}
          onSort={setSort}
        />
        {library.maps === null ? (
          <Skeleton />
        ) : (
          <VirtualGrid
            items={['blank' as const, ...listed]}
            keyOf={(map) => (map === 'blank' ? map : map.id)}
            estimate={ROW_HEIGHT}
            className={styles.grid}
          >
            {(map) =>
              map === 'blank' ? (
                <button
                  type="button"
                  className={styles.new}
                  onClick={() => library.createFrom('blank')}
                >
                  <Plus aria-hidden="true" />
                  {t('library.blank')}
                </button>
              ) : (
                <MapCard
                  map={map}
                  now={now}
                  href={addressOf(map.id)}
                  onRename={() => setRenaming(map)}
                  onDuplicate={() => library.duplicate(map)}
                  onDelete={() => library.remove(map)}
                />
              )
            }
          </VirtualGrid>
        )}
        {kept.length > 0 && listed.length === 0 && (
          <EmptyState title={t('library.nothing', { query })} />
        )}
        <Templates onChoose={library.createFrom} />
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

interface LibraryHeadProps {
  /** Of maps; null while they are being read: nobody is greeted as new until it is known. */
  readonly count: number | null;
  readonly query: string;
  readonly sort: Sort;
  readonly onQuery: (query: string) => void;
  readonly onSort: (sort: Sort) => void;
}

/** The title; with several maps also what looks for one and puts them in order. */
function LibraryHead({ count, query, sort, onQuery, onSort }: LibraryHeadProps) {
  const { t } = useLanguage();
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{t(count === 0 ? 'library.empty.title' : 'library.title')}</h1>
      {count === 0 && <p className={styles.lead}>{t('library.empty.text')}</p>}
      {count !== null && count > 1 && (
        <div className={styles.filter}>
          <SearchField label={t('library.search')} value={query} onChange={onQuery} />
          <Select
            label={t('library.sort')}
            hideLabel
            value={sort}
            onChange={onSort}
            options={SORTS.map((value) => ({ value, label: t(`library.sort.${value}`) }))}
          />
        </div>
      )}
    </div>
  );
}
