import { useDeferredValue, useMemo } from 'react';
import { type Problem, problems } from '../../checks';
import { useMap } from '../session/EditorContext';

/** Calendar day here, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What the checker finds, a moment after the map has come to rest. */
export function useProblems(): readonly Problem[] {
  const map = useDeferredValue(useMap((whole) => whole));
  return useMemo(() => problems(map, { today: today() }), [map]);
}
