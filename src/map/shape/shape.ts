import type * as z from 'zod';
import { perObject } from '../memo';
import { type CollectionName, JourneyMap, RECORDS, type Reference, references } from '../schema';

interface Wrapped {
  /** The schema with its wrappers, which holds the default. */
  readonly schema: z.core.$ZodType;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
}

/** An object with known fields. */
export interface ObjectShape extends Wrapped {
  readonly type: 'object';
  /** The schema without its wrappers. */
  readonly bare: z.core.$ZodType;
  readonly fields: ReadonlyMap<string, Shape>;
  /** Fields that distinguish this member of a union from the others. */
  readonly literals: readonly (readonly [field: string, values: readonly unknown[]])[];
}

/** A record of values by key. */
export interface TableShape extends Wrapped {
  readonly type: 'table';
  /** What the keys name; null = the table's own ids. */
  readonly keys: Reference | null;
  readonly value: Shape;
}

/** A list of values of one shape. */
export interface ListShape extends Wrapped {
  readonly type: 'list';
  /** A function, because rules hold rules. */
  readonly item: () => Shape;
}

/** A value of one of several shapes. */
export interface UnionShape extends Wrapped {
  readonly type: 'union';
  readonly options: readonly Shape[];
}

/** The id of another record. */
export interface ReferenceShape extends Wrapped {
  readonly type: 'reference';
  readonly reference: Reference;
}

/** A value without structure of interest: text, number, choice. */
export interface ValueShape extends Wrapped {
  readonly type: 'value';
  /** The schema without its wrappers. */
  readonly bare: z.core.$ZodType;
}

/**
 * What the schema says about structure alone: which keys are known and in which order, what is a
 * table, what points where, what may be missing. Canonical text, references, repair, comparison and
 * merging all read it, so none of them names a field.
 */
export type Shape = ObjectShape | TableShape | ListShape | UnionShape | ReferenceShape | ValueShape;

/** The shape of a schema. */
export const shapeOf: (schema: z.core.$ZodType) => Shape = perObject(read);

function read(schema: z.core.$ZodType): Shape {
  // zod's own discriminator: `def.type` says which definition this is.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const base = { schema, nullable: false, hasDefault: false };
  const reference = references.get(schema);
  if (reference) return { ...base, type: 'reference', reference };
  switch (def.type) {
    case 'nullable':
      return { ...shapeOf(def.innerType), schema, nullable: true };
    case 'default':
    case 'prefault':
      return { ...shapeOf(def.innerType), schema, hasDefault: true };
    case 'lazy':
      return shapeOf(def.getter());
    case 'array':
      return { ...base, type: 'list', item: () => shapeOf(def.element) };
    case 'record': {
      const keys = references.get(def.keyType) ?? null;
      return { ...base, type: 'table', keys, value: shapeOf(def.valueType) };
    }
    case 'union':
      return { ...base, type: 'union', options: def.options.map(shapeOf) };
    case 'object':
      return { ...base, type: 'object', bare: schema, ...fieldsOf(def.shape) };
    default:
      return { ...base, type: 'value', bare: schema };
  }
}

function fieldsOf(shape: Readonly<Record<string, z.core.$ZodType>>) {
  const entries = Object.entries(shape);
  const literals = entries.flatMap(([field, schema]) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    return def.type === 'literal' ? [[field, def.values] as const] : [];
  });
  return { fields: new Map(entries.map(([field, value]) => [field, shapeOf(value)])), literals };
}

/** A JSON object. */
export type Json = Record<string, unknown>;

/** An object that is no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own value under a key; undefined for what every object inherits, such as `toString`. */
export function ownValue(object: Readonly<Json>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The shape that describes `value`: of a (nested) union the member its literal fields name. */
export function memberOf(shape: Shape, value: unknown): Shape | null {
  if (shape.type !== 'union') return isObject(value) === holdsKeys(shape) ? shape : null;
  for (const option of shape.options) {
    const member = memberOf(option, value);
    if (member && tells(member, value)) return member;
  }
  return null;
}

function holdsKeys(shape: Shape): boolean {
  return shape.type === 'object' || shape.type === 'table';
}

function tells(shape: Shape, value: unknown): boolean {
  if (shape.type !== 'object' || !isObject(value)) return true;
  return shape.literals.every(([field, values]) => values.includes(ownValue(value, field)));
}

/** The shape of the whole map. */
export const MAP_SHAPE = shapeOf(JourneyMap) as ObjectShape;

/** The shape of a record of a collection. */
export function recordShape(collection: CollectionName): ObjectShape {
  return shapeOf(RECORDS[collection]) as ObjectShape;
}
