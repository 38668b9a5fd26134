import { expect, test } from 'vitest';
import { incoming, incomingOf, newMap, outgoing, outgoingOf } from '../../../src/map/records';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';

const map = newMap({
  touchpoints: { [A]: {}, [B]: {}, [C]: {} },
  transitions: {
    transition1a: { from: A, to: C, order: 'a2' },
    transition2b: { from: A, to: B, order: 'a1' },
    transition3c: { from: B, to: C, order: 'a0' },
  },
});
const ids = (list: readonly (readonly [string, unknown])[]) => list.map(([id]) => id);

test('the transitions out of a touchpoint stand in their order', () => {
  expect(outgoingOf(map, A)).toEqual([
    ['transition2b', map.transitions.transition2b],
    ['transition1a', map.transitions.transition1a],
  ]);
  expect(ids(outgoingOf(map, B))).toEqual(['transition3c']);
  expect([...outgoing(map).keys()].sort()).toEqual([A, B]);
});

test('the transitions into a touchpoint stand in their order', () => {
  expect(ids(incomingOf(map, C))).toEqual(['transition3c', 'transition1a']);
  expect(ids(incomingOf(map, B))).toEqual(['transition2b']);
  expect([...incoming(map).keys()].sort()).toEqual([B, C]);
});

test('a touchpoint without transitions has an empty list, the same each time', () => {
  expect(outgoingOf(map, C)).toEqual([]);
  expect(incomingOf(map, A)).toEqual([]);
  expect(outgoingOf(map, C)).toBe(incomingOf(map, A));
});

test('the lists are made once per state of the transitions', () => {
  expect(outgoing({ ...map })).toBe(outgoing(map));
  expect(incoming({ ...map })).toBe(incoming(map));
  expect(outgoing({ transitions: { ...map.transitions } })).not.toBe(outgoing(map));
});
