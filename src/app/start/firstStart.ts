import type { MapSummary, StorageStatus } from '../../storage';

/** Preference that is set once there has been a map: an empty library is a choice from then on. */
export const BEGUN = 'begun';

/**
 * Is this somebody's first start? Never when the storage is in trouble or was just put back: an
 * empty library that has lost its maps is no new one. An address that names a place is obeyed.
 */
export function isFirstStart(
  { state, recovery, quarantined }: Pick<StorageStatus, 'state' | 'recovery' | 'quarantined'>,
  library: readonly MapSummary[],
  begun: unknown,
  hash: string,
): boolean {
  const isSound = state === 'ready' || state === 'memory';
  const isUntouched = recovery === null && quarantined === 0 && library.length === 0;
  return isSound && isUntouched && begun !== true && (hash === '' || hash === '#');
}
