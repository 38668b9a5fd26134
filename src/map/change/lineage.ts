import { type JourneyMap, LINEAGE_LIMIT } from '../schema';

/** The map with one more revision in its past; the oldest are forgotten past the limit. */
export function withAncestor(
  map: JourneyMap,
  revision: string,
  at: string,
  by: string,
): JourneyMap {
  if (map.lineage.at(-1)?.revision === revision) return map;
  return { ...map, lineage: [...map.lineage, { revision, at, by }].slice(-LINEAGE_LIMIT) };
}

/** The youngest revision in the past of both maps, or null: they have nothing in common. */
export function commonAncestor(a: JourneyMap, b: JourneyMap): string | null {
  const past = new Set(a.lineage.map(({ revision }) => revision));
  return b.lineage.findLast(({ revision }) => past.has(revision))?.revision ?? null;
}
