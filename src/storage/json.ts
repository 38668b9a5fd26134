const MAX_DEPTH = 100;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Only JSON values, at most 100 levels deep, no key that could reach a prototype. Checked before a
 * schema sees the value, because deep values overflow its recursion.
 */
export function isPlainJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (value === undefined) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isPlainJson(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return false;
  return Object.entries(value).every(
    ([key, item]) => !FORBIDDEN.has(key) && isPlainJson(item, depth + 1),
  );
}

/** Any stored value as text for a download, whatever it is. */
export function asText(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    // Too deep, or going round in circles.
    return Object.prototype.toString.call(value);
  }
}
