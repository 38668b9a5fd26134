const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-';
const LENGTH = 16;

/**
 * A new record id: 16 random characters, 96 bits, so that ids made in two tabs never meet. (No name
 * that every object carries has sixteen characters but `__defineGetter__` and its kin: 2^-95.)
 */
export function newId(): string {
  return idFromBytes(globalThis.crypto.getRandomValues(new Uint8Array(LENGTH)));
}

/** Sixteen characters from sixteen bytes, six bits of each. */
export function idFromBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte & 63)).join('');
}
