import {
  type CollectionName,
  FORMAT,
  JourneyMap,
  type JourneyMapInput,
  type RecordInputOf,
  type RecordOf,
  RECORDS,
  VERSION,
} from '../schema';
import { newId } from './id';

/** A record of a collection from what is known of it; everything else takes its default. */
export function newRecord<Collection extends CollectionName>(
  collection: Collection,
  input: RecordInputOf<Collection>,
): RecordOf<Collection> {
  // TypeScript cannot see that the entry of RECORDS and the record type go together.
  return RECORDS[collection].parse(input) as RecordOf<Collection>;
}

/** An empty map, made now. */
export function newMap(
  input: Omit<JourneyMapInput, 'format' | 'version' | 'id'> & { id?: string },
): JourneyMap {
  return JourneyMap.parse({
    format: FORMAT,
    version: VERSION,
    id: newId(),
    createdAt: new Date().toISOString(),
    ...input,
  });
}
