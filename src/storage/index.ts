// The disk: maps, journals, versions, runs and preferences in IndexedDB.
export { StorageError, type StorageErrorCode } from './errors';
export { failedNotice } from './failedNotice';
export { openStorage, type StorageOptions } from './openStorage';
export type * from './types';
export { listMaps, type Sort, SORTS } from './listMaps';
