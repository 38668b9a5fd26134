import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { perObject } from '../memo';

/** A record with its id. */
export type RecordEntry<Value> = readonly [id: string, record: Value];

type Ordered = Readonly<Record<string, { order: string }>>;

/** Longest key `Order` allows. */
const LONGEST = 200;
const FIRST = 'a0';

/** Compares by code unit, never by locale: −1, 0 or 1. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The ids of a table by code unit: the canonical order of what has no order of its own. */
export function sortedIds(table: object): string[] {
  return Object.keys(table).sort(compareText);
}

const sorted = perObject((collection: Ordered): readonly RecordEntry<{ order: string }>[] =>
  Object.entries(collection).sort(
    ([idA, a], [idB, b]) => compareText(a.order, b.order) || compareText(idA, idB),
  ),
);

/** The records of an ordered collection by `order`, ties by id; the same list for the same object. */
export function inOrder<Value extends { order: string }>(
  collection: Readonly<Record<string, Value>>,
): readonly RecordEntry<Value>[] {
  return sorted(collection) as readonly RecordEntry<Value>[];
}

/**
 * A key strictly between two others; null stands for the start and the end. Null where there is no
 * room: equal keys, or keys grown to their limit; then the whole collection needs new keys.
 */
export function orderBetween(before: string | null, after: string | null): string | null {
  if (before !== null && after !== null && before >= after) return null;
  try {
    const key = generateKeyBetween(before, after);
    return key.length <= LONGEST ? key : null;
  } catch {
    // A key of another program, which the library cannot read.
    if (after === null && before !== null && before.length < LONGEST) return `${before}V`;
    return null;
  }
}

/** A key after every record of the collection. */
export function orderAfter(collection: Ordered): string {
  return ordersAfter(collection)();
}

/** Gives one key after another, each after all before it and every record of the collection. */
export function ordersAfter(collection: Ordered): () => string {
  let last: string | null = null;
  for (const { order } of Object.values(collection)) {
    if (last === null || order > last) last = order;
  }
  return () => {
    // Without room the new record shares the last key; ties fall back on ids.
    last = orderBetween(last, null) ?? last ?? FIRST;
    return last;
  };
}

/** `count` fresh keys in ascending order. */
export function freshOrders(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}
