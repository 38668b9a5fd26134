import { cut } from '../../language';
import { useEffect, useState } from 'react';
import { createFromSample, type SampleId } from '../../samples';
import { failedNotice, type MapSummary, type Storage } from '../../storage';
import { useLanguage } from '../../controls/LanguageProvider';
import { useToasts } from '../../controls/ToastRegion';

interface Library {
  /** null until storage has answered. */
  readonly maps: readonly MapSummary[] | null;
  readonly createFrom: (sample: SampleId) => void;
  readonly rename: (id: string, title: string) => void;
  readonly duplicate: (map: MapSummary) => void;
  /** Puts it into the bin and offers to take it out again. */
  readonly remove: (map: MapSummary) => void;
  /** Takes it out of the bin. */
  readonly restore: (map: MapSummary) => void;
  /** Deletes it for good. */
  readonly purge: (map: MapSummary) => void;
}

/** The maps on this computer and what one can do with them; failures are reported, never swallowed. */
export function useLibrary(storage: Storage, onOpen: (id: string) => void): Library {
  const { t, locale } = useLanguage();
  const toasts = useToasts();
  const [maps, setMaps] = useState<readonly MapSummary[] | null>(null);
  useEffect(() => storage.watchLibrary(setMaps), [storage]);

  function attempt(task: () => Promise<void>) {
    task().catch((error: unknown) => {
      toasts.show(failedNotice(error, t));
    });
  }

  return {
    maps,
    createFrom: (sample) =>
      attempt(async () => {
        const { currencyOf } = await import('../../language/currencies');
        const currency = currencyOf(navigator.languages);
        onOpen((await createFromSample(storage, sample, locale, currency)).id);
      }),
    rename: (id, title) => attempt(() => storage.rename(id, title)),
    duplicate: (map) =>
      attempt(async () => {
        const title = map.title === '' ? t('app.untitled') : map.title;
        await storage.duplicate(map.id, cut(t('library.duplicate.title', { title }), 200));
      }),
    remove: (map) =>
      attempt(async () => {
        await storage.remove(map.id);
        const title = map.title === '' ? t('app.untitled') : map.title;
        toasts.show({
          text: t('library.deleted', { title }),
          actions: [
            { label: t('control.undo'), run: () => attempt(() => storage.restore(map.id)) },
          ],
        });
      }),
    restore: (map) => attempt(() => storage.restore(map.id)),
    purge: (map) => attempt(() => storage.purge(map.id)),
  };
}
