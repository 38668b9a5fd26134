import * as z from 'zod';
import { answersItself } from '../records';
import { type CollectionName, isCollection, JourneyMap, LIMITS, RECORDS } from '../schema';
import {
  forgetReferences,
  type Json,
  ownValue,
  referencesOf,
  toPointer,
  visitReferences,
  withPositiveZeros,
} from '../shape';
import { EditRefused } from './editRefused';
import { type MapPatch } from './patches';

/** What some patches touched, as far as a check needs to know. */
interface Touched {
  readonly records: ReadonlyMap<CollectionName, ReadonlySet<string>>;
  readonly fields: ReadonlySet<string>;
}

/**
 * The records that patches touched, checked and completed: what is missing takes its default. Costs
 * what was touched, unless a record went: then every reference of the map is looked at. References
 * that are kept may name what is gone.
 * @returns values to write, by collection and id, where a default was missing.
 * @throws {EditRefused} at the first value the schema forbids, or a reference to nothing.
 */
export function checkTouched(before: JourneyMap, after: JourneyMap, patches: readonly MapPatch[]) {
  const { records, fields } = touched(before, after, patches);
  const completed: [CollectionName, string, unknown][] = [];
  const gone = new Map<CollectionName, Set<string>>();
  checkFields(after, fields);
  for (const [collection, ids] of records) {
    if (Object.keys(after[collection]).length > LIMITS.records) {
      throw new EditRefused(`/${collection}`, `at most ${String(LIMITS.records)} records`);
    }
    for (const id of ids) {
      const record = after[collection][id];
      if (record === undefined) {
        gone.set(collection, (gone.get(collection) ?? new Set()).add(id));
      } else {
        // A record an edit has just made may have been read before it was finished.
        forgetReferences(record);
        const whole = checkRecord(collection, id, record);
        if (whole !== null) completed.push([collection, id, whole]);
      }
    }
  }
  for (const [collection, ids] of records) checkReferences(after, collection, ids);
  if (gone.size > 0) checkNothingPointsAt(after, gone);
  return completed;
}

function touched(before: JourneyMap, after: JourneyMap, patches: readonly MapPatch[]): Touched {
  const records = new Map<CollectionName, Set<string>>();
  const fields = new Set<string>();
  for (const { path } of patches) {
    const [collection, id] = path;
    if (!isCollection(collection)) fields.add(String(collection));
    else {
      const ids = records.get(collection) ?? new Set();
      records.set(collection, ids);
      if (id !== undefined) ids.add(String(id));
      else {
        fields.add(collection);
        for (const key of Object.keys(before[collection])) ids.add(key);
        for (const key of Object.keys(after[collection])) ids.add(key);
      }
    }
  }
  return { records, fields };
}

function checkFields(map: JourneyMap, fields: ReadonlySet<string>): void {
  const shape: Readonly<Record<string, z.ZodType>> = JourneyMap.shape;
  for (const field of fields) {
    // A field of a newer version may be called what every object inherits.
    const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
    const value = (map as Readonly<Record<string, unknown>>)[field];
    if (schema) refuseUnless(schema.safeParse(value), [field]);
  }
}

/** The record with its defaults where some were missing, else null. */
function checkRecord(collection: CollectionName, id: string, record: object): object | null {
  refuseUnless(z.safeParse(JourneyMap.shape[collection], { [id]: record }), [collection]);
  const whole = withPositiveZeros(RECORDS[collection].parse(record));
  return isWhole(record, whole) ? null : whole;
}

/** Does `record` spell out every key of `whole`? */
function isWhole(record: unknown, whole: unknown): boolean {
  if (typeof whole !== 'object' || whole === null)
    return record !== undefined && !Object.is(record, -0);
  if (typeof record !== 'object' || record === null) return false;
  return Object.entries(whole).every(([key, value]) =>
    isWhole(ownValue(record as Json, key), value),
  );
}

function refuseUnless(result: z.ZodSafeParseResult<unknown>, path: readonly string[]): void {
  const issue = result.error?.issues[0];
  if (issue) {
    throw new EditRefused(toPointer([...path, ...issue.path.map(String)]), issue.message);
  }
}

function checkReferences(map: JourneyMap, collection: CollectionName, ids: Iterable<string>): void {
  for (const id of ids) {
    const record = map[collection][id];
    if (record === undefined) continue;
    for (const site of referencesOf(collection, record)) {
      if (!site.kept && !Object.hasOwn(map[site.to], site.id)) {
        throw new EditRefused(
          toPointer([collection, id, ...site.path]),
          `there is no ${site.id} in ${site.to}`,
        );
      }
    }
    if (collection === 'comments' && answersItself(map.comments, id)) {
      throw new EditRefused(
        toPointer([collection, id, 'parent']),
        'a comment cannot answer itself',
      );
    }
  }
}

function checkNothingPointsAt(
  map: JourneyMap,
  gone: ReadonlyMap<CollectionName, ReadonlySet<string>>,
): void {
  visitReferences(map, ({ to, id, kept, collection, record, path }) => {
    if (!kept && gone.get(to)?.has(id)) {
      throw new EditRefused(toPointer([collection, record, ...path]), `${id} of ${to} is gone`);
    }
  });
}
