import { useCallback, useSyncExternalStore } from 'react';
import type { Storage, StorageStatus } from '../../storage';

/** How the storage is, now and after every change. */
export function useStorageStatus(storage: Pick<Storage, 'status' | 'onStatus'>): StorageStatus {
  const subscribe = useCallback((listener: () => void) => storage.onStatus(listener), [storage]);
  return useSyncExternalStore(subscribe, () => storage.status);
}
