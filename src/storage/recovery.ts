import { type Remembered, stands } from './canary';
import type { Context } from './context';
import { DOCUMENT_TABLES, putNew, rowsOfNew } from './documents';
import type { Mirror } from './mirror';
import { HeadRow } from './rows';
import type { Recovery } from './types';

/**
 * Puts back what the browser has lost. A map is missed when the canary names it, or when the
 * database is empty and the mirror has it; it is behind when the database ends before the mirror
 * does. Null when nothing was wrong.
 */
export async function recover(
  context: Context,
  canary: readonly Remembered[],
  mirror: Mirror | null,
): Promise<Recovery | null> {
  const there = new Map((await stands(context)).map((map) => [map.id, map.head]));
  const titles = new Map(canary.map(({ id, title }) => [id, title]));
  const heads = new Map(canary.map(({ id, head }) => [id, head]));
  const mirrored = there.size === 0 ? await quietly(mirror?.list()) : null;
  const suspects = [...new Set([...heads.keys(), ...(mirrored ?? [])])].filter(
    (id) => (there.get(id) ?? -1) < (heads.get(id) ?? 0),
  );
  const recovery: Recovery = { restored: [], lost: [] };
  for (const id of suspects) {
    const copy = await quietly(mirror?.read(id));
    const better = copy !== null && copy.seq > (there.get(id) ?? -1);
    if (better && (await putBack(context, copy.map, copy.seq))) {
      recovery.restored.push({ id, title: copy.map.title });
    } else if (!better && there.size === 0) {
      recovery.lost.push({ id, title: titles.get(id) ?? id });
    }
  }
  return recovery.restored.length + recovery.lost.length > 0 ? recovery : null;
}

/** A file system that is missing or fails has nothing. */
async function quietly<T>(work: Promise<T> | undefined): Promise<T | null> {
  try {
    return (await work) ?? null;
  } catch {
    return null;
  }
}

/** False if another tab was faster. */
async function putBack(context: Context, map: Parameters<typeof rowsOfNew>[0], seq: number) {
  const rows = await rowsOfNew(map, seq, context.now());
  return context.store.write(DOCUMENT_TABLES, async (tx) => {
    const now = HeadRow.safeParse(await tx.get('heads', map.id));
    if (now.success && now.data.head >= seq) return false;
    await putNew(tx, rows);
    return true;
  });
}
