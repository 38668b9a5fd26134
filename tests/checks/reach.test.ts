import { describe, expect, test } from 'vitest';
import {
  type Column,
  cards,
  changes,
  fixed,
  found,
  id,
  keys,
  loose,
  offers,
  soundMap,
  told,
  transition,
  transitionTable,
} from './support';

describe('unreachable touchpoints', () => {
  const half = { chance: { base: 0.5 } };
  const list = { a: { kind: 'entry' as const }, b: {}, c: { kind: 'decision' as const }, d: {} };

  test('are connected from the nearest one before where people drop off', () => {
    const map = cards(
      list,
      transitionTable(transition('a', 'b', half), transition('b', 'a', half)),
    );
    expect(keys(map, 'unreachable')).toEqual(['touchpoints/c:', 'touchpoints/d:']);
    expect(offers(map, 'unreachable')).toEqual([['connect'], ['connect', 'entry']]);
    expect(changes(map, 'unreachable', 'connect')).toEqual(['+ b → c 0.5']);
  });

  test('a touchpoint whose chances are used up, an otherwise and a decision have no room', () => {
    const full = cards(list, transitionTable(transition('a', 'b', half), transition('b', 'a')));
    expect(changes(full, 'unreachable', 'connect')).toEqual(['+ a → c 0.5']);
    const rest = cards(
      list,
      transitionTable(
        transition('a', 'b', half),
        transition('b', 'a', { otherwise: true, ...half }),
      ),
    );
    expect(changes(rest, 'unreachable', 'connect')).toEqual(['+ a → c 0.5']);
    const decision = cards(
      list,
      transitionTable(transition('a', 'b', half), transition('b', 'c'), transition('c', 'a')),
    );
    expect(changes(decision, 'unreachable', 'connect')).toEqual(['+ a → d 0.5']);
  });

  test('before anything leads anywhere they are not told one by one', () => {
    expect(keys(cards(list), 'unreachable')).toEqual([]);
    expect(
      keys(cards({ b: {}, d: {} }, transitionTable(transition('b', 'd'))), 'unreachable'),
    ).toEqual([]);
  });

  test('what stands before every touchpoint with room can only become an entry', () => {
    const map = cards(
      { z: {}, a: { kind: 'entry' }, b: {} },
      transitionTable(transition('a', 'b', half)),
    );
    expect(offers(map, 'unreachable')).toEqual([['entry']]);
  });
});

describe('dead ends', () => {
  test('are told where people come, an entry too, which cannot become an outcome', () => {
    const map = cards(
      { a: { kind: 'entry' }, b: {}, c: { kind: 'entry' }, alone: {}, end: { kind: 'outcome' } },
      transitionTable(transition('a', 'b'), transition('a', 'end')),
    );
    expect(keys(map, 'dead-end')).toEqual(['touchpoints/b:', 'touchpoints/c:']);
    expect(offers(map, 'dead-end')).toEqual([['outcome'], []]);
  });

  test('any time set for dropping off says that it is meant', () => {
    const end = (dropOffAfter: number) =>
      cards({ a: { kind: 'entry' }, b: { dropOffAfter } }, transitionTable(transition('a', 'b')));
    expect(keys(end(0), 'dead-end')).toEqual(['touchpoints/b:']);
    expect(keys(end(0.5), 'dead-end')).toEqual([]);
  });

  test('before anything is connected there are none', () => {
    expect(keys(cards({ a: { kind: 'entry' }, b: {} }), 'dead-end')).toEqual([]);
  });
});

describe('circles nobody leaves', () => {
  const circle = (back: object, more: Column = {}, out = {}) =>
    cards(
      { a: { kind: 'entry' }, b: {}, c: {}, ...more },
      {
        ...transitionTable(transition('a', 'b'), transition('b', 'c'), transition('c', 'b', back)),
        ...out,
      },
    );

  test('are told at their first touchpoint, with the others', () => {
    expect(told(circle({}), 'endless')).toEqual([
      {
        severity: 'warning',
        key: 'touchpoints/b:',
        values: { name: 'b', count: 2 },
        also: ['touchpoints/c'],
      },
    ]);
  });

  test('otherwise keeps everybody, a rule keeps only some', () => {
    expect(keys(circle({ otherwise: true, chance: { base: 0 } }), 'endless')).toHaveLength(1);
    expect(keys(circle({ when: { kind: 'everyone' } }), 'endless')).toEqual([]);
    expect(keys(circle({ chance: { base: 0.999 } }), 'endless')).toEqual([]);
    const thirds = transitionTable(
      transition('c', 'b', { chance: { base: 0.2 }, delay: { family: 'constant', value: 1 } }),
    );
    expect(keys(circle({}, {}, { [id('more')]: thirds[id('way-0')] }), 'endless')).toHaveLength(1);
  });

  test('chances of 0.1, 0.2 and 0.7 are everybody', () => {
    const back = (base: number, value: number) =>
      transition('c', 'b', { chance: { base }, delay: { family: 'constant', value } });
    const out = { [id('two')]: back(0.2, 1), [id('three')]: back(0.7, 2) };
    expect(keys(circle({ chance: { base: 0.1 } }, {}, out), 'endless')).toHaveLength(1);
  });

  test('a decision keeps whoever a transition without a rule takes', () => {
    const rule = { when: { kind: 'everyone' } };
    const decision = { c: { kind: 'decision' as const } };
    expect(keys(circle({ chance: { base: 0 } }, decision), 'endless')).toHaveLength(1);
    expect(keys(circle(rule, decision), 'endless')).toEqual([]);
  });

  test('a transition out of the circle, or an outcome in it, ends it', () => {
    const out = { [id('out')]: transition('b', 'd', { chance: { base: 0 } }) };
    expect(keys(circle({}, { d: {} }, out), 'endless')).toEqual([]);
    expect(keys(circle({}, { c: { kind: 'outcome' } }), 'endless')).toEqual([]);
  });

  test('a circle nobody comes to is reported as unreachable only', () => {
    const map = cards(
      { a: { kind: 'entry' }, b: {}, c: {} },
      transitionTable(
        transition('b', 'c'),
        transition('c', 'b'),
        transition('a', 'a', { chance: { base: 0.5 } }),
      ),
    );
    expect(keys(map, 'endless')).toEqual([]);
  });
});

test('a fix leaves what is meant alone: the loose card becomes an entry and nothing else', () => {
  const map = soundMap({ touchpoints: loose() });
  const [problem] = found(map, 'unreachable');
  expect(fixed(map, problem, 'entry').touchpoints[id('loose')]?.kind).toBe('entry');
  expect(changes(map, 'unreachable', 'entry')).toEqual(['touchpoints/loose/kind = "entry"']);
});
