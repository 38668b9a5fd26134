import { useDeferredValue, useMemo } from 'react';
import { useLanguage } from '../controls/LanguageProvider';
import { useRunState } from '../run/RunContext';
import { useMap } from '../session/EditorContext';
import { type Links, linksOf } from './links';

/** The chips of every touchpoint; they may lag behind typing. */
export function useLinks(): Links {
  const language = useLanguage();
  const map = useDeferredValue(useMap((whole) => whole));
  const run = useRunState(({ current, isShown }) => (isShown ? (current?.result ?? null) : null));
  return useMemo(() => linksOf(map, run, language), [map, run, language]);
}
