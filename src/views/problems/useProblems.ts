import { useEffect, useState } from 'react';
import type { ProblemGroup } from '../../checks';
import { useLater } from '../../controls/useLater';
import { loadChecker, watchProblems } from '../../runs';
import { useEditor } from '../session';

/** What the checker finds in the open map; null until its first result. */
export function useProblems(): readonly ProblemGroup[] | null {
  const editor = useEditor();
  const [found, setFound] = useState<readonly ProblemGroup[] | null>(null);
  const checker = useLater(loadChecker);
  useEffect(
    () => (checker ? watchProblems(checker, editor, setFound) : undefined),
    [editor, checker],
  );
  return found;
}
