import { addRecord, applyEdit, changeRecord, type Edit, removeRecords } from '../../src/map/edits';
import { newId, newMap } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';
import type { NewEntry } from '../../src/storage';

/** Gives what it receives to the app as one entry, and the map after it. */
export function edited(map: JourneyMap, edit: Edit, label = 'edit', gesture = newId()) {
  const { map: after, patches, inverse } = applyEdit(map, edit);
  const entry: NewEntry = { id: newId(), gesture, kind: 'edit', label, patches, inverse };
  return { map: after, entry };
}

export const retitled = (title: string): Edit => {
  return (map) => {
    map.title = title;
  };
};

/** An edit picked by a number, that fits any map. */
export function editBy(number: number, map: JourneyMap): Edit {
  const touchpoints = Object.keys(map.touchpoints);
  const one = touchpoints[number % Math.max(1, touchpoints.length)];
  const name = `n${number}`;
  if (number % 5 === 0) return retitled(name);
  if (number % 5 === 1) return addRecord('stages', { name });
  if (number % 5 === 2 || one === undefined) return addRecord('touchpoints', { name });
  if (number % 5 === 3) return changeRecord('touchpoints', one, { name });
  return removeRecords([{ collection: 'touchpoints', id: one }]);
}

export function emptyMap(title = 'Map'): JourneyMap {
  return newMap({ title });
}
