import type { CollectionName, JourneyMap, Target } from '../map/schema';

/** Stands for a name nobody has given; the same in every language. */
const UNNAMED = '…';

/** What a sentence calls a record: its name, for a transition its two ends. */
export function nameOf(map: JourneyMap, collection: CollectionName, id: string): string {
  if (collection === 'transitions') {
    const transition = map.transitions[id];
    if (!transition) return UNNAMED;
    if (transition.label.trim() !== '') return transition.label;
    const end = (touchpoint: string) => nameOf(map, 'touchpoints', touchpoint);
    return `${end(transition.from)} → ${end(transition.to)}`;
  }
  const record: unknown = map[collection][id];
  const name = typeof record === 'object' && record !== null && 'name' in record && record.name;
  return typeof name === 'string' && name.trim() !== '' ? name : UNNAMED;
}

export function target(collection: CollectionName, id: string): Target {
  return { collection, id };
}
