import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ReplayPort } from '../../editing/commands';
import type { Storage } from '../../storage';
import { type Session, useEditor, useSession } from '../session';
import { ReplayContext } from './replay/ReplayContext';
import { createReplays } from '../../runs/replay';
import { createRunStore, type RunState, type RunStore } from '../../runs/store';
import { pageSurvival } from '../../runs';
import { simulateInWorker, warmRuns } from '../../runs/workers';

const Context = createContext<RunStore | null>(null);

/** Everything below can run the open map and see its runs. */
export function RunProvider({
  storage,
  children,
}: {
  readonly storage: Storage;
  readonly children: ReactNode;
}) {
  const editor = useEditor();
  const [runs] = useState(() =>
    createRunStore({
      editor,
      storage,
      simulate: simulateInWorker,
      survival: pageSurvival(),
      warm: warmRuns,
      titleOf: (scenario) => {
        const { title, scenarios } = editor.store.getState().map;
        return (scenario !== null && scenarios[scenario]?.name) || title;
      },
    }),
  );
  const [replays] = useState(() => createReplays(editor, runs));
  useEffect(() => runs.follow(), [runs]);
  const session = useSession();
  useEffect(() => {
    const stop = replays.follow();
    lend(session, replays.port);
    return () => {
      stop();
      lend(session, null);
    };
  }, [replays, session]);
  useEffect(() => () => replays.leave(), [replays]);
  return (
    <Context value={runs}>
      <ReplayContext value={replays}>{children}</ReplayContext>
    </Context>
  );
}

/** Commands reach the replay through the session. */
function lend({ replay }: Session, port: ReplayPort | null): void {
  if (replay) replay.current = port;
}

/** The runs of the open map. @throws outside of a `RunProvider`. */
export function useRuns(): RunStore {
  const runs = use(Context);
  if (!runs) throw new Error('useRuns needs a RunProvider above it');
  return runs;
}

/** A part of the runs' state. */
export function useRunState<Part>(pick: (state: RunState) => Part): Part {
  return useStore(useRuns().store, pick);
}

/** Has the map changed since the current run? False while that is being worked out. */
export function useIsStale(): boolean {
  return useRunState(
    ({ current, revision }) =>
      current !== null && revision !== null && current.summary.mapRevision !== revision,
  );
}
