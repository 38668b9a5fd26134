import { FRAGMENT_FORMAT, type Fragment, type RecordTables } from '../edits';
import { isId, VERSION } from '../schema';
import { isObject, type Json } from '../shape';
import { Refusal, Repairs } from './finding';
import { jsonFrom, readTables } from './parseMap';

/** A fragment from the clipboard, or null: any other text is simply not one. Never throws. */
export function parseFragment(text: string): Fragment | null {
  if (!text.includes(FRAGMENT_FORMAT)) return null;
  try {
    const json = jsonFrom(text);
    if (!isObject(json) || json.format !== FRAGMENT_FORMAT || json.version !== VERSION) return null;
    return {
      format: FRAGMENT_FORMAT,
      version: VERSION,
      from: isId(json.from) ? json.from : null,
      records: tables(json.records),
      companions: tables(json.companions),
    };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function tables(value: unknown): RecordTables {
  const raw: Json = isObject(value) ? value : {};
  // Every collection was read by the schema's own parser.
  return readTables(raw, new Repairs()) as unknown as RecordTables;
}
