import { useMemo } from 'react';
import type { ReadFile } from '../../../exchange/browser';
import type { Arrival, ArrivalChoice } from '../../../exchange/library';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useToasts } from '../../../controls/ToastRegion';
import type { JourneyMap } from '../../../map/schema';
import type { Storage } from '../../../storage';

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

/** What takes files opens dialogs with. */
export interface FileDialogs {
  readonly setQuestion: (question: Question | null) => void;
  readonly setFindings: (file: ReadFile | null) => void;
}

/** Reads and keeps files; what has to be asked or shown goes to the dialogs. */
export function useTakenFiles(options: FilesTarget & FileDialogs): Files {
  const { storage, onOpen, onReplace, setQuestion, setFindings } = options;
  const { t } = useLanguage();
  const toasts = useToasts();

  return useMemo<Files>(() => {
    const to = { storage, onOpen, onReplace, setQuestion, setFindings };
    async function take(files: readonly File[]) {
      const { takeFiles } = await import('./takeFiles');
      await takeFiles(files, to, t, toasts);
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
