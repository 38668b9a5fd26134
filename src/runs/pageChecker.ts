import { createStore } from 'zustand/vanilla';
import type { ProblemGroup } from '../checks';
import type { Editor } from '../editing';
import { today } from '../map/records';
import type { JourneyMap } from '../map/schema';
import { pageSurvival, type Survival } from './survival';
import type { CheckClient } from './workers';

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

/** The map that is not checked by itself: its last check did not come to an end. */
export const checking = createStore<{ readonly heldFor: string | null }>(() => ({ heldFor: null }));

/** Somebody wants the map checked all the same. */
export function checkHeld(survival: Survival = pageSurvival()): void {
  const { heldFor } = checking.getState();
  if (heldFor !== null) survival.forgive('check', heldFor);
  checking.setState({ heldFor: null });
}

/**
 * Reports what the checker finds in the open map, now and after every edit, until the returned function is
 * called. An answer about a map that has changed since is dropped. A map that breaks the checker keeps the
 * findings it had, and is not checked again unless somebody asks for it.
 */
export function watchProblems(
  { check, end }: CheckClient,
  editor: Pick<Editor, 'store'>,
  report: (problems: readonly ProblemGroup[]) => void,
  survival: Survival = pageSurvival(),
): () => void {
  let isStopped = false;
  let isKnown = false;
  const stopped = () => isStopped;
  let checked: JourneyMap | null = null;
  watchers += 1;

  async function checkAgain() {
    const { map } = editor.store.getState();
    if (!isKnown || stopped() || map === checked || checking.getState().heldFor === map.id) return;
    checked = map;
    const ended = survival.begin('check', map.id);
    try {
      const problems = await check(map, { today: today() });
      if (problems && !stopped()) report(problems);
    } catch {
      checking.setState({ heldFor: map.id });
    } finally {
      ended();
    }
  }

  async function begin() {
    const { id } = editor.store.getState().map;
    if (await survival.broke('check', id)) checking.setState({ heldFor: id });
    isKnown = true;
    await checkAgain();
  }
  void begin();
  const unsubscribe = editor.store.subscribe(() => void checkAgain());
  const unhold = checking.subscribe(({ heldFor }) => {
    if (heldFor !== null) return;
    checked = null;
    void checkAgain();
  });
  return () => {
    isStopped = true;
    unsubscribe();
    unhold();
    watchers -= 1;
    if (watchers === 0) end();
  };
}
