import { describe, expect, test } from 'vitest';
import { applyEdit, removeTouchpoints } from '../../../src/map/edits';
import { newMap, outgoingOf } from '../../../src/map/records';
import { isId, type JourneyMapInput, type Rule } from '../../../src/map/schema';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';
const D = 'dddddddddddd';
const IN = 'in-in-in-in-in';
const ON = 'on-on-on-on-on';
const OFF = 'off-off-off-off';
const LOOP = 'loop-loop-loop';
const S = 'ssssssssssss';

type Transitions = NonNullable<JourneyMapInput['transitions']>;

/** A map in which B is about to go, with these transitions. */
const around = (transitions: Transitions, b: object = {}) =>
  newMap({
    segments: { [S]: {} },
    touchpoints: { [A]: {}, [B]: b, [C]: {}, [D]: {} },
    transitions,
  });
const healed = (map: ReturnType<typeof around>, ...ids: string[]) =>
  applyEdit(map, removeTouchpoints(ids.length > 0 ? ids : [B], { heal: true })).map;
/** Where each transition out of A leads now, with its chance. */
const outOfA = (map: ReturnType<typeof around>) =>
  outgoingOf(map, A).map(([, { to, chance, otherwise }]) => [to, chance.base, otherwise]);

const days = (value: number): Rule => ({
  kind: 'days',
  not: false,
  operator: 'less',
  value,
  to: 0,
});

describe('removing touchpoints', () => {
  const map = around({ [IN]: { from: A, to: B }, [ON]: { from: B, to: C } });

  test('takes their transitions along, and heals only where asked', () => {
    const next = applyEdit(map, removeTouchpoints([B])).map;
    expect(Object.keys(next.touchpoints)).toEqual([A, C, D]);
    expect(next.transitions).toEqual({});
  });

  test('passes over those that are not there', () => {
    expect(applyEdit(map, removeTouchpoints(['nothingthere'], { heal: true })).map).toBe(map);
    const next = healed(map, 'nothingthere', B);
    expect(Object.keys(next.touchpoints)).toEqual([A, C, D]);
  });
});

describe('a healed path', () => {
  test('joins both transitions under the id of the transition in', () => {
    const map = around({
      [IN]: {
        from: A,
        to: B,
        order: 'a5',
        label: 'first',
        chance: { base: 0.5, bySegment: { [S]: { value: 0.8, order: 'a1' } } },
        delay: { family: 'constant', value: 2 },
        economics: { revenue: 3 },
      },
      [ON]: {
        from: B,
        to: C,
        label: 'second',
        chance: { base: 0.25, bySegment: { [S]: { value: 1 } } },
        delay: { family: 'constant', value: 3 },
        economics: { revenue: 9 },
      },
    });
    expect(healed(map).transitions).toEqual({
      [IN]: {
        ...map.transitions[IN],
        to: C,
        chance: { base: 0.125, bySegment: { [S]: { value: 0.2, order: 'a1' } } },
        delay: { family: 'constant', value: 5 },
      },
    });
  });

  test('takes the label of the transition on where the transition in has none', () => {
    const map = around({
      [IN]: { from: A, to: B },
      [ON]: { from: B, to: C, label: 'second' },
    });
    expect(healed(map).transitions[IN]?.label).toBe('second');
  });

  test('keeps the delay of the transition in where the two cannot be added', () => {
    const spread = { family: 'uniform', min: 1, max: 2 } as const;
    const constant = { family: 'constant', value: 4 } as const;
    const delays = (first: object, second: object) =>
      healed(
        around({
          [IN]: { from: A, to: B, delay: first as typeof constant },
          [ON]: { from: B, to: C, delay: second as typeof constant },
        }),
      ).transitions[IN]?.delay;
    expect(delays(spread, constant)).toEqual(spread);
    expect(delays(constant, spread)).toEqual(constant);
  });

  test('holds for whom both rules hold', () => {
    const rules = (first: Rule | null, second: Rule | null) =>
      healed(
        around({
          [IN]: { from: A, to: B, when: first },
          [ON]: { from: B, to: C, when: second },
        }),
      ).transitions[IN]?.when;
    expect(rules(null, null)).toBeNull();
    expect(rules(days(1), null)).toEqual(days(1));
    expect(rules(null, days(2))).toEqual(days(2));
    expect(rules(days(1), days(2))).toEqual({
      kind: 'group',
      not: false,
      match: 'all',
      rules: [days(1), days(2)],
    });
  });

  test('ends where the touchpoint led nowhere, or only back to itself', () => {
    expect(healed(around({ [IN]: { from: A, to: B } })).transitions).toEqual({});
    expect(
      healed(around({ [IN]: { from: A, to: B }, [LOOP]: { from: B, to: B, chance: { base: 1 } } }))
        .transitions,
    ).toEqual({});
  });

  test('begins nowhere where nothing came in but from itself', () => {
    const map = around({ [LOOP]: { from: B, to: B }, [ON]: { from: B, to: C } });
    expect(healed(map).transitions).toEqual({});
  });

  test('is made for every transition in', () => {
    const map = around({
      [IN]: { from: A, to: B, chance: { base: 0.5 } },
      [OFF]: { from: D, to: B, chance: { base: 0.2 } },
      [ON]: { from: B, to: C, chance: { base: 1 } },
    });
    const { transitions } = healed(map);
    expect(Object.keys(transitions)).toEqual([IN, OFF]);
    expect(transitions[OFF]).toEqual({ ...map.transitions[OFF], to: C });
  });
});

describe('a healed branch', () => {
  const branch = (first: object, second: object, given: object = {}) =>
    around({
      [IN]: { from: A, to: B, chance: { base: 0.5 }, order: 'a0', ...given },
      [ON]: { from: B, to: C, order: 'a0', ...first },
      [OFF]: { from: B, to: D, order: 'a1', ...second },
    });

  test('leads to each successor by its share, in order, the first under the old id', () => {
    const map = branch({ chance: { base: 0.6 } }, { chance: { base: 0.4 } });
    map.transitions.later_later = { ...map.transitions[IN]!, to: C, order: 'a1' };
    const list = outgoingOf(healed(map), A);
    expect(list.map(([, { to, chance, order }]) => [to, chance.base, order])).toEqual([
      [C, 0.3, 'a0'],
      [D, 0.2, 'a0V'],
      [C, 0.5, 'a1'],
    ]);
    expect(list[0]?.[0]).toBe(IN);
    expect(isId(list[1]?.[0])).toBe(true);
    expect(list[1]?.[0]).not.toBe(OFF);
  });

  test('gives the rest to a transition that takes it', () => {
    expect(outOfA(healed(branch({ chance: { base: 0.6 } }, { otherwise: true })))).toEqual([
      [C, 0.3, false],
      [D, 0.2, false],
    ]);
  });

  test('of a transition in that takes the rest gives each its share of the rest', () => {
    const map = branch(
      { chance: { base: 0.5 } },
      { chance: { base: 0.25 } },
      { otherwise: true, chance: { base: 0.9 } },
    );
    map.transitions.other_other = {
      ...map.transitions[IN]!,
      otherwise: false,
      to: D,
      chance: { base: 0.2, bySegment: {} },
      order: 'a9',
    };
    expect(outOfA(healed(map))).toEqual([
      [C, 0.4, false],
      [D, 0.2, false],
      [D, 0.2, false],
    ]);
  });

  test('leaves a transition in that takes the rest as it is where only one leads on', () => {
    const map = around({
      [IN]: { from: A, to: B, otherwise: true, chance: { base: 0.5 } },
      [ON]: { from: B, to: C, chance: { base: 0.5 } },
    });
    expect(outOfA(healed(map))).toEqual([[C, 0.25, true]]);
  });

  test('counts those who come back to the touchpoint among those who leave it in the end', () => {
    const map = branch({ chance: { base: 0.3 } }, { chance: { base: 0.1 } });
    map.transitions[LOOP] = {
      ...map.transitions[ON]!,
      to: B,
      chance: { base: 0.5, bySegment: {} },
    };
    expect(outOfA(healed(map))).toEqual([
      [C, 0.3, false],
      [D, 0.1, false],
    ]);
  });

  test('never takes a share for more than everybody', () => {
    const map = branch({ chance: { base: 0.9 } }, { chance: { base: 0.9 } });
    map.transitions[LOOP] = {
      ...map.transitions[ON]!,
      to: B,
      chance: { base: 0.5, bySegment: {} },
    };
    expect(outOfA(healed(map))).toEqual([
      [C, 0.5, false],
      [D, 0.5, false],
    ]);
    map.transitions[LOOP].chance.base = 1;
    expect(outOfA(healed(map)).map(([, chance]) => chance)).toEqual([0.45, 0.45]);
  });

  test('of a decision leads everybody on by the rules, or evenly without them', () => {
    const map = around(
      {
        [IN]: { from: A, to: B, chance: { base: 0.8 } },
        [ON]: { from: B, to: C, when: days(3), chance: { base: 0.1 }, order: 'a0' },
        [OFF]: { from: B, to: D, chance: { base: 0.1 }, order: 'a1' },
      },
      { kind: 'decision' },
    );
    const next = healed(map);
    expect(outOfA(next)).toEqual([
      [C, 0.8, false],
      [D, 0.4, false],
    ]);
    expect(next.transitions[IN]?.when).toEqual(days(3));
  });
});
