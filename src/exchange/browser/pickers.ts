import { fileOpen, fileSave } from 'browser-fs-access';

/** What a file is: the ends of its name, with their dot, and its media types. */
interface FileKind {
  readonly extensions?: string[];
  readonly mimeTypes?: string[];
}

/** Asks for a file; null when the user changed their mind. Rejects where the browser refuses. */
export function pickFile(kind: FileKind): Promise<File | null> {
  return unlessCancelled(() => fileOpen(kind), null);
}

/**
 * Saves a file where the user says, or downloads it where the browser cannot ask. Resolves to false when the
 * user changed their mind. Pickers open only while the browser still remembers the click, so the content may follow.
 */
export function saveFile(
  content: Blob | Promise<Blob>,
  fileName: string,
  kind: FileKind,
): Promise<boolean> {
  return unlessCancelled(async () => {
    await fileSave(content, { fileName, ...kind });
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
