/** True when the long counts run: `npm run test:deep`. */
export const deep = process.env.DEEP === '1';

/** How often a property or a random walk is tried: few every time, many when the deep tests run. */
export function runs(usual: number, many: number): number {
  return deep ? many : usual;
}
