import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Lit } from '../../editing/lit';
import { displayOf } from '../../editing';
import { type RunResult } from '../../simulation/results';
import { useEditor, useEditorState } from '../session';
import { useLater } from '../../controls/useLater';

const loadLit = () => import('../../editing/lit');

/** What of the map stays lit: what is presented, else what a filter asks for, else the selection's paths. */
export function useLit(run: RunResult | null): {
  readonly lit: Lit | null;
  /** How many touchpoints meet the filter; null without one. */
  readonly met: number | null;
  readonly present: (lit: Lit | null) => void;
} {
  const editor = useEditor();
  const lit = useLater(loadLit);
  const [presented, present] = useState<Lit | null>(null);
  const display = displayOf(editor);
  const isPresenting = useStore(display, (state) => state.isPresenting);
  const filter = useDeferredValue(useStore(display, (state) => state.filter));
  // What lights up may lag behind a click or a drag.
  const map = useDeferredValue(useEditorState((state) => state.map));
  const selection = useDeferredValue(useEditorState((state) => state.selection));
  const [selected] = selection;
  const only = selection.length === 1 ? selected : undefined;
  const met = useMemo(() => lit?.filtered(map, filter, run) ?? null, [lit, map, filter, run]);
  const paths = useMemo(
    () => (only && !met ? (lit?.litPathsOf(map, only) ?? null) : null),
    [lit, map, only, met],
  );

  const shown = met?.items.size ?? null;
  useEffect(() => {
    const all = () => Object.keys(map.touchpoints).length;
    if (shown !== null) editor.announce('map.filter.said', { shown, all: all() });
    // Only another filter is news.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [filter]);

  return { lit: isPresenting ? presented : (met ?? paths), met: shown, present };
}
