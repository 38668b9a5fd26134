const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-';
const LENGTH = 16;

/**
 * A new record id: 16 random characters, 96 bits, so that ids made in two tabs never meet. (No name
 * that every object carries has sixteen characters but `__defineGetter__` and its kin: 2^-95.)
 */
export function newId(): string {
  return idFromBytes(globalThis.crypto.getRandomValues(new Uint8Array(LENGTH)));
}

/** The id a text stands for: FNV-1a over its code units, once for each of its sixteen characters. */
export function idFromText(text: string): string {
  const bytes = new Uint8Array(LENGTH);
  for (let n = 0; n < bytes.length; n += 1) {
    let hash = Math.imul(0x811c9dc5 ^ n, 0x01000193);
    for (let at = 0; at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    bytes[n] = (hash >>> 24) ^ (hash >>> 8);
  }
  return idFromBytes(bytes);
}

/** Sixteen characters from sixteen bytes, six bits of each. */
export function idFromBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte & 63)).join('');
}
