import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { ReadFile } from '../../../exchange/browser';
import type { JourneyMap } from '../../../map/schema';
import { StorageError, type Storage } from '../../../storage';
import { Later, later } from '../../../controls/Later';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useToasts } from '../../../controls/ToastRegion';
import type { ArrivalChoice, Arrival } from '../../../exchange/library';

const ArrivalDialog = later(async () => (await import('./ArrivalDialog')).ArrivalDialog);
const FindingsDialog = later(async () => (await import('./FindingsDialog')).FindingsDialog);

/** The ways files come in. Whatever happens, no map that is here changes unless somebody says so. */
export interface Files {
  /** Asks for a file. */
  readonly pick: () => Promise<void>;
  /** Opens files that were dropped or handed over; the first map that can be read is shown. */
  readonly take: (files: readonly File[]) => Promise<void>;
}

interface Question {
  readonly name: string;
  readonly arrival: Exclude<Arrival, { kind: 'new' }>;
  readonly answer: (answer: ArrivalChoice | null) => void;
}

const Context = createContext<Files | null>(null);

export interface FilesProviderProps {
  readonly storage: Pick<Storage, 'create' | 'list' | 'openMap' | 'restore'>;
  readonly onOpen: (id: string) => void;
  /** Opens the map and replaces what it says, in one step that can be undone. */
  readonly onReplace: (map: JourneyMap) => void;
  readonly children: ReactNode;
}

/** Opens files as maps, wherever in the app they arrive; what is mended or refused is said. */
export function FilesProvider({ storage, onOpen, onReplace, children }: FilesProviderProps) {
  const { t } = useLanguage();
  const toasts = useToasts();
  const [question, setQuestion] = useState<Question | null>(null);
  const [findings, setFindings] = useState<ReadFile | null>(null);

  const files = useMemo<Files>(() => {
    function tell(file: ReadFile) {
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
    }
    function fail(error: unknown) {
      const code = error instanceof StorageError ? error.code : 'broken';
      const text = t('library.failed', { reason: t(`storage.${code}`) });
      toasts.show({ text, tone: 'error', stays: true });
    }
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
    /** Reads one file, and offers to cancel that where it takes a while; null where it was cancelled. */
    async function read(file: File): Promise<ReadFile | null> {
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
    async function take(files: readonly File[]) {
      const { keepFiles } = await import('../../../exchange/library/keepFiles');
      const left = files.length - MOST_FILES;
      if (left > 0) {
        toasts.show({ text: t('library.file.left', { most: MOST_FILES, left }), stays: true });
      }
      const found: ReadFile[] = [];
      for (const file of files.slice(0, MOST_FILES)) {
        const one = await read(file);
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
  }, [storage, t, toasts, onOpen, onReplace]);

  return (
    <Context value={files}>
      {children}
      {question && (
        <Later missing="notice">
          <ArrivalDialog
            name={question.name}
            arrival={question.arrival}
            onAnswer={question.answer}
          />
        </Later>
      )}
      {findings && (
        <Later
          missing="notice"
          onMissing={() => setFindings(null)}
          onRetry={() => setFindings(findings)}
        >
          <FindingsDialog file={findings} onClose={() => setFindings(null)} />
        </Later>
      )}
    </Context>
  );
}

/** Work that takes longer is reported, in ms. */
const NOTICEABLE = 300;
/** More at once would be an accident. */
const MOST_FILES = 20;

/** The ways files come in. @throws outside of a `FilesProvider`. */
export function useFiles(): Files {
  const files = use(Context);
  if (!files) throw new Error('useFiles needs a <FilesProvider> above it.');
  return files;
}
