import type { Context } from './context';
import { DOCUMENT_TABLES, hold } from './heldMap';
import { entriesAfter, write } from './journal';
import { rebased } from './patch';
import { type BadRow, readRows } from './quarantine';
import { LetterRow } from './rows';
import type { Transaction } from './store';
import type { AppendRequest } from './types';

/**
 * A page that is going away cannot read before it writes, so it cannot compare and set. It leaves
 * its last entries as letters, and whoever opens or follows the map next puts them into the journal.
 */
export function leave(context: Context, { mapId, expectedHead, entries }: AppendRequest): void {
  const at = context.now();
  const rows = entries.map((entry, place) => ({
    ...entry,
    mapId,
    tab: context.tab,
    at,
    base: expectedHead,
    place,
  }));
  const isCopied = context.copies.put(mapId, rows);
  try {
    context.letters.putNow(rows);
  } catch (error) {
    if (!isCopied) throw error;
  }
}

/** Builds of 0.1 leave their letters in the database of the maps. */
const TABLES = [...DOCUMENT_TABLES, 'letters'] as const;

/**
 * Puts the letters of a map into its journal. A letter is deleted after its entry is written: where
 * that fails, or two tabs do it at once, the entry's id shows that it is there already. Letters of
 * a map that is not there stay.
 */
export async function collect(context: Context, mapId: string): Promise<void> {
  const { store, letters } = context;
  if (!store.writable) return;
  const ofMap = (tx: Transaction) => tx.under('letters', mapId);
  const rows = [
    ...(await letters.read(['letters'], ofMap)),
    ...(await store.read(['letters'], ofMap)),
    ...context.copies.of(mapId),
  ];
  if (rows.length === 0) return;
  const bad: BadRow[] = [];
  const readable = readRows(LetterRow, 'letters', rows, bad).sort(inOrder);
  const isThere = await store.write(TABLES, (tx) => join(tx, mapId, readable));
  if (!isThere) return;
  const done: { id: string }[] = [...readable];
  if (await context.report(bad)) done.push(...bad.map(({ row }) => row as LetterRow));
  const forget = async (tx: Transaction) => {
    for (const { id } of done) await tx.delete('letters', mapId, id);
  };
  await letters.write(['letters'], forget);
  context.copies.forget(mapId, new Set(done.map(({ id }) => id)));
  if (bad.length > 0) await store.write(['letters'], forget);
  context.announce({ about: 'journal', mapId });
}

/** Writes letters behind the last entry, each on what was written meanwhile; false without a map. */
async function join(tx: Transaction, mapId: string, letters: readonly LetterRow[]) {
  const held = await hold(tx, mapId);
  if (!held) return false;
  let { map, head } = held;
  for (const letter of letters) {
    await tx.delete('letters', mapId, letter.id);
    const since = await entriesAfter(tx, mapId, letter.base, []);
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
  return true;
}

function inOrder(a: LetterRow, b: LetterRow): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.place - b.place;
}
