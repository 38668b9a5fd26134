import { useState } from 'react';
import { useEditor } from '../session/EditorContext';
import type { OpenRun } from '../run/runStore';
import { walkCustomers } from '../run/walkCustomers';
import { type Analysis, createAnalysis } from './analysis';

/** Answers cost minutes: they outlive a change of view. */
const known = new WeakMap<OpenRun, Analysis>();

/** The questions asked of a run, of the map as it was when they were first asked. */
export function useAnalysis(run: OpenRun): Analysis {
  const editor = useEditor();
  const [analysis] = useState(() => {
    const made = known.get(run) ?? createAnalysis(run, editor.store.getState().map, walkCustomers);
    known.set(run, made);
    return made;
  });
  return analysis;
}
