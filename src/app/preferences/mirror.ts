/** Preferences that must be known before storage is open, kept beside it as plain text. */
export type Mirrored = 'theme' | 'language' | 'singleKeys';

const keyOf = (name: Mirrored) => `desire-path.${name}`;

/** What was last written, or null; browsers may block this store. */
export function readMirror(name: Mirrored): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

/** Does nothing where the browser blocks local storage. */
export function writeMirror(name: Mirrored, value: string): void {
  try {
    localStorage.setItem(keyOf(name), value);
  } catch {
    // Storage has the truth; without the mirror the next page paints in the system's theme first.
  }
}
