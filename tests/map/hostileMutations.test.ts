import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { JourneyMap } from '../../src/map/schema';
import { visitReferences } from '../../src/map/shape';
import { parseMap, serialise } from '../../src/map/text';
import { runs } from '../support/runs';
import { journeyMap } from './arbitraries';

vi.setConfig({ testTimeout: runs(60_000, 1_800_000) });

type Json = Record<string, unknown>;

const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    [],
    {},
    0,
    '0',
    -1,
    1e15,
    true,
    'nothingthere',
    'toString',
    [null],
    { kind: 'group' },
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Mutation {
  readonly depth: number;
  readonly turns: readonly number[];
  readonly how: 'replace' | 'remove' | 'rename' | 'copy' | 'swap' | 'add';
  readonly value: unknown;
  readonly key: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  depth: fc.integer({ min: 1, max: 7 }),
  turns: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
  how: fc.constantFrom('replace', 'remove', 'rename', 'copy', 'swap', 'add'),
  value: oddValue,
  key: fc.oneof(
    fc.constantFrom('x', 'valueOf', '', 'aaaaaaaaaaaa', '0'),
    fc.string({ maxLength: 20 }),
  ),
});

/** Walks down by `turns` and changes what it finds there: the shape of the map leads the damage. */
function mutate(root: Json, { depth, turns, how, value, key }: Mutation): void {
  let parent: Json = root;
  let name = '';
  for (let level = 0; level < depth; level += 1) {
    const names = Object.keys(parent);
    if (names.length === 0) break;
    name = names[turns[level]! % names.length]!;
    const next = parent[name];
    if (level === depth - 1 || typeof next !== 'object' || next === null) break;
    if (Object.keys(next).length === 0) break;
    parent = next as Json;
  }
  const names = Object.keys(parent);
  const other = names[turns[6]! % Math.max(1, names.length)] ?? name;
  if (how === 'replace') parent[name] = value;
  else if (how === 'remove') Reflect.deleteProperty(parent, name);
  else if (how === 'copy') parent[name] = structuredClone(parent[other]);
  else if (how === 'swap') [parent[name], parent[other]] = [parent[other], parent[name]];
  else {
    // Defined, not assigned: `__proto__` has to become an own key here.
    const moved = how === 'rename' ? parent[name] : value;
    if (how === 'rename') Reflect.deleteProperty(parent, name);
    Object.defineProperty(parent, key, {
      value: moved,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

test('a damaged map is opened, mended with a list, or refused with a place; never anything else', () => {
  const outcomes = new Map<string, number>();
  fc.assert(
    fc.property(
      journeyMap(),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (map, mutations) => {
        const raw = JSON.parse(serialise(map)) as Json;
        for (const one of mutations) mutate(raw, one);
        const result = parseMap(JSON.stringify(raw));
        outcomes.set(result.outcome, (outcomes.get(result.outcome) ?? 0) + 1);
        if (result.outcome === 'refused') {
          expect(result.problems).toHaveLength(1);
          expect(result.problems[0]?.code).not.toBe('unreadable');
          return;
        }
        expect(result.outcome === 'repaired').toBe(result.repairs.length > 0);
        expect(result.repairs.length).toBeLessThanOrEqual(20);
        expect(JourneyMap.safeParse(result.map).error).toBeUndefined();
        visitReferences(result.map, ({ to, id, kept }) => {
          expect(kept || Object.hasOwn(result.map[to], id)).toBe(true);
        });
        const again = parseMap(serialise(result.map));
        expect(again.outcome).toBe('opened');
        expect(again.map).toEqual(result.map);
      },
    ),
    { numRuns: runs(60, 10_000) },
  );
  expect(({} as { x?: number }).x).toBeUndefined();
  expect([...outcomes.keys()].sort()).toEqual(['opened', 'refused', 'repaired']);
});

test('text changed anywhere never throws', () => {
  fc.assert(
    fc.property(
      journeyMap({ touchpoints: 3, workshop: false }),
      fc.array(
        fc.record({
          at: fc.nat(),
          text: fc.constantFrom('', '"', '{', '}', ',', ':', '1', '\\', '-', '\u0000', '__proto__'),
        }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      (map, changes) => {
        let text = serialise(map);
        for (const { at, text: put } of changes) {
          const place = at % text.length;
          text = text.slice(0, place) + put + text.slice(place + 1);
        }
        const { outcome, problems } = parseMap(text);
        expect(['opened', 'repaired', 'refused']).toContain(outcome);
        expect(problems.map(({ code }) => code)).not.toContain('unreadable');
        if (problems.some(({ code }) => code === 'not-json' || code === 'cut-short')) {
          expect(() => JSON.parse(text) as unknown).toThrow();
        }
      },
    ),
    { numRuns: runs(60, 10_000) },
  );
});
