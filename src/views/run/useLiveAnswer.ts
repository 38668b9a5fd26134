import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useEditor } from '../session';
import { useRuns } from './RunContext';
import { askLive, warmAnswers } from '../../runs/workers';
import { createLiveAnswers, type LiveState } from '../../runs/live';

/** What the map says while it is being changed; its answer is null while the run shown says it. */
export function useLiveAnswer(): LiveState {
  const editor = useEditor();
  const runs = useRuns();
  const [live] = useState(() =>
    createLiveAnswers({ editor, runs, ask: askLive, warm: warmAnswers }),
  );
  useEffect(() => live.follow(), [live]);
  return useStore(live.store);
}
