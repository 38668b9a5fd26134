import { useState } from 'react';
import { useEditor } from '../session';
import { computeInWorker, simulateInWorker } from '../../runs/workers';
import type { OpenRun } from '../../runs/store';
import { type Analysis, createAnalysis } from '../../runs/analysis';

/** Sampled answers cost minutes: they outlive a change of view. */
const known = new WeakMap<OpenRun, Analysis>();

/** The questions asked of a run, of the map as it was when they were first asked. */
export function useAnalysis(run: OpenRun): Analysis {
  const editor = useEditor();
  const [analysis] = useState(() => {
    const { map } = editor.store.getState();
    const made = known.get(run) ?? createAnalysis(run, map, simulateInWorker, computeInWorker);
    known.set(run, made);
    return made;
  });
  return analysis;
}
