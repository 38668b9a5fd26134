import { isCollection, type JourneyMap } from '../schema';
import { ownValue } from '../shape';

/** What to change in one map to have another: values of the map itself, and records by collection. */
export interface Difference {
  readonly values: Readonly<Record<string, unknown>>;
  /** Fields of the map itself that it no longer has. */
  readonly goneFields: readonly string[];
  readonly records: Readonly<Record<string, { readonly set: Table; readonly gone: string[] }>>;
}
type Table = Record<string, unknown>;

/**
 * Its size depends on what changed, not on the map: untouched records are the same objects in both
 * maps and are left out. From null it is the whole map.
 */
export function differenceOf(before: JourneyMap | null, after: JourneyMap): Difference {
  const values: Table = {};
  const records: Record<string, { set: Table; gone: string[] }> = {};
  const old: Readonly<Record<string, unknown>> = before ? { ...before } : {};
  for (const [key, value] of Object.entries<unknown>({ ...after })) {
    if (value === ownValue(old, key)) continue;
    if (!isCollection(key)) values[key] = value;
    else records[key] = changed((old[key] ?? {}) as Table, value as Table);
  }
  return { values, goneFields: goneFrom(old, after), records };
}

function changed(before: Table, after: Table): { set: Table; gone: string[] } {
  const set: Table = {};
  for (const id in after) if (after[id] !== before[id]) set[id] = after[id];
  return { set, gone: goneFrom(before, after) };
}

const goneFrom = (before: object, after: object): string[] =>
  Object.keys(before).filter((key) => !Object.hasOwn(after, key));

/** The other map. Collections that differ are new objects, so nothing kept by object is stale. */
export function applyDifference(
  before: JourneyMap | null,
  { values, goneFields, records }: Difference,
): JourneyMap {
  const next: Record<string, unknown> = { ...before, ...values };
  for (const field of goneFields) Reflect.deleteProperty(next, field);
  for (const [key, { set, gone }] of Object.entries(records)) {
    const table: Table = { ...(next[key] as Table | undefined), ...set };
    for (const id of gone) Reflect.deleteProperty(table, id);
    next[key] = table;
  }
  return next as unknown as JourneyMap;
}
