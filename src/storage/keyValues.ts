/** The part of localStorage or sessionStorage that is used. */
export type KeyValues = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;
