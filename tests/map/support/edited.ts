// What the tests of edits and merges share: short ids, edits made one after the other, and what a refusal says.
import { applyEdit, type Edit, EditRefused, inTurn, removeRecords } from '../../../src/map/edits';
import { type CollectionName, type JourneyMap } from '../../../src/map/schema';

export const A = 'aaaaaaaaaaaa';
export const B = 'bbbbbbbbbbbb';
export const S = 'ssssssssssss';
export const W = 'wwwwwwwwwwww';

/** The map after the edits, each on what the one before it left. */
export const edited = (map: JourneyMap, ...edits: Edit[]): JourneyMap =>
  applyEdit(map, inTurn(...edits)).map;

/** An edit that removes records. */
export const removal = (...records: [collection: CollectionName, id: string][]): Edit =>
  removeRecords(records.map(([collection, id]) => ({ collection, id })));

/** Where and why something is refused; null where it is not. */
export function refusal(act: () => unknown): [pointer: string, reason: string] | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    return [error.pointer, error.reason];
  }
}
