import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { idOf, JourneyMap, RECORDS } from '../../../src/map/schema';
import {
  isObject,
  MAP_SHAPE,
  memberOf,
  recordShape,
  type Shape,
  shapeOf,
} from '../../../src/map/shape';

const plain = (shape: Shape) => ({
  type: shape.type,
  nullable: shape.nullable,
  hasDefault: shape.hasDefault,
});

describe('the shape of a schema', () => {
  test('of a single value is the schema alone', () => {
    const schema = z.string();
    expect(shapeOf(schema)).toEqual({
      type: 'value',
      schema,
      bare: schema,
      nullable: false,
      hasDefault: false,
    });
    expect(shapeOf(schema)).toBe(shapeOf(schema));
  });

  test('says what may be null and what has a default, with the outermost schema', () => {
    const inner = z.number();
    const nullable = inner.nullable();
    const defaulted = nullable.default(null);
    expect(shapeOf(nullable)).toMatchObject({ type: 'value', nullable: true, hasDefault: false });
    expect(shapeOf(defaulted)).toMatchObject({ type: 'value', nullable: true, hasDefault: true });
    expect(shapeOf(defaulted).schema).toBe(defaulted);
    expect(shapeOf(defaulted)).toHaveProperty('bare', inner);
    const filled = z.object({ a: z.number().default(1) }).prefault({});
    expect(plain(shapeOf(filled))).toEqual({ type: 'object', nullable: false, hasDefault: true });
  });

  test('of a reference names the collection, however it is wrapped', () => {
    expect(shapeOf(idOf('stages'))).toMatchObject({
      type: 'reference',
      reference: { to: 'stages', kept: false },
    });
    expect(shapeOf(idOf('pains').nullable().default(null))).toMatchObject({
      type: 'reference',
      reference: { to: 'pains', kept: false },
      nullable: true,
      hasDefault: true,
    });
  });

  test('of a list gives the shape of its items', () => {
    const item = z.string();
    const shape = shapeOf(z.array(item));
    expect(plain(shape)).toEqual({ type: 'list', nullable: false, hasDefault: false });
    expect(shape.type === 'list' && shape.item()).toBe(shapeOf(item));
  });

  test('of what is defined later is what it turns out to be', () => {
    const inner = z.object({ a: z.string() });
    expect(shapeOf(z.lazy(() => inner))).toBe(shapeOf(inner));
  });

  test('of a table tells its own ids from those of a collection', () => {
    const value = z.boolean();
    expect(shapeOf(z.record(z.string(), value))).toMatchObject({
      type: 'table',
      keys: null,
      value: shapeOf(value),
    });
    expect(shapeOf(z.record(idOf('segments'), value))).toMatchObject({
      type: 'table',
      keys: { to: 'segments', kept: false },
    });
  });

  test('of a union gives those of its options', () => {
    const [one, two] = [z.string(), z.number()];
    expect(shapeOf(z.union([one, two]))).toMatchObject({
      type: 'union',
      options: [shapeOf(one), shapeOf(two)],
    });
  });

  test('of an object gives its fields in order and those that tell it from others', () => {
    const name = z.string();
    const schema = z.object({ name, kind: z.literal(['a', 'b']), size: z.number() });
    const shape = shapeOf(schema);
    if (shape.type !== 'object') throw new Error('no object');
    expect(shape.bare).toBe(schema);
    expect([...shape.fields.keys()]).toEqual(['name', 'kind', 'size']);
    expect(shape.fields.get('name')).toBe(shapeOf(name));
    expect(shape.literals).toEqual([['kind', ['a', 'b']]]);
  });

  test('of a record and of the map are those of their schemas', () => {
    expect(recordShape('stages')).toBe(shapeOf(RECORDS.stages));
    expect(MAP_SHAPE).toBe(shapeOf(JourneyMap));
    expect(MAP_SHAPE.literals.map(([field]) => field)).toEqual(['format', 'version']);
  });
});

test('an object is neither null nor a list', () => {
  expect([{}, { a: 1 }].map(isObject)).toEqual([true, true]);
  expect([null, undefined, [], '', 0, () => 0].map(isObject)).toEqual(Array(6).fill(false));
});

describe('the member that describes a value', () => {
  const text = z.string();
  const a = z.object({ kind: z.literal('a'), size: z.number() });
  const b = z.object({ kind: z.literal('b') });
  const c = z.object({ kind: z.literal('c'), deep: z.literal(true) });
  const any = shapeOf(z.union([text, z.discriminatedUnion('kind', [a, b]), c]));

  test('is the option whose literal fields the value has', () => {
    expect(memberOf(any, { kind: 'a' })).toBe(shapeOf(a));
    expect(memberOf(any, { kind: 'b', size: 1 })).toBe(shapeOf(b));
    expect(memberOf(any, { kind: 'c', deep: true })).toBe(shapeOf(c));
  });

  test('is none where not every literal field fits', () => {
    expect(memberOf(any, { kind: 'c', deep: false })).toBeNull();
    expect(memberOf(any, { kind: 'd' })).toBeNull();
    expect(memberOf(any, {})).toBeNull();
  });

  test('is the single value for what is no object', () => {
    expect(memberOf(any, 'text')).toBe(shapeOf(text));
    expect(memberOf(shapeOf(z.union([a, b])), 'text')).toBeNull();
  });

  test('of another shape is that shape, for an object or for anything else', () => {
    const table = shapeOf(z.record(z.string(), text));
    const list = shapeOf(z.array(text));
    expect(memberOf(shapeOf(a), { kind: 'other' })).toBe(shapeOf(a));
    expect(memberOf(shapeOf(a), 'text')).toBeNull();
    expect(memberOf(table, {})).toBe(table);
    expect(memberOf(table, [])).toBeNull();
    expect(memberOf(list, [])).toBe(list);
    expect(memberOf(list, {})).toBeNull();
    expect(memberOf(shapeOf(text), 'text')).toBe(shapeOf(text));
    expect(memberOf(shapeOf(text), {})).toBeNull();
  });

  test('of a union without literals is the first that can hold the value', () => {
    const table = z.record(z.string(), text);
    expect(memberOf(shapeOf(z.union([text, table])), {})).toBe(shapeOf(table));
    expect(memberOf(shapeOf(z.union([z.number(), text])), 5)?.type).toBe('value');
  });
});
