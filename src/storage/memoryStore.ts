import {
  type Key,
  type KeyPart,
  keyOf,
  type Letterbox,
  type StoredRow,
  type Store,
  type TableName,
  TABLES,
  type Transaction,
  type Work,
} from './store';

type Table = Map<string, { key: Key; row: StoredRow }>;
type Undo = () => void;

/** The same tables without a disk: what they hold ends with the page. */
export function memoryStore(): Store & Letterbox {
  const tables = new Map<TableName, Table>();
  for (const name of Object.keys(TABLES) as TableName[]) tables.set(name, new Map());
  const table = (name: TableName): Table => tables.get(name) ?? new Map<string, never>();
  const watchers = new Set<{ tables: readonly TableName[]; read: () => void }>();
  let queue: Promise<unknown> = Promise.resolve();

  function transaction(undo: Undo[]): Transaction {
    const sorted = (name: TableName, first: KeyPart) =>
      [...table(name).values()]
        .filter(({ key }) => key[0] === first)
        .sort((a, b) => compare(a.key[1], b.key[1]));
    const remove = (name: TableName, key: Key) => {
      const before = table(name).get(text(key));
      if (before === undefined) return;
      undo.push(() => table(name).set(text(key), before));
      table(name).delete(text(key));
    };
    const tx: Transaction = {
      get: (name, ...key) => Promise.resolve(copy(table(name).get(text(key))?.row)),
      put(name, row) {
        const key = keyOf(name, row);
        remove(name, key);
        undo.push(() => table(name).delete(text(key)));
        table(name).set(text(key), { key, row: structuredClone(row) });
        return Promise.resolve();
      },
      delete(name, ...key) {
        remove(name, key);
        return Promise.resolve();
      },
      all: (name) => Promise.resolve([...table(name).values()].map(({ row }) => copy(row))),
      under: (name, first, after) =>
        Promise.resolve(
          sorted(name, first)
            .filter(({ key }) => after === undefined || Number(key[1]) > after)
            .map(({ row }) => copy(row)),
        ),
      deleteUnder(name, first, upTo) {
        for (const { key } of sorted(name, first))
          if (upTo === undefined || Number(key[1]) <= upTo) remove(name, key);
        return Promise.resolve();
      },
    };
    return tx;
  }

  /** One at a time, as IndexedDB would; a failed one is undone. */
  function run<T>(work: Work<T>): Promise<T> {
    const result = queue.then(async () => {
      const undo: Undo[] = [];
      try {
        return await work(transaction(undo));
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw error;
      }
    });
    queue = result.catch(() => undefined);
    return result;
  }

  function changed(names: readonly TableName[]): void {
    for (const watcher of watchers)
      if (watcher.tables.some((name) => names.includes(name))) watcher.read();
  }

  return {
    durable: false,
    writable: true,
    read: (_names, work) => run(work),
    async write(names, work) {
      const result = await run(work);
      changed(names);
      return result;
    },
    watch(names, work, onResult, onError) {
      const watcher = {
        tables: names,
        read: () => {
          run(work).then((result) => {
            if (watchers.has(watcher)) onResult(result);
          }, onError);
        },
      };
      watchers.add(watcher);
      watcher.read();
      return () => watchers.delete(watcher);
    },
    putNow(rows) {
      for (const row of rows) {
        const key = keyOf('letters', row);
        table('letters').set(text(key), { key, row: structuredClone(row) });
      }
    },
    close: () => {
      watchers.clear();
    },
  };
}

const text = (key: Key): string => JSON.stringify(key);
const copy = (row: StoredRow | undefined): unknown =>
  row === undefined ? undefined : structuredClone(row);

function compare(a: KeyPart | undefined, b: KeyPart | undefined): number {
  if (a === undefined || b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}
