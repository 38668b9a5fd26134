import { type CollectionName } from '../schema';
import { giveWay } from './giveWay';
import { type Path, valueAt, writeAt } from './path';
import { readReferences } from './references';

/** The new id of what a reference names, or null when it names nothing any more. */
export type NewName = (to: CollectionName, id: string) => string | null;

/**
 * Rewrites every reference of a record, in place. One that names nothing has to go, unless it is kept.
 * @returns false when a reference had to go and the record cannot stand without it
 */
export function renameReferences(
  collection: CollectionName,
  record: object,
  rename: NewName,
): boolean {
  let stands = true;
  // From the last to the first, so that indexes in lists of rules stay true.
  for (const site of readReferences(collection, record).toReversed()) {
    const id = rename(site.to, site.id);
    if (id === site.id) continue;
    if (id === null && site.kept) continue;
    if (id === null) stands = giveWay(record, site.slots) && stands;
    else if (site.form === 'value') writeAt(record, site.path, id);
    else renameKey(record, site.path, id);
  }
  return stands;
}

function renameKey(record: object, path: Path, id: string): void {
  const value = valueAt(record, path);
  writeAt(record, path, undefined);
  writeAt(record, [...path.slice(0, -1), id], value);
}
