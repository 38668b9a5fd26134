/** Writes text to the system's clipboard; rejects where the browser refuses. */
export function writeClipboard(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}

/** Reads text from the system's clipboard; null where the user or the browser refuses. Pasting by key still works. */
export async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}
