import { finds, type Language } from '../language';
import type { MapSummary } from './types';

/** `changed` and `created`: newest first. */
export const SORTS = ['changed', 'title', 'created'] as const;
/** One of `SORTS`. */
export type Sort = (typeof SORTS)[number];

/** The maps to list: not in the bin, with every word of the query in their title, in the order asked for. */
export function listMaps(
  maps: readonly MapSummary[],
  query: string,
  sort: Sort,
  { compare }: Pick<Language, 'compare'>,
): MapSummary[] {
  const isFound = finds(query);
  const order: Record<Sort, (a: MapSummary, b: MapSummary) => number> = {
    changed: (a, b) => compare(b.updatedAt, a.updatedAt),
    title: (a, b) => compare(a.title, b.title),
    created: (a, b) => compare(b.createdAt, a.createdAt),
  };
  return maps
    .filter(({ deletedAt, title }) => deletedAt === null && isFound(title))
    .sort(order[sort]);
}
