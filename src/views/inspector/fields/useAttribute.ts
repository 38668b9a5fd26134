import type { Holder } from '../../../editing/fields';
import type { Attribute, JourneyMap } from '../../../map/schema';
import { valueAt } from '../../../map/shape';
import { useMap } from '../../session';
import { useHolder } from './holder';

/** The attribute whose value the field below holds: the record itself, the row's key, or the row's own reference. */
export function useAttribute(): Attribute | null {
  const holder = useHolder();
  return useMap((map) => attributeOf(map, holder));
}

function attributeOf(map: JourneyMap, { collection, id, base }: Holder): Attribute | null {
  if (collection === 'attributes') return map.attributes[id] ?? null;
  const [table, key] = base;
  if (table === 'attributes' && typeof key === 'string') return map.attributes[key] ?? null;
  const named = collection && valueAt(map, [collection, id, ...base, 'attribute']);
  return typeof named === 'string' ? (map.attributes[named] ?? null) : null;
}
