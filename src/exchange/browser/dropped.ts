/** What was dropped and is a folder: a `File` does not say so. */
const folders = new WeakSet<File>();

/** Was the file dropped as a folder? */
export function isFolder(file: File): boolean {
  return folders.has(file);
}

/** The files of a drop. Which of them are folders is known only while the drop is handled. */
export function droppedFiles({ items, files }: Pick<DataTransfer, 'items' | 'files'>): File[] {
  // Missing where the event is not a real drop, whatever the types say.
  const dropped = [...((items as DataTransferItemList | undefined) ?? [])].flatMap((item) => {
    if (item.kind !== 'file') return [];
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile() ?? (entry && new File([], entry.name));
    if (file && entry?.isDirectory) folders.add(file);
    return file ? [file] : [];
  });
  return dropped.length > 0 ? dropped : [...files];
}
