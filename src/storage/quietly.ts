/** What a function returns; null where it throws, as the browser's storage does where it is forbidden or full. */
export function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
