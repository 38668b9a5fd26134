import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  canReachOutcome,
  components,
  cyclesOfDecisions,
  loops,
  type JourneyPath,
  reachable,
  shortestPath,
  transitionCover,
} from '../../src/machine';
import type { JourneyMap, JourneyMapInput } from '../../src/map/schema';
import { deep, runs } from '../support/runs';
import { anyMap, id, mapOf } from './anyMap';

// Random maps by the thousand take their time where the long counts run.
vi.setConfig({ testTimeout: deep ? 1_200_000 : 20_000 });

const numRuns = runs(30, 3_000);

/** A map from arrows `a>b`; names that begin with e, d and o are entries, decisions and outcomes. */
function drawn(...arrows: string[]): JourneyMap {
  const kinds = new Map([
    ['e', 'entry'],
    ['d', 'decision'],
    ['o', 'outcome'],
  ] as const);
  const names = new Set(arrows.flatMap((arrow) => arrow.split('>')));
  return mapOf({
    touchpoints: Object.fromEntries(
      Array.from(names, (name) => [
        id(name),
        { name, kind: kinds.get(name.charAt(0) as 'e') ?? 'touchpoint' },
      ]),
    ),
    transitions: Object.fromEntries(
      arrows.map((arrow, index): [string, NonNullable<JourneyMapInput['transitions']>[string]] => {
        const [from = '', to = ''] = arrow.split('>');
        return [id(`t${index}`), { from: id(from), to: id(to), label: arrow }];
      }),
    ),
  });
}

const short = (ids: Iterable<string>) => Array.from(ids, (key) => key.replace(/_+$/, '')).sort();
const labels = (map: JourneyMap, path: JourneyPath | null) =>
  path?.transitions.map((key) => map.transitions[key]?.label).join(' ');

test('what an entry leads to can be reached; what leads to an outcome can reach one', () => {
  const map = drawn('e>a', 'a>o', 'a>b', 'b>b', 'x>o');
  expect(short(reachable(map))).toEqual(['a', 'b', 'e', 'o']);
  expect(short(canReachOutcome(map))).toEqual(['a', 'e', 'o', 'x']);
});

test('the shortest path has the fewest transitions, none to where one is, and may not exist', () => {
  const map = drawn('e>a', 'a>b', 'b>o', 'e>b', 'x>e');
  expect(labels(map, shortestPath(map, id('e'), id('o')))).toBe('e>b b>o');
  expect(shortestPath(map, id('a'), id('a'))?.touchpoints).toEqual([id('a')]);
  expect(shortestPath(map, id('o'), id('e'))).toBeNull();
  expect(shortestPath(map, id('nobody'), id('e'))).toBeNull();
});

test('a transition somebody cannot take is in none of their paths', () => {
  const map = drawn('e>a', 'a>o', 'e>o');
  const withoutO = (_: string, { label }: { label: string }) => label !== 'e>o';
  expect(labels(map, shortestPath(map, id('e'), id('o'), withoutO))).toBe('e>a a>o');
  expect(short(reachable(map, () => false))).toEqual(['e']);
});

test('an outcome ends every path, even where somebody drew a transition out of it', () => {
  const map = drawn('e>o', 'o>a');
  expect(short(reachable(map))).toEqual(['e', 'o']);
  expect(transitionCover(map).missed).toEqual([id('t1')]);
});

test('loops are found once each, and what a component leads to comes before it', () => {
  const map = drawn('e>a', 'a>b', 'b>a', 'b>c', 'c>c', 'c>o');
  expect(loops(map).map(short)).toEqual([['c'], ['a', 'b']]);
  expect(components(map).map(short)).toEqual([['o'], ['c'], ['a', 'b'], ['e']]);
});

test('only decisions that lead to one another without a pause are a cycle of decisions', () => {
  const map = drawn('e>d1', 'd1>d2', 'd2>d1', 'd2>a', 'a>d1', 'd3>d3', 'd4>o');
  expect(cyclesOfDecisions(map).map((path) => labels(map, path))).toEqual(['d1>d2 d2>d1', 'd3>d3']);
});

test('a chain of 20,000 touchpoints is answered without a deep stack', () => {
  const arrows = Array.from({ length: 19_999 }, (_, n) => `${n || 'e'}>${n + 1}`);
  const map = drawn(...arrows);
  expect(components(map)).toHaveLength(20_000);
  expect(transitionCover(map).walks).toHaveLength(1);
});

test('the walks of a cover are walks, and take every transition that can be taken', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const { walks, missed } = transitionCover(map);
      const taken = new Set(walks.flatMap(({ transitions }) => transitions));
      for (const { touchpoints, transitions } of walks) {
        expect(map.touchpoints[touchpoints[0]!]?.kind).toBe('entry');
        transitions.forEach((key, index) => {
          expect(map.transitions[key]).toMatchObject({
            from: touchpoints[index],
            to: touchpoints[index + 1],
          });
        });
      }
      const come = reachable(map);
      for (const [key, { from }] of Object.entries(map.transitions)) {
        const possible = come.has(from) && map.touchpoints[from]?.kind !== 'outcome';
        expect(taken.has(key)).toBe(possible);
        expect(missed.includes(key)).toBe(!possible);
      }
    }),
    { numRuns },
  );
});

test('two touchpoints are in one component exactly when each can be reached from the other', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const all = components(map);
      const keys = Object.keys(map.touchpoints);
      expect(all.flat().sort()).toEqual([...keys].sort());
      const componentOf = new Map(all.flatMap((ids, index) => ids.map((key) => [key, index])));
      for (const a of keys) {
        for (const b of keys) {
          const both = shortestPath(map, a, b) !== null && shortestPath(map, b, a) !== null;
          expect(componentOf.get(a) === componentOf.get(b)).toBe(both);
        }
      }
    }),
    { numRuns: runs(10, 500) },
  );
});
