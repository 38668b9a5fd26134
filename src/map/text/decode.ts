import { Refusal } from './finding';

/** Largest file read, in bytes: 50 MB. */
export const LARGEST_FILE = 50 * 1024 * 1024;

const SIGNATURES = [
  { code: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { code: 'image', bytes: [0xff, 0xd8, 0xff] },
  { code: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { code: 'archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { code: 'archive', bytes: [0x1f, 0x8b] },
  { code: 'document', bytes: [0x25, 0x50, 0x44, 0x46] },
] as const;

/**
 * The text of a file, without its byte order mark.
 * @throws {Refusal} for what is no UTF-8 text, or larger than any map.
 */
export function decode(file: string | Uint8Array): string {
  if (file.length > LARGEST_FILE) {
    throw new Refusal('too-large', '', { size: Math.ceil(file.length / 1024 / 1024) });
  }
  const text = typeof file === 'string' ? file : fromBytes(file);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = text.slice(start, start + 1_000).trimStart();
  if (first.startsWith('<')) throw new Refusal('web-page');
  if (first === '' && text.trim() === '') throw new Refusal('empty');
  return text.slice(start);
}

function fromBytes(bytes: Uint8Array): string {
  const known = SIGNATURES.find(({ bytes: start }) =>
    start.every((byte, at) => bytes[at] === byte),
  );
  if (known) throw new Refusal(known.code);
  const [first, second] = bytes;
  const isUtf16 =
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (bytes.length > 1 && (first === 0 || second === 0));
  if (isUtf16) throw new Refusal('wrong-encoding', '', { encoding: 'UTF-16' });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal('wrong-encoding', '', { encoding: '?' });
  }
}
