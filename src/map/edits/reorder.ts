import { freshOrders, inOrder, orderBetween } from '../records';
import { type CollectionName, type JourneyMap } from '../schema';
import { type Edit } from './applyEdit';
import { EditRefused } from './editRefused';

type OrderedCollection = {
  [Name in CollectionName]: JourneyMap[Name][string] extends { order: string } ? Name : never;
}[CollectionName];

/**
 * Puts a record of an ordered collection before another, or at the end (null). Transitions are
 * ordered among those out of the same touchpoint. Where no key fits between, all get fresh ones.
 */
export function reorder(collection: OrderedCollection, id: string, before: string | null): Edit {
  return (map) => {
    const table: Record<string, { order: string; from?: string }> = map[collection];
    const record = table[id];
    if (!record || (before !== null && !table[before])) {
      throw new EditRefused(`/${collection}/${id}`, 'there is no such record to put in order');
    }
    if (id === before) return;
    const others = inOrder(table).filter(
      ([other, { from }]) => other !== id && from === record.from,
    );
    const found = others.findIndex(([other]) => other === before);
    const at = found === -1 ? others.length : found;
    const key = orderBetween(others[at - 1]?.[1].order ?? null, others[at]?.[1].order ?? null);
    if (key !== null) record.order = key;
    else {
      const row = [...others.slice(0, at), [id, record] as const, ...others.slice(at)];
      const keys = freshOrders(row.length);
      for (const [index, [other]] of row.entries()) {
        const entry = table[other];
        if (entry) entry.order = keys[index] ?? entry.order;
      }
    }
  };
}
