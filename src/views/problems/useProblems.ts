import { useEffect, useState } from 'react';
import type { Problem } from '../../checks';
import type { JourneyMap } from '../../map/schema';
import type { Checker } from '../../checks/worker/checker';
import { useLater } from '../../controls/useLater';
import { useEditor } from '../session/EditorContext';

/** Calendar day here, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** One checker for everything on the page that shows findings; it ends with the last of them. */
let checker: Checker | null = null;
let watchers = 0;
const loadChecker = () => import('../../checks/worker/browserChecker');

/** The revision of a map, worked out beside the page. */
export async function revisionBeside(map: JourneyMap): Promise<string> {
  const { browserChecker } = await loadChecker();
  checker ??= browserChecker();
  return checker.revision(map);
}

/**
 * What the checker finds, a moment after the map has come to rest; null until it first answers. The
 * check runs beside the page, and an answer about a map that has changed since is dropped.
 */
export function useProblems(): readonly Problem[] | null {
  const editor = useEditor();
  const [found, setFound] = useState<readonly Problem[] | null>(null);
  const later = useLater(loadChecker);
  useEffect(() => {
    if (!later) return;
    checker ??= later.browserChecker();
    const { check, end } = checker;
    let isGone = false;
    let checked: unknown = null;
    watchers += 1;
    function look() {
      const { map } = editor.store.getState();
      if (map === checked) return;
      checked = map;
      check(map, { today: today() }).then(
        (problems) => {
          if (problems && !isGone) setFound(problems);
        },
        // A map that breaks the checker keeps what was found before.
        () => undefined,
      );
    }
    look();
    const stop = editor.store.subscribe(look);
    return () => {
      isGone = true;
      stop();
      watchers -= 1;
      if (watchers === 0) end();
    };
  }, [editor, later]);
  return found;
}
