import { describe, expect, test } from 'vitest';
import { impossibilities, type Obstacle } from '../../src/machine';
import type { JourneyMap, JourneyMapInput, RuleInput } from '../../src/map/schema';
import { id, mapOf } from './anyMap';

type Parts = Partial<JourneyMapInput>;

const older = (value: number, more: object = {}): RuleInput => ({
  kind: 'attribute',
  attribute: id('age'),
  test: 'number',
  operator: 'at-least',
  value,
  ...more,
});
const group = (match: 'all' | 'any' | 'none', ...rules: RuleInput[]): RuleInput => ({
  kind: 'group',
  match,
  rules,
});
const transition = (from: string, to: string, base = 1, more: object = {}) => ({
  from: id(from),
  to: id(to),
  chance: { base },
  ...more,
});
const aged = (min: number, max: number, share = 1) => ({
  share,
  attributes: { [id('age')]: { family: 'uniform' as const, min, max } },
});

/** One person of 18 to 30, one entry, and what the test adds. */
function mapWith(transitions: NonNullable<Parts['transitions']>, more: Parts = {}): JourneyMap {
  return mapOf({
    attributes: { [id('age')]: { name: 'Age', type: 'number' } },
    segments: { [id('elders')]: { rule: older(55) }, [id('adults')]: { rule: older(18) } },
    personas: { [id('young')]: aged(18, 30) },
    ...more,
    touchpoints: {
      [id('start')]: { kind: 'entry' },
      [id('shop')]: {},
      [id('end')]: { kind: 'outcome' },
      ...more.touchpoints,
    },
    transitions,
  });
}

const obstacle = (map: JourneyMap, transition: string): Obstacle | undefined =>
  impossibilities(map).transitions.find((each) => each.id === id(transition))?.because[0]?.obstacle;
const ruled = (when: RuleInput, more: Parts = {}) =>
  obstacle(mapWith({ [id('a')]: transition('start', 'shop', 1, { when }) }, more), 'a');

describe('who is asked', () => {
  const transitions = { [id('a')]: transition('start', 'shop', 1, { when: older(50) }) };
  const asked = (personas: NonNullable<Parts['personas']>) =>
    impossibilities(mapWith(transitions, { personas })).personas.map(({ persona }) => persona);

  test('personas with a share, and all of them where none has one', () => {
    expect(asked({ [id('a')]: aged(1, 2), [id('b')]: aged(60, 70, 0) })).toEqual([id('a')]);
    expect(asked({ [id('a')]: aged(1, 2, 0), [id('b')]: aged(60, 70, 0) })).toEqual([
      id('a'),
      id('b'),
    ]);
  });

  test('in a map without personas everybody, of whom nothing is known', () => {
    const map = mapWith(transitions, { personas: {} });
    expect(impossibilities(map).personas).toHaveLength(1);
    expect(impossibilities(map).personas[0]?.persona).toBeNull();
    expect(obstacle(map, 'a')).toBeUndefined();
    const never = mapWith(
      {
        [id('a')]: transition('start', 'shop', 1, {
          when: group('all', older(50), older(40, { not: true })),
        }),
      },
      { personas: {} },
    );
    expect(obstacle(never, 'a')).toEqual({ kind: 'rule', clause: null, range: null });
  });
});

describe('where one may begin', () => {
  const entries = (first: object, second: object) =>
    impossibilities(
      mapWith(
        { [id('a')]: transition('start', 'end'), [id('b')]: transition('other', 'end') },
        {
          touchpoints: {
            [id('start')]: { kind: 'entry', weight: first },
            [id('other')]: { kind: 'entry', weight: second },
            [id('shop')]: { kind: 'outcome' },
          },
        },
      ),
    ).touchpoints.filter(({ isIdleEntry }) => isIdleEntry);

  test('an entry of weight 0 beside one with a weight is idle', () => {
    expect(entries({ base: 1 }, { base: 0 }).map((each) => each.id)).toEqual([id('other')]);
    expect(entries({ base: 1 }, { base: 0.1 })).toEqual([]);
  });

  test('where no entry has a weight, all are begun at', () => {
    expect(entries({ base: 0 }, { base: 0 })).toEqual([]);
  });

  test('a segment’s weight counts for those who can be its members', () => {
    const row = (segment: string, value: number) => ({
      base: 0,
      bySegment: { [id(segment)]: { value } },
    });
    expect(entries({ base: 1 }, row('adults', 1))).toEqual([]);
    expect(entries({ base: 1 }, row('elders', 1)).map((each) => each.id)).toEqual([id('other')]);
    expect(entries({ base: 1 }, row('adults', 0)).map((each) => each.id)).toEqual([id('other')]);
    // Whoever is an adult has the weight 0, and everybody is one.
    const all = { base: 1, bySegment: { [id('adults')]: { value: 0 } } };
    expect(entries({ base: 1 }, all).map((each) => each.id)).toEqual([id('other')]);
    expect(entries(row('adults', 1), { base: 0 }).map((each) => each.id)).toEqual([id('other')]);
  });

  test('a touchpoint nothing leads to is no idle entry', () => {
    const [alone] = impossibilities(mapWith({ [id('a')]: transition('start', 'end') })).touchpoints;
    expect(alone).toMatchObject({ collection: 'touchpoints', id: id('shop'), isIdleEntry: false });
  });
});

describe('a rule nobody satisfies', () => {
  const clause = (value: number) => ({ kind: 'rule', clause: { value } });

  test('is told by the first clause that has to hold and cannot', () => {
    expect(ruled(older(90))).toMatchObject(clause(90));
    expect(ruled(group('all', older(20), older(80), older(90)))).toMatchObject(clause(80));
    expect(ruled(group('all', older(20), group('all', older(70))))).toMatchObject(clause(70));
    expect(ruled(group('any', older(90)))).toMatchObject(clause(90));
  });

  test('by none where its parts exclude each other, or any would do', () => {
    expect(ruled(group('any', older(80), older(90)))).toEqual({
      kind: 'rule',
      clause: null,
      range: null,
    });
    expect(ruled(group('all', older(25), older(20, { not: true })))).toMatchObject({
      clause: null,
    });
    expect(ruled(group('none', older(18)))).toMatchObject({ clause: null });
    expect(ruled({ ...group('all', older(18)), not: true })).toMatchObject({
      clause: null,
    });
  });

  test('what the persona can be is reported of attributes only', () => {
    expect(ruled(older(90))).toMatchObject({ range: { interval: { min: 18, max: 30 } } });
    const visits: RuleInput = {
      kind: 'visits',
      touchpoint: id('end'),
      operator: 'at-least',
      value: 1,
    };
    expect(ruled(visits)).toMatchObject({ kind: 'rule', clause: { kind: 'visits' }, range: null });
    expect(ruled(group('all', older(20), visits))).toMatchObject({ clause: { kind: 'visits' } });
  });
});

describe('what comes before', () => {
  const taken = (...list: object[]) =>
    mapWith(
      {
        [id('in')]: transition('start', 'which'),
        ...Object.fromEntries(
          list.map((more, index) => [
            id(`t${String(index)}`),
            transition('which', 'end', 0, { order: `a${String(index)}`, ...more }),
          ]),
        ),
      },
      { touchpoints: { [id('which')]: { kind: 'decision' } } },
    );

  test('at a decision, one without a rule leaves nobody, and all before are named', () => {
    expect(obstacle(taken({ when: older(90) }, {}, { when: older(20) }), 't2')).toEqual({
      kind: 'earlier',
      transitions: [id('t0'), id('t1')],
    });
    expect(obstacle(taken({ when: older(25) }, {}), 't1')).toBeUndefined();
  });

  test('the otherwise comes last, so nothing of it is before the others', () => {
    const map = taken({ otherwise: true }, { when: older(25) });
    expect(obstacle(map, 't0')).toBeUndefined();
    expect(obstacle(map, 't1')).toBeUndefined();
  });

  test('elsewhere only an earlier otherwise takes the rest from a later one', () => {
    const rests = mapWith({
      [id('a')]: transition('start', 'end', 0.5),
      [id('b')]: transition('start', 'shop', 0, { otherwise: true, order: 'a1' }),
      [id('c')]: transition('start', 'end', 0, { otherwise: true, order: 'a2' }),
    });
    expect(obstacle(rests, 'b')).toBeUndefined();
    expect(obstacle(rests, 'c')).toEqual({ kind: 'earlier', transitions: [id('b')] });
  });
});

describe('the rest of 1', () => {
  const rest = (first: object, more: Parts = {}) =>
    obstacle(
      mapWith(
        {
          [id('a')]: { from: id('start'), to: id('shop'), chance: { base: 1 }, ...first },
          [id('c')]: transition('start', 'end', 0, { otherwise: true }),
        },
        more,
      ),
      'c',
    )?.kind;

  test('is left where the others can have less: by a rule, or by a row', () => {
    expect(rest({})).toBe('no-rest');
    expect(rest({ when: older(25) })).toBeUndefined();
    const row = (value: number) => ({
      chance: { base: 1, bySegment: { [id('adults')]: { value } } },
    });
    expect(rest(row(0.9))).toBeUndefined();
    expect(rest(row(1))).toBe('no-rest');
    expect(
      rest({ chance: { base: 0.9, bySegment: { [id('adults')]: { value: 1 } } } }),
    ).toBeUndefined();
  });

  test('may be left by a campaign that lifts them, not by one that changes a mood', () => {
    const campaign = (effect: object): Parts => ({
      campaigns: { [id('mail')]: { effects: { [id('effect')]: effect as never } } },
    });
    expect(rest({}, campaign({ kind: 'lift', transition: id('a') }))).toBeUndefined();
    expect(rest({}, campaign({ kind: 'lift', transition: id('c') }))).toBe('no-rest');
    expect(rest({}, campaign({ kind: 'emotion', touchpoint: id('a') }))).toBe('no-rest');
  });
});

describe('a chance', () => {
  const chance = (
    base: number,
    bySegment: Record<string, { value: number }> = {},
    when?: RuleInput,
  ) =>
    obstacle(
      mapWith({
        [id('a')]: {
          ...transition('start', 'shop'),
          chance: { base, bySegment },
          ...(when && { when }),
        },
      }),
      'a',
    )?.kind;
  const row = (segment: string, value: number) => ({ [id(segment)]: { value } });

  test('of 0 for everybody is none', () => {
    expect(chance(0)).toBe('no-chance');
    expect(chance(0.001)).toBeUndefined();
    expect(chance(0, row('adults', 0.001))).toBeUndefined();
    expect(chance(0, row('elders', 1))).toBe('no-chance');
    expect(chance(1, row('adults', 0))).toBe('no-chance');
    expect(chance(1, row('elders', 0))).toBeUndefined();
  });

  test('of a segment that is gone counts for nobody', () => {
    expect(chance(0, row('gone', 1))).toBe('no-chance');
    expect(chance(1, row('gone', 0))).toBeUndefined();
  });

  test('of a row behind another is for those who are not in the first', () => {
    const rows = {
      [id('adults')]: { value: 0, order: 'a0' },
      [id('elders')]: { value: 1, order: 'a1' },
    };
    expect(chance(0, rows)).toBe('no-chance');
  });

  test('and a rule have to be somebody’s together', () => {
    expect(chance(0, row('adults', 1), older(20))).toBeUndefined();
    expect(chance(0.5, row('adults', 0), older(20))).toBe('no-chance');
  });
});
