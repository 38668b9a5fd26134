import type { Say } from '../language';
import { touchpointsInJourneyOrder } from '../map/layout';
import { inOrder, nameOf } from '../map/records';
import type { CollectionName, JourneyMap } from '../map/schema';
import type { ComboOption } from './comboOptions';

/** The records of a collection as a picker offers them, in the order people know them. */
export function optionsOf(map: JourneyMap, collection: CollectionName, t: Say): ComboOption[] {
  return idsInOrder(map, collection).map((id) => {
    const record = map[collection][id] as { color?: ComboOption['color'] };
    return {
      id,
      label: nameOf(map, collection, id, t),
      color: record.color,
      hint: hintOf(map, collection, id),
    };
  });
}

function idsInOrder(map: JourneyMap, collection: CollectionName): string[] {
  if (collection === 'touchpoints') return touchpointsInJourneyOrder(map).map(([id]) => id);
  const table = map[collection] as Record<string, { order?: string }>;
  const isOrdered = Object.values(table).every(({ order }) => typeof order === 'string');
  return isOrdered
    ? inOrder(table as Record<string, { order: string }>).map(([id]) => id)
    : Object.keys(table);
}

function hintOf(map: JourneyMap, collection: CollectionName, id: string): string | undefined {
  if (collection !== 'touchpoints') return undefined;
  const stage = map.touchpoints[id]?.stage ?? null;
  return stage === null ? undefined : map.stages[stage]?.name;
}
