import type { Language } from '../language';
import { StorageError } from './errors';

/** What is shown where something asked of storage was not done, and why; it stays until dismissed. */
export function failedNotice(error: unknown, t: Language['t']) {
  const code = error instanceof StorageError ? error.code : 'broken';
  const text = t('library.failed', { reason: t(`storage.${code}`) });
  return { text, tone: 'error', stays: true } as const;
}
