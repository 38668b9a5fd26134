import { Dexie, type Collection, type Transaction as DexieTransaction } from 'dexie';
import { reasonOf } from './errors';
import { type Key, type KeyPart, REFUSED, type TableName, TABLES, type Transaction } from './store';

/**
 * Reads and writes of a Dexie transaction. The tables are bound to it, so that they take part in
 * it also where Dexie no longer knows which transaction the running code belongs to.
 */
export function transactionOn(tx: DexieTransaction): Transaction {
  const open = (table: TableName) => tx.table<unknown, Key | KeyPart>(table);
  const range = (table: TableName, first: KeyPart, after?: number, upTo?: number) =>
    open(table)
      .where(':id')
      .between(
        [first, after ?? Dexie.minKey],
        [first, upTo ?? Dexie.maxKey],
        after === undefined,
        true,
      );
  return {
    get: (table, ...key) => open(table).get(native(key)),
    async put(table, row) {
      await open(table).put(row);
    },
    delete: (table, ...key) => open(table).delete(native(key)),
    all: (table) => readable(tx, table, open(table).toCollection()),
    under: (table, first, after) => readable(tx, table, range(table, first, after)),
    async deleteUnder(table, first, upTo) {
      await range(table, first, undefined, upTo).delete();
    },
  };
}

/**
 * All rows of a range. One that the browser itself cannot read (a lost file beside the database,
 * say) makes it refuse all of them; then they are asked for one by one, and that one comes back as
 * its key and the reason.
 */
async function readable(
  tx: DexieTransaction,
  table: TableName,
  rows: Collection<unknown, Key | KeyPart>,
): Promise<unknown[]> {
  try {
    return await rows.toArray();
  } catch {
    const found: unknown[] = [];
    for (const key of await rows.primaryKeys()) {
      try {
        found.push(await tx.table<unknown, Key | KeyPart>(table).get(key));
      } catch (error) {
        const parts: readonly unknown[] = Array.isArray(key) ? key : [key];
        const named = TABLES[table].map((part, place) => [part, parts[place]] as const);
        found.push({ ...Object.fromEntries(named), [REFUSED]: reasonOf(error) });
      }
    }
    return found;
  }
}

/** A key of one part is that part itself. */
function native(key: Key): Key | KeyPart {
  return key.length === 1 ? key[0] : key;
}
