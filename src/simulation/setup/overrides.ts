import { inOrder } from '../../map/records';
import { type JourneyMap, RECORDS, type Scenario } from '../../map/schema';
import { fromPointer, valueAt, writeAt } from '../../map/shape';
import type { RunNote } from '../results';

/**
 * The map with a scenario's numbers in place of its own. A number replaces a number (or a null that
 * may be one); what is not there or would make the record invalid is left as it is and noted.
 */
export function withOverrides(
  map: JourneyMap,
  scenario: Pick<Scenario, 'overrides'>,
): { map: JourneyMap; notes: RunNote[] } {
  const overrides = inOrder(scenario.overrides);
  if (overrides.length === 0) return { map, notes: [] };
  const notes: RunNote[] = [];
  const changed: JourneyMap = { ...map };
  for (const [key, { collection, id, path, value }] of overrides) {
    const table = changed[collection] as Record<string, unknown>;
    const record = Object.hasOwn(table, id) ? replaced(table[id], path, value) : null;
    const parsed = record === null ? null : RECORDS[collection].safeParse(record);
    if (!parsed?.success) {
      notes.push({ code: 'override-ignored', collection: 'scenarios', id: key, count: 1 });
      continue;
    }
    Object.assign(changed, { [collection]: { ...table, [id]: parsed.data } });
  }
  return { map: changed, notes };
}

function replaced(record: unknown, pointer: string, value: number): unknown {
  const path = fromPointer(pointer);
  const known = valueAt(record, path);
  if (path.length === 0 || (typeof known !== 'number' && known !== null)) return null;
  const copy = structuredClone(record);
  writeAt(copy, path, value);
  return copy;
}
