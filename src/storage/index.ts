export { StorageError, type StorageErrorCode } from './errors';
export { openStorage, type StorageOptions } from './openStorage';
export type * from './types';
