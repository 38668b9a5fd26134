import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { idOf } from '../../../src/map/schema';
import { type Path, shapeOf } from '../../../src/map/shape';
import { Repairs } from '../../../src/map/text/finding';
import { repair } from '../../../src/map/text/repair';

const schema = z.object({
  name: z.string().max(5).default('none'),
  fixed: z.string().max(5),
  size: z.number().min(1).max(3).default(2),
  above: z.number().gt(0).lt(9).default(1),
  stage: idOf('stages').nullable().default(null),
  list: z.array(z.string().max(3)).max(2).default([]),
  lineage: z.array(z.number()).max(2).default([]),
  few: z.array(z.number()).min(1).default([1]),
  table: z.record(z.string(), z.object({ kind: z.enum(['a', 'b']) })).prefault({}),
  choice: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('x'), note: z.enum(['p']).default('p') }),
      z.object({ kind: z.literal('y') }),
    ])
    .default({ kind: 'y' }),
});
const fine = { fixed: 'ok', size: 2 };

/** Mends every issue of one round, as the reader does: the last first. */
function mend(input: object, at: Path = ['touchpoints', 'x/y']) {
  const root = structuredClone({ ...fine, ...input }) as Record<string, unknown>;
  const repairs = new Repairs();
  const done: Path[] = [];
  const result = schema.safeParse(root);
  const answers = (result.error?.issues ?? [])
    .toReversed()
    .map((issue) => repair(shapeOf(schema), root, issue, at, repairs, done));
  const told = repairs.listed.map(({ code, pointer, params }) => [code, pointer, params]);
  return { root, told, answers };
}

describe('a value past its limit', () => {
  test('is cut if it is a text, between whole characters', () => {
    const { root, told, answers } = mend({ name: 'abcdefgh' });
    expect(root.name).toBe('abcde');
    expect(told).toEqual([['text-cut', '/touchpoints/x~1y/name', { length: 8, most: 5 }]]);
    expect(answers).toEqual([true]);
    expect(mend({ name: 'abcd🙂f' }).root.name).toBe('abcd');
    expect(mend({ name: 'abc🙂fg' }).root.name).toBe('abc🙂');
  });

  test('is brought to the limit if it is a number', () => {
    expect(mend({ size: 7 })).toMatchObject({
      root: { size: 3 },
      told: [['number-limited', '/touchpoints/x~1y/size', { from: 7, to: 3 }]],
    });
    expect(mend({ size: -7 })).toMatchObject({
      root: { size: 1 },
      told: [['number-limited', '/touchpoints/x~1y/size', { from: -7, to: 1 }]],
    });
  });

  test('is reset where the limit itself is not allowed', () => {
    for (const above of [0, 9]) {
      const { root, told } = mend({ above });
      expect(root).not.toHaveProperty('above');
      expect(told).toEqual([['value-reset', '/touchpoints/x~1y/above', { value: String(above) }]]);
    }
  });

  test('is shortened if it is a list, a lineage from its oldest end', () => {
    expect(mend({ list: ['a', 'b', 'c'] })).toMatchObject({
      root: { list: ['a', 'b'] },
      told: [['list-cut', '/touchpoints/x~1y/list', { length: 3, most: 2 }]],
    });
    expect(mend({ lineage: [1, 2, 3] }).root.lineage).toEqual([2, 3]);
  });

  test('is reset if it is too short', () => {
    const { root, told } = mend({ few: [] });
    expect(root).not.toHaveProperty('few');
    expect(told).toEqual([['value-reset', '/touchpoints/x~1y/few', { value: '[]' }]]);
  });
});

describe('a wrong value', () => {
  test('is reset to its default', () => {
    const { root, told, answers } = mend({ name: 5 });
    expect(root).toEqual(fine);
    expect(told).toEqual([['value-reset', '/touchpoints/x~1y/name', { value: '5' }]]);
    expect(answers).toEqual([true]);
  });

  test('becomes null where it may', () => {
    const { root, told } = mend({ stage: { odd: true } });
    expect(root.stage).toBeNull();
    expect(told).toEqual([['value-reset', '/touchpoints/x~1y/stage', { value: '{"odd":true}' }]]);
  });

  test('takes its entry of a table or its item of a list along', () => {
    const { root, told } = mend({ table: { one: { kind: 'c' }, two: { kind: 'a' } } });
    expect(root.table).toEqual({ two: { kind: 'a' } });
    expect(told).toEqual([['entry-removed', '/touchpoints/x~1y/table/one', {}]]);
    const list = mend({ list: ['a', 5] });
    expect(list.root.list).toEqual(['a']);
    expect(list.told).toEqual([['entry-removed', '/touchpoints/x~1y/list/1', {}]]);
    expect(mend({ table: { one: {} } }).told).toEqual([
      ['entry-removed', '/touchpoints/x~1y/table/one', {}],
    ]);
  });

  test('inside a member of a union gives way as that member says', () => {
    expect(mend({ choice: { kind: 'x', note: 'q' } })).toMatchObject({
      root: { choice: { kind: 'x' } },
      told: [['value-reset', '/touchpoints/x~1y/choice/note', { value: '"q"' }]],
    });
    expect(mend({ choice: { kind: 'z' } }).root).toEqual(fine);
  });

  test('cannot be mended where nothing around it may give way', () => {
    const { root, told, answers } = mend({ fixed: 5 });
    expect(answers).toEqual([false]);
    expect(told).toEqual([]);
    expect(root.fixed).toBe(5);
    const missing = mend({ fixed: undefined });
    expect(missing.answers).toEqual([false]);
  });
});

test('a place is mended once a round, with all that is wrong inside it', () => {
  const inner = z.object({ a: z.number(), b: z.number() });
  const outer = z.object({ part: inner.default({ a: 1, b: 1 }), other: inner.nullable() });
  const root: Record<string, unknown> = { part: { a: 'x', b: 'y' }, other: { a: 'x', b: 1 } };
  const repairs = new Repairs();
  const done: Path[] = [];
  const answers = outer
    .safeParse(root)
    .error!.issues.map((issue) => repair(shapeOf(outer), root, issue, [], repairs, done));
  expect(answers).toEqual([true, true, true]);
  expect(root).toEqual({ other: null });
  expect(repairs.listed.map(({ pointer }) => pointer)).toEqual(['/part', '/other']);
  expect(done).toEqual([['part'], ['other']]);
});

test('a missing value is shown as a dash', () => {
  const shape = z.object({ part: z.object({ a: z.number() }).default({ a: 1 }) });
  const root = { part: {} };
  const repairs = new Repairs();
  const issue = shape.safeParse(root).error!.issues[0]!;
  expect(repair(shapeOf(shape), root, issue, [], repairs, [])).toBe(true);
  expect(repairs.listed).toEqual([
    { code: 'value-reset', pointer: '/part', params: { value: '—' } },
  ]);
});
