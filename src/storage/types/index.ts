// What callers of storage pass to it and receive from it.
export type * from './storage';
export type * from './status';
export type * from './library';
export type * from './entries';
export type * from './opened';
export type * from './kept';
