import { describe, expect, test } from 'vitest';
import {
  age,
  cards,
  changes,
  column,
  decision,
  id,
  keys,
  mapOf,
  offers,
  old,
  told,
  transition,
  transitionTable,
  young,
} from './support';

const than = (operator: 'more' | 'at-most' | 'less', value: number) => ({
  when: { ...old, operator, value },
});
const otherwise = { otherwise: true };
/** A decision with transitions to its one outcome, in their order. */
const deciding = (...list: object[]) =>
  mapOf({
    attributes: age,
    touchpoints: column({ start: { kind: 'entry' }, choice: { kind: 'decision' }, end: {} }),
    transitions: {
      [id('go')]: transition('start', 'choice'),
      ...transitionTable(
        ...list.map((each, index) =>
          transition('choice', 'end', { order: `a${String(index).padStart(2, '0')}`, ...each }),
        ),
      ),
    },
  });

describe('a decision without otherwise', () => {
  const rule = 'decision-without-otherwise';

  test('is told where every transition has a rule', () => {
    expect(keys(deciding(than('more', 50), than('less', 40)), rule)).toEqual([
      'touchpoints/choice:',
    ]);
    expect(keys(deciding(than('more', 50), {}), rule)).toEqual([]);
    expect(keys(deciding({}, than('more', 50)), rule)).toEqual([]);
    expect(keys(deciding(otherwise, than('more', 50)), rule)).toEqual([]);
    expect(keys(deciding(), rule)).toEqual([]);
    expect(
      keys(
        cards(
          { a: { kind: 'entry' }, b: {} },
          transitionTable(transition('a', 'b', { when: old })),
        ),
        rule,
      ),
    ).toEqual([]);
  });

  test('sends everybody else to a loss, else to a neutral outcome, never to a success', () => {
    const ruled = transitionTable(transition('choice', 'end', { when: old }));
    const outcome = (kind: 'success' | 'loss' | 'neutral') =>
      ({ kind: 'outcome', outcome: kind }) as const;
    const among = (...kinds: ('success' | 'loss' | 'neutral')[]) =>
      mapOf({
        touchpoints: column({
          choice: { kind: 'decision' },
          end: {},
          ...Object.fromEntries(kinds.map((kind) => [kind, outcome(kind)])),
        }),
        transitions: ruled,
      });
    const add = (map: ReturnType<typeof among>) => changes(map, rule, 'add');
    expect(add(among('success', 'neutral', 'loss'))).toEqual(['+ choice → loss otherwise']);
    expect(add(among('success', 'neutral'))).toEqual(['+ choice → neutral otherwise']);
    expect(offers(among('success'), rule)).toEqual([['last']]);
    expect(told(among('success'), rule)[0]?.labels).toEqual({ last: { last: 'choice → end' } });
  });

  test('or makes its last transition the otherwise', () => {
    expect(changes(deciding(than('more', 50), than('less', 40)), rule, 'last')).toEqual([
      'transitions/way-1/otherwise = true',
      'transitions/way-1/when = null',
    ]);
  });
});

describe('decisions in a circle', () => {
  const rule = 'decision-cycle';
  const kind = 'decision' as const;

  test('are told at the first in journey order, with the others in that order', () => {
    const map = cards(
      { a: { kind: 'entry' }, z: { kind }, m: { kind }, b: { kind } },
      transitionTable(
        transition('a', 'b'),
        transition('b', 'z'),
        transition('z', 'm'),
        transition('m', 'b'),
      ),
    );
    expect(told(map, rule)).toEqual([
      {
        severity: 'error',
        key: 'touchpoints/z:',
        values: { name: 'z', count: 3 },
        also: ['touchpoints/m', 'touchpoints/b'],
      },
    ]);
    expect(changes(map, rule, 'cut')).toEqual(['- transitions/way-1']);
  });

  test('a decision that leads to itself is one', () => {
    const map = cards(
      { a: { kind }, b: { kind } },
      transitionTable(transition('a', 'a'), transition('a', 'b')),
    );
    expect(told(map, rule)).toMatchObject([{ key: 'touchpoints/a:', values: { count: 1 } }]);
    expect(changes(map, rule, 'cut')).toEqual(['- transitions/way-0']);
  });

  test('transitions that lead out of the circle stay', () => {
    const map = cards(
      { out: {}, a: { kind }, b: { kind } },
      transitionTable(
        transition('a', 'b'),
        transition('b', 'a'),
        transition('b', 'out'),
        transition('a', 'out'),
      ),
    );
    expect(changes(map, rule, 'cut')).toEqual(['- transitions/way-1']);
  });

  test('two circles are two findings, in journey order, and a touchpoint between breaks one', () => {
    const map = cards(
      { d: { kind }, c: { kind }, b: { kind }, a: { kind } },
      transitionTable(
        transition('a', 'b'),
        transition('b', 'a'),
        transition('c', 'd'),
        transition('d', 'c'),
      ),
    );
    expect(keys(map, rule)).toEqual(['touchpoints/d:', 'touchpoints/b:']);
    expect(
      keys(
        cards({ a: { kind }, b: {} }, transitionTable(transition('a', 'b'), transition('b', 'a'))),
        rule,
      ),
    ).toEqual([]);
    expect(
      keys(
        cards({ b: {}, a: { kind } }, transitionTable(transition('a', 'b'), transition('b', 'a'))),
        rule,
      ),
    ).toEqual([]);
  });
});

describe('a shadowed transition', () => {
  const rule = 'shadowed';
  const by = (...list: object[]) =>
    told(deciding(...list), rule).map(({ key, also }) => [key, ...(also ?? [])]);

  test('comes after one without a rule, or after one that whoever fits has taken', () => {
    expect(by({}, than('more', 50))).toEqual([['transitions/way-1:', 'transitions/way-0']]);
    expect(by(than('more', 50), than('more', 60))).toEqual([
      ['transitions/way-1:', 'transitions/way-0'],
    ]);
    expect(by(than('more', 60), than('more', 50))).toEqual([]);
  });

  test('an otherwise is shadowed by a transition without a rule wherever that stands', () => {
    expect(by(otherwise, {})).toEqual([['transitions/way-0:', 'transitions/way-1']]);
    expect(by(otherwise, than('more', 50))).toEqual([]);
  });

  test('an otherwise that stands first shadows nothing', () => {
    expect(by(otherwise, than('more', 50))).toEqual([]);
    expect(by(than('more', 50), otherwise, than('less', 40))).toEqual([]);
  });

  test('two rules together leave nobody; the later of them is named', () => {
    expect(by(than('more', 50), than('at-most', 50), than('less', 60))).toEqual([
      ['transitions/way-2:', 'transitions/way-1'],
    ]);
  });

  test('a last one without a rule is the otherwise of rules that share everybody out', () => {
    expect(by(than('more', 50), than('at-most', 50), {})).toEqual([]);
  });

  test('a rule that contradicts itself is reported as such and not as shadowed', () => {
    const never = { when: { kind: 'group', rules: [old, young] } };
    expect(by(than('more', 50), never)).toEqual([]);
  });

  test('touchpoints that are no decisions have no order to shadow by', () => {
    const map = cards(
      { a: { kind: 'entry' }, b: {} },
      transitionTable(transition('a', 'b'), transition('a', 'b')),
    );
    expect(keys(map, rule)).toEqual([]);
  });

  test('of many earlier transitions the last twenty are looked at together', () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, index) => than('more', 100 + index));
    expect(by(than('more', 50), ...others(19), than('more', 60)).at(-1)).toEqual([
      'transitions/way-20:',
      'transitions/way-19',
    ]);
    expect(by(than('more', 90), ...others(20), than('more', 95)).at(-1)?.[0]).not.toBe(
      'transitions/way-21:',
    );
  });
});

describe('overlapping rules', () => {
  const rule = 'overlap';

  test('are reported once for a decision, with the first pair and how many more there are', () => {
    const map = deciding(than('more', 70), than('more', 60), than('more', 50), than('less', 40));
    expect(told(map, rule)).toEqual([
      {
        severity: 'hint',
        key: 'touchpoints/choice:',
        values: { name: 'choice', first: 'choice → end', second: 'choice → end', more: 2 },
        also: ['transitions/way-0', 'transitions/way-1', 'transitions/way-2'],
      },
    ]);
  });

  test('name the pair that overlaps', () => {
    const named = (label: string, rest: object) => ({ label, ...rest });
    const map = deciding(
      named('young', than('less', 40)),
      named('old', than('more', 50)),
      named('very old', than('more', 60)),
    );
    expect(told(map, rule)[0]?.values).toMatchObject({ first: 'old', second: 'very old', more: 0 });
  });

  test('a transition without a rule and the otherwise overlap with nothing', () => {
    expect(keys(deciding(than('more', 50), {}), rule)).toEqual([]);
    expect(keys(deciding(than('more', 50), { ...than('more', 50), ...otherwise }), rule)).toEqual(
      [],
    );
    const map = decision(
      transitionTable(
        transition('start', 'end', { when: old }),
        transition('start', 'end', { when: old }),
      ),
    );
    expect(keys(map, rule)).toEqual([]);
  });

  test('the first twelve rules of a decision are compared', () => {
    const apart = Array.from({ length: 11 }, (_, index) => ({
      when: { ...old, operator: 'equals', value: index },
    }));
    expect(keys(deciding(...apart, than('more', 50), than('more', 60)), rule)).toEqual([]);
    expect(
      keys(deciding(...apart.slice(1), than('more', 50), than('more', 60)), rule),
    ).toHaveLength(1);
  });
});
