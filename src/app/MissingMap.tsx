import { useEffect, useState } from 'react';
import type { MapCopy, Storage } from '../storage';
import { Button } from '../controls/Button';
import { EmptyState } from '../controls/EmptyState';
import { useLanguage } from '../controls/LanguageProvider';
import { Skeleton } from '../controls/Skeleton';
import { goTo } from './useRoute';
import wholePage from './wholePage.module.css';

/** What is left of a map that cannot be opened. */
interface Remains {
  /** The library has it, so something of it is damaged. */
  readonly isListed: boolean;
  readonly copy: MapCopy | null;
}

/** Instead of a map that cannot be opened: its copy beside the database, where there is one. */
export function MissingMap({
  storage,
  id,
  onBack,
}: {
  readonly storage: Storage;
  readonly id: string;
  /** The copy was put back: the map can be opened again. */
  readonly onBack: () => void;
}) {
  const { t, dateTime } = useLanguage();
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const remains = useRemains(storage, id);
  if (failure) throw failure.error;
  if (!remains) return <Skeleton />;
  const { copy, isListed } = remains;
  const kind = copy ? 'copy' : isListed ? 'damaged' : 'unknown';
  const rest = copy && !copy.isWhole ? t('app.missing.rest') : '';
  return (
    <main className={wholePage.page} tabIndex={-1}>
      <EmptyState
        title={t(`app.missing.${kind}.title`)}
        actions={
          <>
            {copy && (
              <Button
                variant="primary"
                onClick={() => {
                  storage.putBack(id).then(onBack, (error: unknown) => setFailure({ error }));
                }}
              >
                {t('app.missing.putBack')}
              </Button>
            )}
            <Button
              variant={copy ? 'secondary' : 'primary'}
              onClick={() => goTo({ at: 'library' })}
            >
              {t('app.library')}
            </Button>
          </>
        }
      >
        {t(`app.missing.${kind}.text`, {
          title: copy?.title ?? '',
          at: copy ? dateTime(copy.at) : '',
        })}{' '}
        {rest}
      </EmptyState>
    </main>
  );
}

/** Null until it has been looked for. */
function useRemains(storage: Storage, id: string): Remains | null {
  const [remains, setRemains] = useState<Remains | null>(null);
  useEffect(() => {
    let left = false;
    async function load() {
      const [copy, maps] = await Promise.all([
        storage.copyOf(id).catch(() => null),
        storage.list().catch(() => []),
      ]);
      if (!left) setRemains({ copy, isListed: maps.some((map) => map.id === id) });
    }
    void load();
    return () => {
      left = true;
    };
  }, [storage, id]);
  return remains;
}
