import type { MessageId, Say } from '../../language';
import type { CollectionName, JourneyMap } from '../schema';

/** The fields that can hold what people call a record, the most telling first. */
const NAMING = ['name', 'label', 'text'] as const;

/** The name people gave a record; null where they gave none, and where there is no such record. */
export function givenName(map: JourneyMap, collection: CollectionName, id: string): string | null {
  const table: Readonly<Record<string, object>> = map[collection];
  if (!Object.hasOwn(table, id)) return null;
  const record = table[id] as Readonly<Record<string, unknown>>;
  const found = NAMING.map((key) => record[key]).find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  );
  return found ?? null;
}

/** What a record is called on screen: its name, a transition by its ends, or what kind of thing has no name yet. */
export function nameOf(map: JourneyMap, collection: CollectionName, id: string, t: Say): string {
  if (!Object.hasOwn(map[collection], id)) return t('record.gone');
  const own = givenName(map, collection, id);
  if (own !== null) return own;
  if (collection !== 'transitions') {
    return t('record.unnamed', { kind: t(`record.${collection}.one` as MessageId) });
  }
  const { from, to } = map.transitions[id] ?? { from: '', to: '' };
  return t('record.transition', {
    from: nameOf(map, 'touchpoints', from, t),
    to: nameOf(map, 'touchpoints', to, t),
  });
}
