import { createContext, use, useState, type ReactNode } from 'react';
import type { ReadFile } from '../../../exchange/browser';
import { Later, later } from '../../../controls/Later';
import type { FilesTarget, Question } from '../../../exchange/library';
import { type Files, useTakenFiles } from './useTakenFiles';

const ArrivalDialog = later(async () => (await import('./ArrivalDialog')).ArrivalDialog);
const FindingsDialog = later(async () => (await import('./FindingsDialog')).FindingsDialog);

const Context = createContext<Files | null>(null);

/** Where maps of files go. */
export interface FilesProviderProps extends FilesTarget {
  readonly children: ReactNode;
}

/** Opens files as maps, wherever in the app they arrive; what is mended or refused is said. */
export function FilesProvider({ storage, onOpen, onReplace, children }: FilesProviderProps) {
  const [question, setQuestion] = useState<Question | null>(null);
  const [findings, setFindings] = useState<ReadFile | null>(null);

  const files = useTakenFiles({ storage, onOpen, onReplace, setQuestion, setFindings });

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

/** The ways files come in. @throws outside of a `FilesProvider`. */
export function useFiles(): Files {
  const files = use(Context);
  if (!files) throw new Error('useFiles needs a <FilesProvider> above it.');
  return files;
}
