import type { StorageState } from './types';

/** A state that refuses writes, or what is wrong with the one record: there already, gone, or damaged. */
export type StorageErrorCode =
  Exclude<StorageState, 'ready' | 'memory'> | 'exists' | 'missing' | 'unreadable';

/** A write that did not happen, with the reason as a code the app has a sentence for. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'StorageError';
    this.code = code;
  }
}

/** The browser's own words, for a details disclosure. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/**
 * Does this failure mean that the disk or the origin's share of it is full? IndexedDB reports it as
 * an `AbortError` around a `QuotaExceededError`, sometimes several levels deep.
 */
export function isQuota(error: unknown): boolean {
  for (let cause = error, depth = 0; depth < 6 && isRecord(cause); depth += 1) {
    if (cause.name === 'QuotaExceededError') return true;
    cause = cause.inner ?? cause.cause;
  }
  return false;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
