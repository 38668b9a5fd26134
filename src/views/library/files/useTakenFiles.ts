import { useMemo } from 'react';
import type { FileDialogs, FilesTarget } from '../../../exchange/library';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useToasts } from '../../../controls/ToastRegion';
import { useLater } from '../../../controls/useLater';

/** The ways files come in. Whatever happens, no map that is here changes unless somebody says so. */
export interface Files {
  /** Asks for a file. */
  readonly pick: () => Promise<void>;
  /** Opens files that were dropped or handed over; the first map that can be read is shown. */
  readonly take: (files: readonly File[]) => Promise<void>;
}

const loadPick = () => import('../../../exchange/library/pickMap');

/** Reads and keeps files; what has to be asked or shown goes to the dialogs. */
export function useTakenFiles(options: FilesTarget & FileDialogs): Files {
  const { storage, onOpen, onReplace, setQuestion, setFindings } = options;
  const { t } = useLanguage();
  const toasts = useToasts();
  // Ahead of the press, which a browser forgets after a few seconds.
  useLater(loadPick);

  return useMemo<Files>(() => {
    const to = { storage, onOpen, onReplace, setQuestion, setFindings };
    async function take(files: readonly File[]) {
      const { takeFiles } = await import('../../../exchange/library/takeFiles');
      await takeFiles(files, to, t, toasts);
    }
    return {
      take,
      pick: async () => {
        const { pickMap } = await loadPick();
        await pickMap(take, t, toasts);
      },
    };
  }, [storage, t, toasts, onOpen, onReplace, setQuestion, setFindings]);
}
