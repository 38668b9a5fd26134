import type { Problem } from '../checks';
import type { Editor } from '../editing';
import type { JourneyMap } from '../map/schema';
import type { CheckClient } from './workers/checkClient';

/** Calendar day here, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** One checker serves everything on the page that shows findings; it ends with the last watcher. */
let checker: CheckClient | null = null;
let watchers = 0;

/** Loads the page's checker, which is not needed for the first paint. */
export async function loadChecker(): Promise<CheckClient> {
  const { browserChecker } = await import('./workers/browserChecker');
  checker ??= browserChecker();
  return checker;
}

/** The revision of a map, computed in the checker's worker. */
export async function revisionInWorker(map: JourneyMap): Promise<string> {
  return (await loadChecker()).revision(map);
}

/**
 * Reports what the checker finds in the open map, now and after every edit, until the returned function is
 * called. An answer about a map that has changed since is dropped; a map that breaks the checker keeps the
 * findings it had.
 */
export function watchProblems(
  { check, end }: CheckClient,
  editor: Pick<Editor, 'store'>,
  report: (problems: readonly Problem[]) => void,
): () => void {
  let isStopped = false;
  let checked: JourneyMap | null = null;
  watchers += 1;
  function checkAgain() {
    const { map } = editor.store.getState();
    if (map === checked) return;
    checked = map;
    check(map, { today: today() }).then(
      (problems) => {
        if (problems && !isStopped) report(problems);
      },
      () => undefined,
    );
  }
  checkAgain();
  const unsubscribe = editor.store.subscribe(checkAgain);
  return () => {
    isStopped = true;
    unsubscribe();
    watchers -= 1;
    if (watchers === 0) end();
  };
}
