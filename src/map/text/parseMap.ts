import type * as z from 'zod';
import { migrate } from '../migrations';
import { COLLECTIONS, FORMAT, isCollection, JourneyMap, RECORDS, VERSION } from '../schema';
import {
  isObject,
  type Json,
  MAP_SHAPE,
  type Path,
  recordShape,
  type Shape,
  toPointer,
  withPositiveZeros,
} from '../shape';
import { decode } from './decode';
import {
  type FileFinding,
  finding,
  type ProblemCode,
  Refusal,
  type RepairCode,
  Repairs,
} from './finding';
import { repairReferences } from './references';
import { remakeIds } from './remakeIds';
import { repair } from './repair';
import { scan } from './scan';

/** What became of a file. */
export type ParseResult =
  | {
      readonly outcome: 'opened' | 'repaired';
      readonly map: JourneyMap;
      /** What was mended: the first twenty. */
      readonly repairs: readonly FileFinding<RepairCode>[];
      /** How much was mended in all. */
      readonly repairCount: number;
      readonly problems: readonly [];
    }
  | {
      readonly outcome: 'refused';
      readonly map?: undefined;
      readonly repairs: readonly [];
      readonly repairCount: 0;
      readonly problems: readonly FileFinding<ProblemCode>[];
    };

/**
 * Reads a file of ours, of any version, however hostile. Never throws. Fields that are missing take
 * their defaults silently; what is wrong but can be done without is mended and listed; what cannot
 * be guessed (a transition without its ends, a table that is a list) is refused.
 */
export function parseMap(file: string | Uint8Array): ParseResult {
  try {
    const repairs = new Repairs();
    const map = read(jsonFrom(file), repairs);
    const { listed, total } = repairs;
    const outcome = total === 0 ? 'opened' : 'repaired';
    return { outcome, map, repairs: listed, repairCount: total, problems: [] };
  } catch (error) {
    const problem = error instanceof Refusal ? error.finding : finding('unreadable', '');
    return { outcome: 'refused', repairs: [], repairCount: 0, problems: [problem] };
  }
}

/** The JSON value of a file, proved harmless. @throws {Refusal} */
export function jsonFrom(file: string | Uint8Array): unknown {
  const text = decode(file);
  scan(text);
  return withPositiveZeros(JSON.parse(text) as unknown);
}

function read(json: unknown, repairs: Repairs): JourneyMap {
  const raw = migrated(json);
  const map: Json = { ...raw, ...readTables(raw, repairs) };
  for (const [field, schema] of Object.entries<z.ZodType>(JourneyMap.shape)) {
    if (!isCollection(field)) {
      map[field] = readField(field, schema, raw, repairs);
    }
  }
  // Every field was read by the schema's own parser.
  const whole = map as unknown as JourneyMap;
  repairReferences(whole, repairs);
  return whole;
}

/** Every collection of `raw`, whose ids are remade in place. @throws {Refusal} */
export function readTables(raw: Json, repairs: Repairs): Json {
  checkTables(raw);
  remakeIds(raw, repairs);
  const tables: Json = {};
  for (const collection of COLLECTIONS) {
    const table: Json = {};
    for (const [id, record] of Object.entries((raw[collection] ?? {}) as Json)) {
      const value = readRecord(collection, id, record as Json, repairs);
      if (value !== null) table[id] = value;
    }
    tables[collection] = table;
  }
  return tables;
}

function migrated(json: unknown): Json {
  if (!isObject(json) || json.format !== FORMAT) throw new Refusal('not-a-map');
  const { version } = json;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    throw new Refusal('version-missing', '/version');
  }
  if (version > VERSION) {
    throw new Refusal('version-newer', '/version', { version, known: VERSION });
  }
  return migrate(json, version);
}

function checkTables(raw: Json): void {
  for (const collection of COLLECTIONS) {
    const table = raw[collection];
    if (table === undefined) continue;
    if (!isObject(table)) throw new Refusal('not-a-table', `/${collection}`);
    for (const [id, record] of Object.entries(table)) {
      if (!isObject(record)) throw new Refusal('not-a-record', toPointer([collection, id]));
    }
  }
}

function readField(field: string, schema: z.ZodType, raw: Json, repairs: Repairs): unknown {
  const holder = { [field]: raw[field] };
  const value = mended(
    MAP_SHAPE,
    holder,
    repairs,
    [],
    () => schema.safeParse(holder[field]),
    field,
  );
  if (value.success) return value.data;
  const code = raw[field] === undefined ? 'missing' : 'wrong-value';
  throw new Refusal(code, `/${field}`, { reason: value.error.issues[0]?.message ?? '' });
}

/** The record, or null where it had to go. */
function readRecord(
  collection: keyof typeof RECORDS,
  id: string,
  record: Json,
  repairs: Repairs,
): unknown {
  const at = [collection, id];
  const schema: z.ZodType = RECORDS[collection];
  const value = mended(recordShape(collection), record, repairs, at, () =>
    schema.safeParse(record),
  );
  if (value.success) return value.data;
  const issue = value.error.issues[0];
  const pointer = toPointer([...at, ...(issue?.path ?? []).map(String)]);
  if (collection === 'transitions') {
    const absent = issue?.code === 'invalid_type' && !Object.hasOwn(record, String(issue.path[0]));
    throw new Refusal(absent ? 'missing' : 'wrong-value', pointer, {
      reason: issue?.message ?? '',
    });
  }
  repairs.add('record-removed', pointer);
  return null;
}

/** Enough for a default that replaces a default; a value that stays wrong is given up. */
const ROUNDS = 5;

function mended(
  shape: Shape,
  root: Json,
  repairs: Repairs,
  at: readonly string[],
  parse: () => z.ZodSafeParseResult<unknown>,
  field?: string,
): z.ZodSafeParseResult<unknown> {
  let result = parse();
  for (let round = 0; !result.success && round < ROUNDS; round += 1) {
    const done: Path[] = [];
    // From the last to the first, so that indexes in lists stay true.
    for (const issue of result.error.issues.toReversed()) {
      const path = field === undefined ? issue.path : [field, ...issue.path];
      if (!repair(shape, root, { ...issue, path }, at, repairs, done)) return result;
    }
    result = parse();
  }
  return result;
}
