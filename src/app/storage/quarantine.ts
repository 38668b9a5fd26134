import type { Storage } from '../../storage';

/** Saves the records that could not be read, as they are, to a file. */
export async function downloadQuarantine(storage: Pick<Storage, 'quarantine'>): Promise<void> {
  const records = await storage.quarantine();
  const { saveFile } = await import('../../exchange/browser/pickers');
  const blob = new Blob([JSON.stringify(records, null, 2)], { type: 'application/json' });
  await saveFile(blob, 'desire-path-unreadable.json', { extensions: ['.json'] });
}

/** Deletes them for good. */
export async function discardQuarantine(
  storage: Pick<Storage, 'quarantine' | 'removeQuarantined'>,
): Promise<void> {
  for (const { id } of await storage.quarantine()) await storage.removeQuarantined(id);
}
