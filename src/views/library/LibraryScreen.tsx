import { FolderOpen, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { SampleId } from '../../samples';
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
import { FirstStart } from './FirstStart';
import { MapCard } from './MapCard';
import { RenameDialog } from './RenameDialog';
import { Templates } from './Templates';
import { useLibrary } from './useLibrary';

interface LibraryScreenProps {
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
  const { t } = useLanguage();
  const [renaming, setRenaming] = useState<MapSummary | null>(null);
  const [now] = useState(() => Date.now());
  const library = useLibrary(storage, onOpen);
  const files = useFiles();
  const drop = useFileDrop((dropped) => void files.take(dropped));

  const kept = library.maps?.filter(({ deletedAt }) => deletedAt === null) ?? [];
  const binned = library.maps?.filter(({ deletedAt }) => deletedAt !== null) ?? [];

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
        {library.maps !== null && kept.length === 0 ? (
          <FirstStart onChoose={library.createFrom} />
        ) : (
          <KeptMaps
            maps={library.maps && kept}
            onNew={library.createFrom}
            card={(map) => (
              <MapCard
                map={map}
                now={now}
                href={addressOf(map.id)}
                onRename={() => setRenaming(map)}
                onDuplicate={() => library.duplicate(map)}
                onDelete={() => library.remove(map)}
              />
            )}
          />
        )}
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

interface KeptMapsProps {
  /** null while they are being read: nobody is greeted as new until it is known. */
  readonly maps: readonly MapSummary[] | null;
  readonly onNew: (sample: SampleId) => void;
  readonly card: (map: MapSummary) => ReactNode;
}

/** The maps that are there and the ways to another; of several also what looks for one and puts them in order. */
function KeptMaps({ maps, onNew, card }: KeptMapsProps) {
  const language = useLanguage();
  const { t } = language;
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<Sort>('changed');
  const listed = listMaps(maps ?? [], query, sort, language);
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{t('library.title')}</h1>
        {maps !== null && maps.length > 1 && (
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
      {maps === null ? (
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
              <button type="button" className={styles.new} onClick={() => onNew('blank')}>
                <Plus aria-hidden="true" />
                {t('library.blank')}
              </button>
            ) : (
              card(map)
            )
          }
        </VirtualGrid>
      )}
      {maps !== null && listed.length === 0 && (
        <EmptyState title={t('library.nothing', { query })} />
      )}
      <Templates onChoose={onNew} />
    </>
  );
}
