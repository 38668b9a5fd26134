/** Version of the tables; a database of a higher one was written by a newer build. */
export const DATABASE_VERSION = 1;
/** Dexie multiplies versions by ten before it passes them to IndexedDB. */
const NATIVE_STEP = 10;

/** Was a database of this native version written by a newer build? */
export function isNewer(nativeVersion: number): boolean {
  return Math.floor(nativeVersion / NATIVE_STEP) > DATABASE_VERSION;
}
