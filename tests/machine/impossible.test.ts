import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { impossibilities, type Obstacle } from '../../src/machine';
import { JourneyMap, type JourneyMapInput, type RuleInput } from '../../src/map/schema';
import { id, mapOf } from './anyMap';

type Transitions = Record<string, NonNullable<JourneyMapInput['transitions']>[string]>;

const older = (value: number): RuleInput => ({
  kind: 'attribute',
  attribute: id('age'),
  test: 'number',
  operator: 'at-least',
  value,
});

/** Young and old persons, one entry, and what the test adds. */
function mapWith(transitions: Transitions, more: Partial<JourneyMapInput> = {}): JourneyMap {
  const person = (min: number, max: number) => ({
    share: 1,
    attributes: { [id('age')]: { family: 'uniform' as const, min, max } },
  });
  return mapOf({
    attributes: { [id('age')]: { name: 'Age', type: 'number', base: 'demographic' } },
    personas: { [id('young')]: person(18, 30), [id('old')]: person(60, 80) },
    segments: { [id('elders')]: { name: 'Elders', rule: older(55) } },
    touchpoints: {
      [id('start')]: { kind: 'entry', weight: { base: 1 } },
      [id('shop')]: {},
      [id('far')]: {},
      [id('end')]: { kind: 'outcome' },
      ...more.touchpoints,
    },
    transitions,
  });
}

const transition = (from: string, to: string, base = 1, more: object = {}) => ({
  from: id(from),
  to: id(to),
  chance: { base },
  ...more,
});

const obstacles = (map: JourneyMap, transition: string): Obstacle[] | undefined =>
  impossibilities(map)
    .transitions.find((each) => each.id === id(transition))
    ?.because.map(({ obstacle }) => obstacle);

describe('what no persona can take', () => {
  test('a rule beyond every persona’s range is named, with what each can be', () => {
    const map = mapWith({
      [id('a')]: transition('start', 'shop', 0.5, { when: older(90) }),
      [id('b')]: transition('shop', 'end'),
      [id('c')]: transition('start', 'end', 0.5),
    });
    const { touchpoints } = impossibilities(map);
    expect(touchpoints.map((each) => each.id).sort()).toEqual([id('far'), id('shop')]);
    expect(touchpoints.find((each) => each.id === id('shop'))?.transitions).toEqual([id('a')]);
    expect(touchpoints.find((each) => each.id === id('far'))?.transitions).toEqual([]);
    expect(obstacles(map, 'a')).toMatchObject([
      { kind: 'rule', clause: { attribute: id('age') }, range: { interval: { min: 60, max: 80 } } },
      { kind: 'rule', clause: { attribute: id('age') }, range: { interval: { min: 18, max: 30 } } },
    ]);
    expect(obstacles(map, 'b')).toEqual([{ kind: 'never-there' }, { kind: 'never-there' }]);
    expect(obstacles(map, 'c')).toBeUndefined();
  });

  test('what one persona can take is possible, and told apart from what the other can', () => {
    const map = mapWith({
      [id('a')]: transition('start', 'shop', 0.5, { when: older(70) }),
      [id('b')]: transition('shop', 'end'),
    });
    const { transitions, personas } = impossibilities(map);
    expect(transitions).toEqual([]);
    const reach: unknown = Object.fromEntries(
      personas.map(({ persona, touchpoints }) => [persona, touchpoints.has(id('shop'))]),
    );
    expect(reach).toEqual({ [id('old')]: true, [id('young')]: false });
  });

  test('an effect makes a rule possible only where somebody can come to it', () => {
    const ageing = {
      effects: {
        [id('effect')]: { attribute: id('age'), operation: 'set' as const, value: 95, order: 'a0' },
      },
    };
    const transitions = {
      [id('a')]: transition('start', 'shop', 0.5, { when: older(90) }),
      [id('c')]: transition('start', 'end', 0.5),
    };
    const unreachable = mapWith(transitions, { touchpoints: { [id('far')]: ageing } });
    expect(obstacles(unreachable, 'a')).toHaveLength(2);
    const reached = mapWith(
      {
        ...transitions,
        [id('d')]: transition('start', 'far', 0.1),
        [id('e')]: transition('far', 'start'),
      },
      { touchpoints: { [id('far')]: ageing } },
    );
    expect(obstacles(reached, 'a')).toBeUndefined();
  });

  test('a visit to a place nobody comes to never happened', () => {
    const map = mapWith({
      [id('a')]: transition('start', 'shop', 0.5, {
        when: { kind: 'visits', touchpoint: id('far'), operator: 'at-least', value: 1 },
      }),
    });
    expect(obstacles(map, 'a')?.map(({ kind }) => kind)).toEqual(['rule', 'rule']);
  });

  test('a chance of 0 for all, and a segment row that nobody is in, are no chance', () => {
    const rows = (value: number) => ({ [id('elders')]: { value, order: 'a0' } });
    const young = mapWith({
      [id('a')]: { from: id('start'), to: id('shop'), chance: { base: 0 } },
      [id('b')]: { from: id('start'), to: id('end'), chance: { base: 0, bySegment: rows(0.4) } },
    });
    expect(obstacles(young, 'a')?.map(({ kind }) => kind)).toEqual(['no-chance', 'no-chance']);
    expect(obstacles(young, 'b')).toBeUndefined();
    const nobodyOld = JourneyMap.parse({
      ...young,
      personas: { [id('young')]: young.personas[id('young')] },
    });
    expect(obstacles(nobodyOld, 'b')).toEqual([{ kind: 'no-chance' }]);
  });

  test('the rest is nobody’s where the others take all, unless a campaign may take from them', () => {
    const transitions = {
      [id('a')]: transition('start', 'shop', 0.6),
      [id('b')]: transition('start', 'end', 0.4),
      [id('c')]: transition('start', 'far', 0, { otherwise: true }),
    };
    expect(obstacles(mapWith(transitions), 'c')?.[0]).toEqual({ kind: 'no-rest' });
    const less = JourneyMap.parse({
      ...mapWith(transitions),
      campaigns: {
        [id('camp')]: {
          effects: {
            [id('lift')]: { kind: 'lift', transition: id('a'), factor: 0.5, order: 'a0' },
          },
        },
      },
    });
    expect(obstacles(less, 'c')).toBeUndefined();
  });

  test('at a decision, whoever passes an earlier rule never comes to the later one', () => {
    const decision = { touchpoints: { [id('which')]: { kind: 'decision' as const } } };
    const map = mapWith(
      {
        [id('in')]: transition('start', 'which'),
        [id('a')]: transition('which', 'shop', 0, { when: older(20), order: 'a0' }),
        [id('b')]: transition('which', 'far', 0, { when: older(50), order: 'a1' }),
        [id('c')]: transition('which', 'end', 0, { otherwise: true, order: 'a2' }),
      },
      decision,
    );
    expect(obstacles(map, 'b')?.[0]).toEqual({ kind: 'earlier', transitions: [id('a')] });
    expect(obstacles(map, 'c')).toBeUndefined();
  });

  test('nobody can take a transition out of an outcome', () => {
    const map = mapWith({
      [id('in')]: transition('start', 'end'),
      [id('a')]: transition('end', 'shop'),
    });
    expect(obstacles(map, 'a')).toEqual([]);
  });

  test('nothing of the sample map is impossible', () => {
    const map = JourneyMap.parse(
      JSON.parse(readFileSync('src/samples/coachinglive.journey.json', 'utf8')),
    );
    expect(impossibilities(map)).toMatchObject({ touchpoints: [], transitions: [] });
  });
});
