import type { ReadFile } from '../browser';
import { newId } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import { revisionOf } from '../../map/text';
import type { Storage } from '../../storage';
import { arrivalOf, type ArrivalChoice, type Arrival } from './arrival';

/** How `keepFiles` reports to the person at the screen, and asks. */
export interface KeepEvents {
  /** Says what was mended or why a file was refused. */
  readonly tell: (file: ReadFile) => void;
  readonly fail: (error: unknown) => void;
  /** Null = nothing is to be done with this file. */
  readonly ask: (
    name: string,
    arrival: Exclude<Arrival, { kind: 'new' }>,
  ) => Promise<ArrivalChoice | null>;
  readonly onOpen: (id: string) => void;
  readonly onReplace: (map: JourneyMap) => void;
}

type Shelf = Pick<Storage, 'create' | 'list' | 'openMap' | 'restore'>;

/**
 * Brings files into the library one after another, and shows the first that came in. Nothing that
 * is there is written over: replacing is an edit of the map, made by `onReplace`.
 */
export async function keepFiles(
  files: readonly ReadFile[],
  storage: Shelf,
  events: KeepEvents,
): Promise<void> {
  let shown = false;
  for (const file of files) {
    events.tell(file);
    const { result } = file;
    if (result.outcome === 'refused') continue;
    try {
      const show = await settle(file.name, result.map, storage, events);
      if (!shown) show?.();
      shown ||= show !== null;
    } catch (error) {
      events.fail(error);
    }
  }
}

/** Does what is asked for with one map; returns how to show it, or null where it was left alone. */
async function settle(
  name: string,
  map: JourneyMap,
  storage: Shelf,
  { ask, onOpen, onReplace }: KeepEvents,
): Promise<(() => void) | null> {
  const arrival = await meet(map, storage);
  if (arrival.kind === 'new') {
    const { id } = await storage.create(map);
    return () => onOpen(id);
  }
  const { id } = arrival.here;
  if (arrival.kind === 'same') return () => onOpen(id);
  switch (await ask(name, arrival)) {
    case null:
      return null;
    case 'open':
      if (arrival.kind === 'binned') await storage.restore(id);
      return () => onOpen(id);
    case 'replace':
      return () => onReplace(map);
    case 'both': {
      const copy = await storage.create({ ...map, id: newId() });
      return () => onOpen(copy.id);
    }
  }
}

async function meet(map: JourneyMap, storage: Shelf): Promise<Arrival> {
  const library = await storage.list();
  const isHere = library.some(({ id, deletedAt }) => id === map.id && deletedAt === null);
  // Of a large map a revision takes a while: it is computed only where there is something to compare.
  if (!isHere) return arrivalOf({ id: map.id, revision: '' }, library, null);
  const here = await storage.openMap(map.id);
  const revisionHere = here && (await revisionOf(here.map));
  return arrivalOf({ id: map.id, revision: await revisionOf(map) }, library, revisionHere);
}
