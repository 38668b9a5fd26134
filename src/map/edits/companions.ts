import { folded } from '../../language';
import {
  type Attribute,
  COLLECTIONS,
  type CollectionName,
  type JourneyMap,
  type Persona,
  type Segment,
} from '../schema';
import { readReferences, renameReferences, same } from '../shape';
import { noTables, type RecordTables } from './fragment';

// Somebody copies a touchpoint with a rule about "Age" into a map that has an "Age" of its own, which
// its personas have values for. The rule has to read that one: a second "Age" would be nobody's.

/** Where the companions of a fragment are in a map. */
export interface Placed {
  /** By `collection/id` in the fragment, the id of the record of the map that it is. */
  readonly known: ReadonlyMap<string, string>;
  /** Those that have to come along. */
  readonly companions: RecordTables;
}

/**
 * Finds what the records of a fragment name in the map it is put into: by its id; an attribute by name,
 * type, unit and choices; a segment by name and rule; a persona by name. What is found nowhere comes
 * along, with what it names itself.
 */
export function placed(map: JourneyMap, records: RecordTables, companions: RecordTables): Placed {
  const known = new Map<string, string>();
  const coming = noTables();
  const matched = new Set<string>();
  const idOf = (to: CollectionName, id: string) => known.get(`${to}/${id}`) ?? id;
  /** The record of the map that the companion is; what the companion names was looked for before. */
  const find = (collection: CollectionName, companion: object): string | undefined => {
    const renamed = structuredClone(companion);
    renameReferences(collection, renamed, idOf);
    return Object.entries<object>(map[collection]).find(([, record]) =>
      isSameThing(collection, renamed, record),
    )?.[0];
  };
  /** Looks for what a record names, deepest first: a segment's rule is compared by what it is about. */
  const look = (collection: CollectionName, record: object): void => {
    for (const { to, id } of readReferences(collection, record)) {
      const key = `${to}/${id}`;
      const companion: object | undefined = companions[to][id];
      if (!companion || matched.has(key) || Object.hasOwn(map[to], id)) continue;
      matched.add(key);
      look(to, companion);
      const found = find(to, companion);
      if (found !== undefined) known.set(key, found);
    }
  };
  /** Takes along what a record names, unless the map has it. */
  const bring = (collection: CollectionName, record: object): void => {
    for (const { to, id } of readReferences(collection, record)) {
      const companion: object | undefined = companions[to][id];
      if (!companion || known.has(`${to}/${id}`) || Object.hasOwn(coming[to], id)) continue;
      if (Object.hasOwn(map[to], id)) continue;
      Object.assign(coming[to], { [id]: companion });
      bring(to, companion);
    }
  };
  for (const visit of [look, bring]) {
    for (const collection of COLLECTIONS) {
      for (const record of Object.values<object>(records[collection])) visit(collection, record);
    }
  }
  return { known, companions: coming };
}

/** Do people mean the same by the two, the one with its references as they are in the map of the other? */
function isSameThing(collection: CollectionName, one: object, other: object): boolean {
  switch (collection) {
    case 'attributes':
      return isSameAttribute(one as Attribute, other as Attribute);
    case 'segments':
      return isSameName(one, other) && same((one as Segment).rule, (other as Segment).rule);
    case 'personas':
      return isSameName(one, other);
    default:
      return false;
  }
}

function isSameAttribute(one: Attribute, other: Attribute): boolean {
  return (
    isSameName(one, other) &&
    one.type === other.type &&
    folded(one.unit) === folded(other.unit) &&
    // Rules compare values to the letter.
    same([...one.choices].sort(), [...other.choices].sort())
  );
}

function isSameName(one: object, other: object): boolean {
  const [name, otherName] = [one, other].map((each) => folded((each as Persona).name.trim()));
  return name !== '' && name === otherName;
}
