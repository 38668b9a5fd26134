import { matching, type Searchable } from '../../language';

/** Lines shown of one kind: a long list slows every key, and nobody reads it. */
const MOST = 20;

interface Option extends Searchable {
  readonly id: string;
}

/** The first lines of what a search finds. */
export interface Found<One> {
  readonly shown: readonly One[];
  /** How many more there are. */
  readonly more: number;
}

/** What a query finds by name, or by an id as messages and files write it. */
export function found<One extends Option>(options: readonly One[], query: string): Found<One> {
  const byId = options.filter(({ id }) => id === query.trim());
  const all = byId.length > 0 ? byId : matching(options, query);
  return { shown: all.slice(0, MOST), more: Math.max(0, all.length - MOST) };
}
