import type { MapPatch } from '../map/edits';
import type { JourneyMap } from '../map/schema';
import type { MapRow } from './rows';
import type { MapCounts } from './types';

const COUNTED = ['stages', 'touchpoints', 'transitions'] as const;

/** The library's row for a map. */
export function rowFor(map: JourneyMap, now: string): MapRow {
  return {
    id: map.id,
    ...shown(map),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    counts: countsOf(map),
  };
}

/** What the library shows of a map itself. */
export function shown({ title, language, state }: JourneyMap) {
  return { title, language, state };
}

/** Counts what the library shows of a map. */
export function countsOf(map: JourneyMap): MapCounts {
  const [stages, touchpoints, transitions] = COUNTED.map(
    (collection) => Object.keys(map[collection]).length,
  );
  return { stages: stages ?? 0, touchpoints: touchpoints ?? 0, transitions: transitions ?? 0 };
}

/**
 * The row after an edit, from its patches alone: the document is never loaded to keep the library
 * true. Patches that replace everything are recounted by the next snapshot.
 */
export function afterPatches(row: MapRow, patches: readonly MapPatch[], now: string): MapRow {
  const next: MapRow = { ...row, updatedAt: now, counts: { ...row.counts } };
  for (const { op, path, value } of patches) {
    const [field] = path;
    if (path.length === 1 && field === 'title' && typeof value === 'string') next.title = value;
    if (path.length === 1 && field === 'language' && typeof value === 'string')
      next.language = value;
    if (path.length === 1 && field === 'state' && (value === 'as-is' || value === 'to-be'))
      next.state = value;
    const collection = COUNTED.find((name) => name === field);
    if (!collection) continue;
    if (path.length === 1) next.counts[collection] = size(value);
    if (path.length === 2 && op === 'add') next.counts[collection] += 1;
    if (path.length === 2 && op === 'remove') next.counts[collection] -= 1;
  }
  for (const collection of COUNTED) next.counts[collection] = Math.max(0, next.counts[collection]);
  return next;
}

function size(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}
