import { isObject, ownValue } from './shape';

/** Same JSON value, whatever the order of keys. −0 equals 0; a missing key equals `undefined`. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  for (const key in a) if (!same(a[key], ownValue(b, key))) return false;
  for (const key in b) if (ownValue(a, key) === undefined && b[key] !== undefined) return false;
  return true;
}
