import type * as z from 'zod';
import { perObject } from '../memo';
import {
  type CollectionName,
  COLLECTIONS,
  type JourneyMap,
  KpiScope,
  Override,
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
  /** Inside the record; for a key, the path of the entry it names. */
  readonly path: Path;
  readonly form: 'value' | 'key';
  /** From the inside out; without any, the record cannot stand without what it points at. */
  readonly slots: readonly Slot[];
}

/** Records that say themselves which collection their `id` belongs to. */
const selfDescribing = new Map<z.core.$ZodType, (value: Json) => unknown>([
  [bare(Target), ({ collection }) => collection],
  [bare(Override), ({ collection }) => collection],
  [bare(KpiScope), ({ kind }) => (kind === 'map' ? null : `${String(kind)}s`)],
]);

/** The collection a self-describing record's `id` belongs to; null for every other object. */
export function selfDescribed(shape: ObjectShape, value: Json): CollectionName | null {
  const to = selfDescribing.get(shape.bare)?.(value);
  return isCollection(to) ? to : null;
}

function bare(schema: z.core.$ZodType) {
  return (shapeOf(schema) as ObjectShape).bare;
}

function isCollection(name: unknown): name is CollectionName {
  return (COLLECTIONS as readonly unknown[]).includes(name);
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
      if (typeof value === 'string') visit({ to: shape.to, id: value, path, form: 'value', slots });
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
        if (shape.keys) visit({ to: shape.keys, id: key, path: here, form: 'key', slots: inner });
        walk(shape.value, value[key], here, inner, visit);
      }
      return;
    case 'object': {
      if (!isObject(value)) return;
      const to = selfDescribed(shape, value);
      const { id } = value;
      if (to && typeof id === 'string') {
        const here = [...path, 'id'];
        const field = shape.fields.get('id');
        visit({
          to,
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
