import { perObject } from '../map/memo';
import type { JourneyMap, Target } from '../map/schema';

/** What is selected, in the order of selecting. */
export type Selection = readonly Target[];

/** The empty selection. */
export const NOTHING: Selection = [];

function sameTarget(a: Target, b: Target): boolean {
  return a.collection === b.collection && a.id === b.id;
}

const keyOf = ({ collection, id }: Target): string => `${collection}/${id}`;

/** Thousands may be selected, and every card on the canvas reads it. */
const keysOf = perObject((selection: Selection) => new Set(selection.map(keyOf)));

/** Is the record among the selected ones? */
export function isSelected(selection: Selection, target: Target): boolean {
  return selection.length > 0 && keysOf(selection).has(keyOf(target));
}

/** Adds the target, or takes it out when it is in (Shift+click). */
export function toggle(selection: Selection, target: Target): Selection {
  return isSelected(selection, target)
    ? selection.filter((selected) => !sameTarget(selected, target))
    : [...selection, target];
}

/** The selection without records that are gone; the same array when nothing is. */
export function existing(selection: Selection, map: JourneyMap): Selection {
  const still = selection.filter(({ collection, id }) => Object.hasOwn(map[collection], id));
  return still.length === selection.length ? selection : still;
}

/** The first selected record of each collection. */
export const firstsOf = perObject(
  (selection: Selection): ReadonlyMap<Target['collection'], string> =>
    new Map([...selection].reverse().map(({ collection, id }) => [collection, id])),
);

/** Ids of the selected records of one collection, in selection order. */
export function idsOf(selection: Selection, collection: Target['collection']): string[] {
  return selection.filter((target) => target.collection === collection).map(({ id }) => id);
}
