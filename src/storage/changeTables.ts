import { Dexie } from 'dexie';
import { TABLES } from './store';

/**
 * Brings the tables of a database to a version: creates and drops what differs. A version that has
 * to carry rows over adds its `upgrade` here.
 */
export async function changeTables(
  {
    name,
    factory,
    keyRange,
    onBlocked,
  }: {
    readonly name: string;
    readonly factory: IDBFactory;
    readonly keyRange: typeof IDBKeyRange;
    readonly onBlocked: () => void;
  },
  version: number,
): Promise<void> {
  const db = new Dexie(name, { indexedDB: factory, IDBKeyRange: keyRange, autoOpen: false });
  db.version(version).stores(
    Object.fromEntries(
      Object.entries(TABLES).map(([table, parts]) => [
        table,
        parts.length === 1 ? parts[0] : `[${parts.join('+')}]`,
      ]),
    ),
  );
  db.on('blocked', onBlocked);
  await db.open();
  db.close();
}
