import * as z from 'zod';
import { valueAt, writeAt } from './path';
import { type Slot } from './references';

/**
 * Lets the innermost slot around a reference give way, in place: a nullable value becomes null, an
 * entry or a clause is taken out, a value with a default is reset. A group of rules left without a
 * rule by this gives way itself, because an empty group would hold for everybody.
 * @returns false when nothing in the record can give way: the record has to go.
 */
export function giveWay(record: unknown, slots: readonly Slot[]): boolean {
  const [slot, ...outer] = slots;
  if (!slot) return false;
  switch (slot.how) {
    case 'null':
      writeAt(record, slot.path, null);
      return true;
    case 'default':
      writeAt(record, slot.path, z.parse(slot.shape.schema, undefined));
      return true;
    case 'entry':
      writeAt(record, slot.path, undefined);
      return true;
    case 'item': {
      writeAt(record, slot.path, undefined);
      const list = valueAt(record, slot.path.slice(0, -1));
      return Array.isArray(list) && list.length === 0 ? giveWay(record, outer) : true;
    }
  }
}
