import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Storage } from '../../storage';
import { useEditor } from '../session/EditorContext';
import { createRunStore, type RunState, type RunStore } from './runStore';
import { walkCustomers } from './walkCustomers';

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
      simulate: walkCustomers,
      titleOf: (scenario) => {
        const { title, scenarios } = editor.store.getState().map;
        return (scenario !== null && scenarios[scenario]?.name) || title;
      },
    }),
  );
  useEffect(() => runs.follow(), [runs]);
  return <Context value={runs}>{children}</Context>;
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
