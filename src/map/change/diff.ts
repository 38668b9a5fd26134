import { without } from '../basics';
import { type CollectionName, COLLECTIONS, type JourneyMap } from '../schema';
import {
  isObject,
  type Json,
  MAP_SHAPE,
  ownValue,
  type Path,
  recordShape,
  same,
  type Shape,
} from '../shape';

/** One difference between two maps. */
export interface Change {
  /** `map` for the fields of the map itself. */
  readonly collection: CollectionName | 'map';
  /** Empty for the map itself. */
  readonly id: string;
  /** `moved`: only its place changed: order, stage or position. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Inside the record; empty where the whole record came or went. */
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

const PLACE: readonly unknown[] = ['order', 'stage', 'position'];

/** What changed from one map to another, record by record and field by field; lineage apart. */
export function diff(before: JourneyMap, after: JourneyMap): Change[] {
  const changes: Change[] = [];
  const { fields, tables } = parts(before, after);
  walkFields(MAP_SHAPE, fields[0], fields[1], [], (path, a, b) => {
    changes.push({ collection: 'map', id: '', kind: 'changed', path, before: a, after: b });
  });
  for (const [collection, a, b] of tables) {
    if (a === b) continue;
    for (const id of keysOf(a, b)) {
      const [was, is] = [ownValue(a, id), ownValue(b, id)];
      if (was === is) continue;
      const about = { collection, id };
      if (was === undefined || is === undefined) {
        const kind = was === undefined ? 'added' : 'removed';
        changes.push({ ...about, kind, path: [], before: was, after: is });
      } else {
        walkFields(recordShape(collection), was, is, [], (path, before, after) => {
          const kind = PLACE.includes(path[0]) ? 'moved' : 'changed';
          changes.push({ ...about, kind, path, before, after });
        });
      }
    }
  }
  return changes;
}

/** The map's own fields apart from its tables and its lineage. */
function parts(a: JourneyMap, b: JourneyMap) {
  return {
    fields: [ownFields(a), ownFields(b)] as const,
    tables: COLLECTIONS.map((name) => [name, a[name] as Json, b[name] as Json] as const),
  };
}

/** The fields of the map itself, without its collections and its lineage. */
export function ownFields(map: JourneyMap): Json {
  const apart: readonly string[] = [...COLLECTIONS, 'lineage'];
  return without<unknown>({ ...map }, apart);
}

/** The keys of either object, those of the first in front. */
export function keysOf(...objects: readonly Json[]): Set<string> {
  return new Set(objects.flatMap((object) => Object.keys(object)));
}

/**
 * Can a value be compared part by part? Rules, delays and the like are values: a member of a union
 * makes sense only as a whole, and so does a list.
 */
export function hasParts(shape: Shape | null): boolean {
  return shape?.type === 'object' || shape?.type === 'table';
}

/** The shape of one part; null for fields this version does not know. */
export function partShape(shape: Shape, key: string): Shape | null {
  if (shape.type === 'table') return shape.value;
  return shape.type === 'object' ? (shape.fields.get(key) ?? null) : null;
}

function walkFields(
  shape: Shape | null,
  a: unknown,
  b: unknown,
  path: Path,
  visit: (path: Path, a: unknown, b: unknown) => void,
): void {
  if (same(a, b)) return;
  if (!shape || !hasParts(shape) || !isObject(a) || !isObject(b)) {
    visit(path, a, b);
    return;
  }
  for (const key of keysOf(a, b)) {
    walkFields(partShape(shape, key), ownValue(a, key), ownValue(b, key), [...path, key], visit);
  }
}
