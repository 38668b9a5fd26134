import { type Remembered, stands } from './canary';
import type { JourneyMap } from '../map/schema';
import type { Context } from './context';
import { putNew, rowsOfNew } from './documentRows';
import { DOCUMENT_TABLES } from './heldMap';
import { isQuota } from './errors';
import type { Mirror } from './mirror';
import { HeadRow } from './rows';
import type { Recovery } from './types';

/** Takes a map that finds no room on disk, with the number of its last edit and the failure. */
type KeepCopy = (map: JourneyMap, seq: number, full: unknown) => Promise<void>;

/**
 * Puts back what the browser has lost. A map is missed when the canary names it, or when the
 * database is empty and the mirror has it; it is behind when the database ends before the mirror
 * does. Null when nothing was wrong. What is missing and finds no room on disk is handed to `keepCopy`.
 */
export async function recover(
  context: Context,
  canary: readonly Remembered[],
  mirror: Mirror | null,
  keepCopy: KeepCopy,
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
    if (better && (await putBackOr(keepCopy, context, copy, !there.has(id)))) {
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

/** Shows all maps of the mirror in a memory, where the database cannot be opened; returns how many. */
export async function copyFrom(mirror: Mirror | null, context: Context): Promise<number> {
  let count = 0;
  for (const id of (await quietly(mirror?.list())) ?? []) {
    const copy = await quietly(mirror?.read(id));
    if (copy && (await putBack(context, copy.map, copy.seq))) count += 1;
  }
  return count;
}

/** False where it is not on disk then: another tab was faster, or there is no room, and `keepCopy` has a map that is missing. */
async function putBackOr(
  keepCopy: KeepCopy,
  context: Context,
  { map, seq }: { map: JourneyMap; seq: number },
  isMissing: boolean,
): Promise<boolean> {
  try {
    return await putBack(context, map, seq);
  } catch (error) {
    if (!isQuota(error)) throw error;
    if (isMissing) await keepCopy(map, seq, error);
    return false;
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
