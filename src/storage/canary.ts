import * as z from 'zod';
import type { Context } from './context';
import type { KeyValues } from './keyValues';
import { HeadRow, MapRow } from './rows';

/** What is remembered of a map outside the database. */
const Remembered = z.object({
  id: z.string().max(24),
  title: z.string().max(200),
  head: z.number().int().min(0),
});
export type Remembered = z.infer<typeof Remembered>;

/** Only so many, newest first: local storage is small. */
const LIMIT = 1_000;
const Canary = z.object({ maps: z.array(Remembered).max(LIMIT) });

/**
 * A list of the maps that there are, kept outside IndexedDB: a damaged database opens as an empty
 * one without an error, and this is how the difference to a new user is known.
 */
export function readCanary(values: KeyValues | null, name: string): Remembered[] {
  try {
    const text = values?.getItem(keyFor(name));
    return text ? Canary.parse(JSON.parse(text)).maps : [];
  } catch {
    // Blocked or damaged: then only the mirror can be asked.
    return [];
  }
}

/** Does nothing where the browser refuses the write: it is a second safety, and nothing depends on it. */
export async function writeCanary(
  context: Context,
  values: KeyValues | null,
  name: string,
): Promise<void> {
  if (!values) return;
  const maps = await stands(context);
  try {
    values.setItem(keyFor(name), JSON.stringify({ maps: maps.slice(0, LIMIT) }));
  } catch {
    // Blocked or full: it is a second safety, not the first.
  }
}

/** Every map in the database with the number of its last edit, newest first. */
export async function stands(context: Context): Promise<Remembered[]> {
  const { heads, maps } = await context.store.read(['heads', 'maps'], async (tx) => ({
    heads: await tx.all('heads'),
    maps: await tx.all('maps'),
  }));
  const rows = new Map(
    maps.flatMap((row) => {
      const read = MapRow.safeParse(row);
      return read.success ? [[read.data.id, read.data] as const] : [];
    }),
  );
  const updated = (id: string) => rows.get(id)?.updatedAt ?? '';
  return heads
    .flatMap((row) => {
      const read = HeadRow.safeParse(row);
      return read.success ? [read.data] : [];
    })
    .map(({ mapId, head }) => ({ id: mapId, title: rows.get(mapId)?.title ?? '', head }))
    .sort((a, b) => (updated(a.id) < updated(b.id) ? 1 : -1));
}

const keyFor = (name: string): string => `${name}.canary`;
