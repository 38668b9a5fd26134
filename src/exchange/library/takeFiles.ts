import type { ReadFile } from '../browser';
import type { Arrival, ArrivalChoice } from './arrival';
import type { Language } from '../../language';
import type { JourneyMap } from '../../map/schema';
import { type Storage, failedNotice } from '../../storage';

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

/** The dialogs that ask about a file and show what was found in one. */
export interface FileDialogs {
  readonly setQuestion: (question: Question | null) => void;
  readonly setFindings: (file: ReadFile | null) => void;
}

/** A notice on screen; `show` returns what closes it. */
export interface Notices {
  readonly show: (notice: {
    readonly text: string;
    readonly tone?: 'error';
    readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
    readonly stays: true;
  }) => () => void;
}

/** Reads files and keeps the maps in them; asks and reports as it goes. Fetched when the first file comes. */
export async function takeFiles(
  files: readonly File[],
  { storage, onOpen, onReplace, setQuestion, setFindings }: FilesTarget & FileDialogs,
  t: Language['t'],
  notices: Notices,
): Promise<void> {
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
  const { keepFiles } = await import('./keepFiles');
  const { tell, fail } = sayings(t, notices, setFindings);
  const left = files.length - MOST_FILES;
  if (left > 0) {
    notices.show({ text: t('library.file.left', { most: MOST_FILES, left }), stays: true });
  }
  const found: ReadFile[] = [];
  for (const file of files.slice(0, MOST_FILES)) {
    const one = await read(file, t, notices);
    if (one) found.push(one);
  }
  await keepFiles(found, storage, { tell, fail, ask, onOpen, onReplace });
}

/** Work that takes longer is reported, in ms. */
const NOTICEABLE = 300;
/** More at once would be an accident. */
const MOST_FILES = 20;

/** How what became of a file is reported: what was mended or refused, and what failed. */
function sayings(t: Language['t'], notices: Notices, setFindings: FileDialogs['setFindings']) {
  return {
    tell: (file: ReadFile) => {
      const { name, result, notCarried } = file;
      if (result.outcome === 'refused') setFindings(file);
      else if (notCarried.length > 0) offer('library.file.machine', notCarried.length);
      else if (result.outcome === 'repaired') offer('library.file.repaired', result.repairCount);

      function offer(text: 'library.file.machine' | 'library.file.repaired', count: number) {
        notices.show({
          text: t(text, { name, count }),
          actions: [{ label: t('library.findings.show'), run: () => setFindings(file) }],
          stays: true,
        });
      }
    },
    fail: (error: unknown) => {
      notices.show(failedNotice(error, t));
    },
  };
}

/** Reads one file, and offers to cancel that where it takes a while; null where it was cancelled. */
async function read(file: File, t: Language['t'], notices: Notices): Promise<ReadFile | null> {
  const { readMapFile } = await import('../browser/mapFile');
  const cancelling = new AbortController();
  let close: () => void = () => undefined;
  const timer = setTimeout(() => {
    const action = { label: t('control.cancel'), run: () => cancelling.abort() };
    close = notices.show({
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
