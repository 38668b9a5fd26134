import type * as z from 'zod';
import { perObject } from '../memo';
import {
  type CollectionName,
  COLLECTIONS,
  isCollection,
  type JourneyMap,
  KpiScope,
  Override,
  type Reference,
  Target,
} from '../schema';
import { type Path } from './path';
import {
  isObject,
  type Json,
  memberOf,
  type ObjectShape,
  recordShape,
  type Shape,
  shapeOf,
} from './shape';

/** A place that can give way when what it points at goes: set null, reset to default, or taken out. */
export interface Slot {
  readonly path: Path;
  readonly how: 'null' | 'default' | 'entry' | 'item';
  readonly shape: Shape;
}

/** One reference inside a record. */
export interface ReferenceSite {
  readonly to: CollectionName;
  readonly id: string;
  /** It stays when what it names is deleted; see `Reference` in the schema. */
  readonly kept: boolean;
  /** Inside the record; for a key, the path of the entry it names. */
  readonly path: Path;
  readonly form: 'value' | 'key';
  /** From the inside out; without any, the record cannot stand without what it points at. */
  readonly slots: readonly Slot[];
}

interface SelfDescription {
  readonly to: (value: Json) => unknown;
  readonly kept: boolean;
}

/** Records that say themselves which collection their `id` belongs to. */
const selfDescribing = new Map<z.core.$ZodType, SelfDescription>([
  [bare(Target), { to: ({ collection }) => collection, kept: false }],
  [bare(Override), { to: ({ collection }) => collection, kept: false }],
  // Without its id a KPI would be read from the whole map.
  [bare(KpiScope), { to: ({ kind }) => (kind === 'map' ? null : `${String(kind)}s`), kept: true }],
]);

/** What a self-describing record's `id` names; null for every other object. */
export function selfDescribed(shape: ObjectShape, value: Json): Reference | null {
  const description = selfDescribing.get(shape.bare);
  const to = description?.to(value);
  return description && isCollection(to) ? { to, kept: description.kept } : null;
}

function bare(schema: z.core.$ZodType) {
  return (shapeOf(schema) as ObjectShape).bare;
}

/** Can a value of this shape point at a record? Whatever cannot is never walked. */
const canPoint: (shape: Shape) => boolean = perObject((shape) => {
  switch (shape.type) {
    case 'value':
      return false;
    case 'reference':
      return true;
    case 'list':
      return shape.item().type !== 'value';
    case 'union':
      return shape.options.some(canPoint);
    case 'table':
      return shape.keys !== null || canPoint(shape.value);
    case 'object':
      return selfDescribing.has(shape.bare) || [...shape.fields.values()].some(canPoint);
  }
});

type Visit = (site: ReferenceSite) => void;

function walk(
  shape: Shape,
  value: unknown,
  path: Path,
  outer: readonly Slot[],
  visit: Visit,
): void {
  if (value === null || value === undefined || !canPoint(shape)) return;
  const slots = slotOf(shape, path, outer);
  switch (shape.type) {
    case 'value':
      return;
    case 'reference':
      if (typeof value === 'string')
        visit({ ...shape.reference, id: value, path, form: 'value', slots });
      return;
    case 'union': {
      const member = memberOf(shape, value);
      if (member) walk(member, value, path, slots, visit);
      return;
    }
    case 'list':
      if (!Array.isArray(value)) return;
      value.forEach((item: unknown, index) => {
        const here = [...path, index];
        walk(
          shape.item(),
          item,
          here,
          [{ path: here, how: 'item', shape: shape.item() }, ...slots],
          visit,
        );
      });
      return;
    case 'table':
      if (!isObject(value)) return;
      for (const key of Object.keys(value)) {
        const here = [...path, key];
        const inner = [{ path: here, how: 'entry', shape: shape.value } as const, ...slots];
        if (shape.keys) visit({ ...shape.keys, id: key, path: here, form: 'key', slots: inner });
        walk(shape.value, value[key], here, inner, visit);
      }
      return;
    case 'object': {
      if (!isObject(value)) return;
      const named = selfDescribed(shape, value);
      const { id } = value;
      if (named && typeof id === 'string') {
        const here = [...path, 'id'];
        const field = shape.fields.get('id');
        visit({
          ...named,
          id,
          path: here,
          form: 'value',
          slots: field ? slotOf(field, here, slots) : slots,
        });
      }
      for (const [field, inner] of shape.fields) {
        walk(inner, value[field], [...path, field], slots, visit);
      }
    }
  }
}

/** The slot a value of this shape is, if any, before the outer ones. */
export function slotOf(shape: Shape, path: Path, outer: readonly Slot[]): readonly Slot[] {
  if (shape.nullable) return [{ path, how: 'null', shape }, ...outer];
  if (shape.hasDefault) return [{ path, how: 'default', shape }, ...outer];
  return outer;
}

const sites = new WeakMap<object, readonly ReferenceSite[]>();

/** Every reference of a record, found once per record object: records are never changed in place. */
export function referencesOf(collection: CollectionName, record: object): readonly ReferenceSite[] {
  const known = sites.get(record);
  if (known) return known;
  const found = readReferences(collection, record);
  sites.set(record, found);
  return found;
}

/** Forgets what was found in a record that was still being made when somebody looked. */
export function forgetReferences(record: object): void {
  sites.delete(record);
}

/** As `referencesOf`, for values that may still be changed in place. */
export function readReferences(collection: CollectionName, record: unknown): ReferenceSite[] {
  const found: ReferenceSite[] = [];
  walk(recordShape(collection), record, [], [], (site) => found.push(site));
  return found;
}

/** Who points, from where. */
export interface Pointing extends ReferenceSite {
  readonly collection: CollectionName;
  readonly record: string;
}

/** Calls `visit` for every reference of every record of the map. */
export function visitReferences(map: JourneyMap, visit: (pointing: Pointing) => void): void {
  for (const collection of COLLECTIONS) {
    for (const [record, value] of Object.entries<object>(map[collection])) {
      for (const site of referencesOf(collection, value)) visit({ ...site, collection, record });
    }
  }
}
