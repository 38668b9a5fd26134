import type { MessageId, Say } from '../../language';
import type { CollectionName, JourneyMap } from '../schema';

/** The fields that can hold what people call a record, the most telling first. */
const NAMING = ['name', 'label', 'text'] as const;

function recordOf(map: JourneyMap, collection: CollectionName, id: string): object | null {
  const table: Readonly<Record<string, object>> = map[collection];
  return Object.hasOwn(table, id) ? (table[id] ?? null) : null;
}

function given(record: object): string | null {
  const fields = record as Readonly<Record<string, unknown>>;
  const found = NAMING.map((key) => fields[key]).find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  );
  return found ?? null;
}

/** The name people gave a record; null where they gave none, and where there is no such record. */
export function givenName(map: JourneyMap, collection: CollectionName, id: string): string | null {
  const record = recordOf(map, collection, id);
  return record && given(record);
}

/** What a record of this kind is called on screen as long as it has no name. */
export function unnamed(collection: CollectionName, t: Say): string {
  return t('record.unnamed', { kind: t(`record.${collection}.one` as MessageId) });
}

/**
 * {@link nameOf} where the record itself is at hand and its map is not. A transition without a label is
 * called by its ends, which only the map knows.
 */
export function nameOfRecord(
  collection: Exclude<CollectionName, 'transitions'>,
  record: object,
  t: Say,
): string {
  return given(record) ?? unnamed(collection, t);
}

/** What a record is called on screen: its name, a transition by its ends, or what kind of thing has no name yet. */
export function nameOf(map: JourneyMap, collection: CollectionName, id: string, t: Say): string {
  const record = recordOf(map, collection, id);
  if (!record) return t('record.gone');
  if (collection !== 'transitions') return nameOfRecord(collection, record, t);
  const { from = '', to = '' } = map.transitions[id] ?? {};
  return (
    given(record) ??
    t('record.transition', {
      from: nameOf(map, 'touchpoints', from, t),
      to: nameOf(map, 'touchpoints', to, t),
    })
  );
}
