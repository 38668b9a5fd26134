import { useState } from 'react';
import { useEditor } from '../session/EditorContext';
import { computeInWorker } from '../run/live/askWorker';
import type { OpenRun } from '../run/runTypes';
import { walkCustomers } from '../run/walking/walkCustomers';
import { type Analysis, createAnalysis } from './analysis';

/** Sampled answers cost minutes: they outlive a change of view. */
const known = new WeakMap<OpenRun, Analysis>();

/** The questions asked of a run, of the map as it was when they were first asked. */
export function useAnalysis(run: OpenRun): Analysis {
  const editor = useEditor();
  const [analysis] = useState(() => {
    const { map } = editor.store.getState();
    const made = known.get(run) ?? createAnalysis(run, map, walkCustomers, computeInWorker);
    known.set(run, made);
    return made;
  });
  return analysis;
}
