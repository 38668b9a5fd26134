import { COLLECTIONS, type JourneyMap } from '../schema';

/** What to change in one map to have another: values of the map itself, and records by collection. */
export interface Difference {
  readonly values: Readonly<Record<string, unknown>>;
  readonly records: Readonly<Record<string, { readonly set: Table; readonly gone: string[] }>>;
}
type Table = Record<string, unknown>;

const isCollection = (key: string) => COLLECTIONS.some((name) => name === key);

/**
 * What an edit costs to hand on, instead of what the map weighs: untouched records are the same
 * objects in both maps and stay behind. From null it is the whole map.
 */
export function differenceOf(before: JourneyMap | null, after: JourneyMap): Difference {
  const values: Table = {};
  const records: Record<string, { set: Table; gone: string[] }> = {};
  const old: Readonly<Record<string, unknown>> = before ? { ...before } : {};
  for (const [key, value] of Object.entries<unknown>({ ...after })) {
    if (value === old[key]) continue;
    if (!isCollection(key)) values[key] = value;
    else records[key] = changed((old[key] ?? {}) as Table, value as Table);
  }
  return { values, records };
}

function changed(before: Table, after: Table): { set: Table; gone: string[] } {
  const set: Table = {};
  for (const id in after) if (after[id] !== before[id]) set[id] = after[id];
  return { set, gone: Object.keys(before).filter((id) => !Object.hasOwn(after, id)) };
}

/** The other map. Collections that differ are new objects, so nothing kept by object is stale. */
export function applyDifference(
  before: JourneyMap | null,
  { values, records }: Difference,
): JourneyMap {
  const next: Record<string, unknown> = { ...before, ...values };
  for (const [key, { set, gone }] of Object.entries(records)) {
    const table: Table = { ...(next[key] as Table | undefined), ...set };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a table of records by id
    for (const id of gone) delete table[id];
    next[key] = table;
  }
  return next as unknown as JourneyMap;
}
