import type { Context } from './context';
import { DOCUMENT_TABLES, hold } from './documents';
import { entriesAfter, write } from './journal';
import { rebased } from './patch';
import { type BadRow, readRows } from './quarantine';
import { LetterRow } from './rows';
import type { AppendRequest } from './types';

/**
 * A page that is going away cannot read before it writes, so it cannot compare and set. It leaves
 * its last entries as letters, and whoever opens or follows the map next puts them into the journal.
 */
export function leave(context: Context, { mapId, expectedHead, entries }: AppendRequest): void {
  const at = context.now();
  context.store.putNow(
    'letters',
    entries.map((entry, place) => ({
      ...entry,
      mapId,
      tab: context.tab,
      at,
      base: expectedHead,
      place,
    })),
  );
}

const TABLES = [...DOCUMENT_TABLES, 'letters'] as const;

/** Puts the letters of a map into its journal. Resolves with whether there were any. */
export async function collect(context: Context, mapId: string): Promise<boolean> {
  const waiting = await context.store.read(['letters'], (tx) => tx.under('letters', mapId));
  if (waiting.length === 0) return false;
  const bad: BadRow[] = [];
  await context.store.write(TABLES, async (tx) => {
    bad.length = 0;
    const letters = readRows(LetterRow, 'letters', await tx.under('letters', mapId), bad);
    const held = await hold(tx, mapId);
    if (!held) return;
    let { map } = held;
    let { head } = held;
    for (const letter of letters.sort(inOrder)) {
      const since = await entriesAfter(tx, mapId, letter.base, []);
      await tx.delete('letters', mapId, letter.id);
      if (since.some(({ id }) => id === letter.id)) continue;
      const { map: next, patches, inverse } = rebased(map, letter.patches);
      map = next;
      if (patches.length === 0) continue;
      const { id, gesture, kind, label, tab, at } = letter;
      const seq = head.head + 1;
      head = await write(tx, head, [
        { mapId, seq, id, gesture, kind, label, tab, at, patches, inverse },
      ]);
    }
  });
  if (bad.length > 0) await setAside(context, mapId, bad);
  context.announce({ about: 'journal', mapId });
  return true;
}

/** Unreadable letters move to quarantine. */
async function setAside(context: Context, mapId: string, bad: readonly BadRow[]): Promise<void> {
  if (!(await context.report(bad))) return;
  await context.store.write(['letters'], async (tx) => {
    for (const { row } of bad) await tx.delete('letters', mapId, (row as LetterRow).id);
  });
}

function inOrder(a: LetterRow, b: LetterRow): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.place - b.place;
}
