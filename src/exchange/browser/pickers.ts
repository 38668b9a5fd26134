import { fileOpen, fileSave } from 'browser-fs-access';
import { downloadFile } from './download';

/** What a file is: the ends of its name, with their dot, and its media types. */
interface FileKind {
  readonly extensions?: string[];
  readonly mimeTypes?: string[];
}

/** Did the browser refuse to ask for a file because no press came just before? */
export function needsPress(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === 'NotAllowedError' || error.name === 'SecurityError')
  );
}

/** Asks for a file; null when the user changed their mind. Rejects where the browser refuses; see `needsPress`. */
export function pickFile(kind: FileKind): Promise<File | null> {
  return unlessCancelled(() => fileOpen(kind), null);
}

/**
 * Saves a file where the user says, or downloads it where the browser cannot or will not ask. Resolves to false when
 * the user changed their mind. Pickers open only while the browser still remembers the click, so the content may follow.
 */
export function saveFile(
  content: Blob | Promise<Blob>,
  fileName: string,
  kind: FileKind,
): Promise<boolean> {
  return unlessCancelled(async () => {
    try {
      await fileSave(content, { fileName, ...kind });
    } catch (error) {
      if (!needsPress(error)) throw error;
      downloadFile(await content, fileName);
    }
    return true;
  }, false);
}

async function unlessCancelled<Value>(
  task: () => Promise<Value>,
  cancelled: Value,
): Promise<Value> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return cancelled;
    throw error;
  }
}
