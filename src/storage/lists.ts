import type { Context } from './context';
import type { BadRow } from './quarantine';
import type { TableName, Transaction } from './store';

/** A list that storage keeps: which tables it is made of, and how it is read from them. */
export interface List<Item> {
  readonly tables: readonly TableName[];
  /** Rows that cannot be read are left out and added to `bad`. */
  read(tx: Transaction, bad: BadRow[]): Promise<Item[]>;
}

/** The list as it is now. */
export async function readList<Item>(context: Context, list: List<Item>): Promise<Item[]> {
  const bad: BadRow[] = [];
  const items = await context.store.read(list.tables, (tx) => list.read(tx, bad));
  await context.report(bad);
  return items;
}

/**
 * Calls back with the list, at once and after every change of it in any tab; with null where it
 * cannot be read now. Returns how to stop.
 */
export function watchList<Item>(
  context: Context,
  list: List<Item>,
  listener: (items: Item[] | null) => void,
): () => void {
  return context.store.watch(
    list.tables,
    async (tx) => {
      const bad: BadRow[] = [];
      return { items: await list.read(tx, bad), bad };
    },
    ({ items, bad }) => {
      // Not in the read itself: Dexie repeats it, and allows no write there.
      void context.report(bad);
      listener(items);
    },
    () => {
      listener(null);
    },
  );
}

/** For a list that is empty as long as it could not be read at all, and then stays as it was. */
export function emptyAtFirst<Item>(
  listener: (items: Item[]) => void,
): (items: Item[] | null) => void {
  let isKnown = false;
  return (items) => {
    if (items || !isKnown) listener(items ?? []);
    isKnown = true;
  };
}
