import { useMemo } from 'react';
import type { ReadFile } from '../../../exchange/browser';
import type { Arrival, ArrivalChoice } from '../../../exchange/library';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useToasts } from '../../../controls/ToastRegion';
import type { Language } from '../../../language';
import type { JourneyMap } from '../../../map/schema';
import { type Storage, StorageError } from '../../../storage';

/** The ways files come in. Whatever happens, no map that is here changes unless somebody says so. */
export interface Files {
  /** Asks for a file. */
  readonly pick: () => Promise<void>;
  /** Opens files that were dropped or handed over; the first map that can be read is shown. */
  readonly take: (files: readonly File[]) => Promise<void>;
}

/** What somebody has to decide about a map that is here already; null = nothing is done with the file. */
export interface Question {
  readonly name: string;
  readonly arrival: Exclude<Arrival, { kind: 'new' }>;
  readonly answer: (answer: ArrivalChoice | null) => void;
}

/** Where maps of files are kept and shown. */
export interface FilesTarget {
  readonly storage: Pick<Storage, 'create' | 'list' | 'openMap' | 'restore'>;
  readonly onOpen: (id: string) => void;
  /** Opens the map and replaces what it says, in one step that can be undone. */
  readonly onReplace: (map: JourneyMap) => void;
}

interface Dialogs {
  readonly setQuestion: (question: Question | null) => void;
  readonly setFindings: (file: ReadFile | null) => void;
}

/** Reads and keeps files; what has to be asked or shown goes to the dialogs. */
export function useTakenFiles(options: FilesTarget & Dialogs): Files {
  const { storage, onOpen, onReplace, setQuestion, setFindings } = options;
  const { t } = useLanguage();
  const toasts = useToasts();

  return useMemo<Files>(() => {
    const ask = (name: string, arrival: Question['arrival']) =>
      new Promise<ArrivalChoice | null>((resolve) => {
        setQuestion({
          name,
          arrival,
          answer: (answer) => {
            setQuestion(null);
            resolve(answer);
          },
        });
      });
    const { tell, fail } = sayings(t, toasts, setFindings);
    async function take(files: readonly File[]) {
      const { keepFiles } = await import('../../../exchange/library/keepFiles');
      const left = files.length - MOST_FILES;
      if (left > 0) {
        toasts.show({ text: t('library.file.left', { most: MOST_FILES, left }), stays: true });
      }
      const found: ReadFile[] = [];
      for (const file of files.slice(0, MOST_FILES)) {
        const one = await read(file, t, toasts);
        if (one) found.push(one);
      }
      await keepFiles(found, storage, { tell, fail, ask, onOpen, onReplace });
    }
    return {
      take,
      pick: async () => {
        const { pickMapFile } = await import('../../../exchange/browser/mapFile');
        const file = await pickMapFile();
        if (file) await take([file]);
      },
    };
  }, [storage, t, toasts, onOpen, onReplace, setQuestion, setFindings]);
}

/** Work that takes longer is reported, in ms. */
const NOTICEABLE = 300;
/** More at once would be an accident. */
const MOST_FILES = 20;

type Toasts = ReturnType<typeof useToasts>;

/** How what became of a file is reported: what was mended or refused, and what failed. */
function sayings(t: Language['t'], toasts: Toasts, setFindings: Dialogs['setFindings']) {
  return {
    tell: (file: ReadFile) => {
      const { name, result, notCarried } = file;
      if (result.outcome === 'refused') setFindings(file);
      else if (notCarried.length > 0) offer('library.file.machine', notCarried.length);
      else if (result.outcome === 'repaired') offer('library.file.repaired', result.repairCount);

      function offer(text: 'library.file.machine' | 'library.file.repaired', count: number) {
        toasts.show({
          text: t(text, { name, count }),
          actions: [{ label: t('library.findings.show'), run: () => setFindings(file) }],
          stays: true,
        });
      }
    },
    fail: (error: unknown) => {
      const code = error instanceof StorageError ? error.code : 'broken';
      const text = t('library.failed', { reason: t(`storage.${code}`) });
      toasts.show({ text, tone: 'error', stays: true });
    },
  };
}

/** Reads one file, and offers to cancel that where it takes a while; null where it was cancelled. */
async function read(file: File, t: Language['t'], toasts: Toasts): Promise<ReadFile | null> {
  const { readMapFile } = await import('../../../exchange/browser/mapFile');
  const cancelling = new AbortController();
  let close: () => void = () => undefined;
  const timer = setTimeout(() => {
    const action = { label: t('control.cancel'), run: () => cancelling.abort() };
    close = toasts.show({
      text: t('library.file.reading', { name: file.name }),
      actions: [action],
      stays: true,
    });
  }, NOTICEABLE);
  try {
    return await readMapFile(file, cancelling.signal);
  } catch (error) {
    if (cancelling.signal.aborted) return null;
    throw error;
  } finally {
    clearTimeout(timer);
    close();
  }
}
