type Table<Value> = Readonly<Record<string, Value>>;

/** A table of a value for each key. */
export function valuesFor<Value>(
  keys: readonly string[],
  value: (key: string, index: number) => Value,
): Record<string, Value> {
  return Object.fromEntries(keys.map((key, index) => [key, value(key, index)]));
}

/** A table with the same keys and other values. */
export function mapValues<From, To>(
  table: Table<From>,
  to: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, to(value, key)]));
}

/** A table without some of its keys. */
export function without<Value>(
  table: Table<Value>,
  keys: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => !keys.includes(key)));
}

/** Where each id stands in a list. */
export function placeById(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}
