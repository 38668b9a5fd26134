import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { useLanguage } from '../../controls/LanguageProvider';
import { useLater } from '../../controls/useLater';
import { displayOf } from '../../editing';
import { overlayOf } from '../../insight/flow';
import type { RunResult } from '../../simulation/results';
import { useProblems } from '../problems/useProblems';
import { useEditor, useEditorState } from '../session';

/**
 * What is written and drawn on the map besides the map: marks of touchpoints, words of transitions, the flow of a
 * run, and the transitions that stay quiet beside those that carry it.
 */
export function useDecorations(run: RunResult | null) {
  const editor = useEditor();
  const language = useLanguage();
  // Marks and the words of rules may lag behind a drag or a keystroke.
  const map = useDeferredValue(useEditorState((state) => state.map));
  const problems = useProblems();
  const decorations = useLater(loadDecorations);
  const marks = useMemo(() => {
    if (!decorations) return {};
    return decorations.marksOf(map, problems ?? [], run, language);
  }, [decorations, map, run, language, problems]);
  const wording = useMemo(() => decorations?.wordingOf(), [decorations]);
  const words = useMemo(() => wording?.(map, language) ?? {}, [wording, map, language]);
  const overlay = useMemo(() => (run ? overlayOf(run) : null), [run]);
  const stages = useMemo(
    () => (run && decorations ? decorations.stageWords(map, run, language) : {}),
    [decorations, map, run, language],
  );
  const paths = useLater(loadPaths);
  const traffic = useStore(displayOf(editor), (display) => display.traffic);
  const quiet = useMemo(
    () => (overlay ? (paths?.quietTransitions(overlay, traffic) ?? NONE) : NONE),
    [overlay, traffic, paths],
  );
  return { marks, words, overlay, quiet, stages };
}

const NONE: ReadonlySet<string> = new Set();
const loadPaths = () => import('../../insight/flow/mainPaths');
const loadDecorations = () => import('../../insight/decorations');
