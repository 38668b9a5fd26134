import { useMemo } from 'react';
import type { Language, MessageId } from '../../language';
import type { Finding } from '../../map/text';
import { newId } from '../../map/records';
import { openMapFile, readMapFile, type ReadFile } from '../../exchange/mapFile';
import { StorageError, type Storage } from '../../storage';
import { useLanguage } from '../controls/LanguageProvider';
import { useToasts } from '../controls/ToastRegion';

type LibraryStorage = Pick<Storage, 'create' | 'list'>;

export interface OpenFiles {
  /** Asks for a file. */
  readonly pick: () => Promise<void>;
  /** Opens files that were dropped or handed over: the first map among them that can be read is shown. */
  readonly take: (files: readonly File[]) => Promise<void>;
}

/** More at once would be an accident. */
const MOST_FILES = 20;

/**
 * Opens files as maps of the library; what is refused or mended is said, and nothing else
 * changes. The answer is as stable as `onOpen`.
 */
export function useOpenFile(storage: LibraryStorage, onOpen: (id: string) => void): OpenFiles {
  const language = useLanguage();
  const toasts = useToasts();

  return useMemo(() => {
    function tell(text: string, tone: 'info' | 'error' = 'info') {
      toasts.show({ text, tone, stays: tone === 'error' });
    }

    async function keep({ name, result }: ReadFile): Promise<string | null> {
      const { t } = language;
      if (result.outcome === 'refused') {
        const [first] = result.problems;
        const reason = first ? sentence(first, language) : '';
        tell(t('library.file.refused', { name, reason }), 'error');
        return null;
      }
      if (result.outcome === 'repaired') {
        tell(t('library.file.repaired', { name, count: result.repairCount }));
      }
      try {
        const taken = (await storage.list()).some(({ id }) => id === result.map.id);
        // A file never touches the map it came from: it becomes a copy beside it.
        const map = taken ? { ...result.map, id: newId() } : result.map;
        if (taken) tell(t('library.file.copy', { name }));
        return (await storage.create(map)).id;
      } catch (error) {
        const code = error instanceof StorageError ? error.code : 'broken';
        tell(t('library.failed', { reason: t(`storage.${code}`) }), 'error');
        return null;
      }
    }

    async function keepAll(files: readonly ReadFile[]) {
      let first: string | null = null;
      for (const file of files) first ??= await keep(file);
      if (first !== null) onOpen(first);
    }

    return {
      async pick() {
        const file = await openMapFile();
        if (file) await keepAll([file]);
      },
      async take(files) {
        const read: ReadFile[] = [];
        for (const file of files.slice(0, MOST_FILES)) read.push(await readMapFile(file));
        await keepAll(read);
      },
    };
  }, [storage, language, toasts, onOpen]);
}

/** A finding as a sentence of the catalogue. */
export function sentence(finding: Finding, { t }: Language): string {
  const id: MessageId = `file.finding.${finding.code}`;
  return t(id, { ...finding.params, pointer: finding.pointer });
}
