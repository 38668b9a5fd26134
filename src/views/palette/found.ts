import { type ComboOption, matching } from '../../controls/comboOptions';

/** Lines shown of one kind: a long list slows every key, and nobody reads it. */
const MOST = 20;

export interface Found {
  readonly shown: readonly ComboOption[];
  /** How many more there are. */
  readonly more: number;
}

/** What a query finds by name, or by an id as messages and files tell it. */
export function found(options: readonly ComboOption[], query: string): Found {
  const byId = options.filter(({ id }) => id === query.trim());
  const all = byId.length > 0 ? byId : matching(options, query);
  return { shown: all.slice(0, MOST), more: Math.max(0, all.length - MOST) };
}
