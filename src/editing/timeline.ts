import type { JourneyMap } from '../map/schema';
import { applyEdit, applyPatches, EditRefused, type MapPatch, replayed } from '../map/edits';
import { hasPlace } from './history';

/** An edit on its way to disk. */
export interface PendingEdit<Meta> {
  readonly patches: readonly MapPatch[];
  readonly inverse: readonly MapPatch[];
  readonly meta: Meta;
}

/**
 * The open document as storage has it, plus the edits storage has not confirmed yet.
 * What is on screen is always `confirmed` with every pending edit applied.
 */
export interface Timeline<Meta> {
  readonly head: number;
  readonly confirmed: JourneyMap;
  readonly pending: readonly PendingEdit<Meta>[];
}

/** The map as this tab sees it. */
export function currentMap<Meta>(timeline: Timeline<Meta>): JourneyMap {
  return timeline.pending.reduce(
    (map, { patches }) => applyPatches(map, patches),
    timeline.confirmed,
  );
}

/** Storage took the first `count` pending edits; its journal now ends at `head`. */
export function acknowledge<Meta>(
  timeline: Timeline<Meta>,
  count: number,
  head: number,
): Timeline<Meta> {
  const taken = timeline.pending.slice(0, count);
  return {
    head,
    confirmed: taken.reduce((map, { patches }) => applyPatches(map, patches), timeline.confirmed),
    pending: timeline.pending.slice(count),
  };
}

/** A timeline after a rebase, and how many of its edits could not be made again wholly. */
export interface Rebased<Meta> {
  readonly timeline: Timeline<Meta>;
  readonly setAside: number;
}

/**
 * Another tab's edits came first: they join the confirmed map and every pending edit is made
 * again on top of them. A pending patch whose place is gone is set aside, and a reference it would
 * leave dangling is cleared, so the journal never holds a broken map.
 * @throws {EditRefused} when their edits do not fit the confirmed map: it is not what storage holds.
 */
export function rebase<Meta>(
  timeline: Timeline<Meta>,
  theirs: readonly { readonly patches: readonly MapPatch[] }[],
  head: number,
): Rebased<Meta> {
  const confirmed = theirs.reduce(
    (map, { patches }) => applyPatches(map, patches),
    timeline.confirmed,
  );
  const pending: PendingEdit<Meta>[] = [];
  let setAside = 0;
  let map = confirmed;
  for (const edit of timeline.pending) {
    const reachable = edit.patches.filter(({ path }) => hasPlace(map, path));
    const redone = remade(map, reachable);
    if (!redone || reachable.length < edit.patches.length) setAside += 1;
    if (!redone || redone.patches.length === 0) continue;
    map = redone.map;
    pending.push({ patches: redone.patches, inverse: redone.inverse, meta: edit.meta });
  }
  return { timeline: { head, confirmed, pending }, setAside };
}

/** The edit on another map, or null where that map cannot take it. */
function remade(map: JourneyMap, patches: readonly MapPatch[]) {
  try {
    return applyEdit(map, replayed(patches));
  } catch (error) {
    if (error instanceof EditRefused) return null;
    throw error;
  }
}
