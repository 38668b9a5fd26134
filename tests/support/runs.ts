/** True when the long counts run: `npm run test:deep`. */
export const deep = process.env.DEEP === '1';

/** True when faults are tried one by one: `npm run test:mutation`. */
const mutating = process.env.MUTATING === '1';

/**
 * How often a property or a random walk is tried: few every time, many when the deep tests run, and `fewest`, where
 * given, for each fault of a mutation run, which a test passes hundreds of times.
 */
export function runs(usual: number, many: number, fewest = usual): number {
  if (deep) return many;
  return mutating ? fewest : usual;
}
