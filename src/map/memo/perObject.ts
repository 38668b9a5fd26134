import { isDraft } from 'mutative';

/**
 * Caches the result of a function per object, for as long as the object lives. Records and tables of
 * a map never change in place; a draft does, so its results are computed each time.
 */
export function perObject<Key extends object, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const cache = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const cached = cache.get(key);
    if (cached) return cached.value;
    const value = compute(key);
    if (!isDraft(key)) cache.set(key, { value });
    return value;
  };
}
