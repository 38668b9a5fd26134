import { describe, expect, test } from 'vitest';
import { type StateJson, toMachine } from '../../src/machine';
import type { JourneyMapInput } from '../../src/map/schema';
import { id, mapOf } from './anyMap';

type Touchpoint = NonNullable<JourneyMapInput['touchpoints']>[string];
type Transition = Partial<NonNullable<JourneyMapInput['transitions']>[string]>;

const one = (touchpoint: Touchpoint, more: Partial<JourneyMapInput> = {}): StateJson => {
  const { states } = toMachine(mapOf({ ...more, touchpoints: { [id('at')]: touchpoint } }));
  return states['~unsorted']!.states![`touchpoint_${id('at')}`]!;
};
const ofTransition = (transition: Transition) => {
  const map = mapOf({
    touchpoints: { [id('a')]: {}, [id('b')]: { name: 'B' } },
    transitions: { [id('t')]: { from: id('a'), to: id('b'), ...transition } },
  });
  const state = toMachine(map).states['~unsorted']!.states![`touchpoint_${id('a')}`]!;
  return Object.values(state.on!)[0]!;
};
const visit = { type: 'visit', params: { touchpoint: id('at') } };
const cost = (...amounts: number[]) => ({
  costItems: Object.fromEntries(
    amounts.map((amount, index) => [id(`cost-${String(index)}`), { amount }]),
  ),
});

describe('what entering a touchpoint does', () => {
  test('a touchpoint that nobody has said anything of is visited only', () => {
    expect(one({}).entry).toEqual([visit]);
  });

  test('costs of one visit and revenue are booked together, where there are any', () => {
    const book = (sums: object) => ({ type: 'book', params: { touchpoint: id('at'), ...sums } });
    expect(one({ economics: { ...cost(2, 3), revenue: 7 } }).entry).toEqual([
      visit,
      book({ cost: 5, revenue: 7 }),
    ]);
    expect(one({ economics: cost(2) }).entry).toEqual([visit, book({ cost: 2, revenue: 0 })]);
    expect(one({ economics: { revenue: 7 } }).entry).toEqual([
      visit,
      book({ cost: 0, revenue: 7 }),
    ]);
    expect(one({ economics: cost(0) }).entry).toEqual([visit]);
  });

  test('effects are applied in their order, with all they say', () => {
    const effects = {
      [id('late')]: { attribute: id('age'), operation: 'add' as const, value: 1, order: 'a1' },
      [id('early')]: { attribute: id('age'), value: 2, order: 'a0' },
    };
    expect(one({ effects }, { attributes: { [id('age')]: {} } }).entry).toEqual([
      visit,
      {
        type: 'effect',
        params: { id: id('early'), attribute: id('age'), operation: 'set', value: 2, order: 'a0' },
      },
      {
        type: 'effect',
        params: { id: id('late'), attribute: id('age'), operation: 'add', value: 1, order: 'a1' },
      },
    ]);
  });

  test('a feeling is felt where the map says one, of anybody, or a campaign changes it', () => {
    const feel = { type: 'feel', params: { touchpoint: id('at') } };
    const felt = { emotion: { now: 0 } };
    expect(one({ experience: { default: felt } }).entry).toEqual([visit, feel]);
    expect(one({ experience: { byPersona: { [id('rita')]: felt } } }).entry).toEqual([visit, feel]);
    expect(one({ experience: { default: { emotion: { aim: 2 } } } }).entry).toEqual([visit]);
    const campaign = (effect: object) => ({
      campaigns: { [id('mail')]: { effects: { [id('effect')]: effect as never } } },
    });
    const emotion = (touchpoint: string) => ({ kind: 'emotion', touchpoint: id(touchpoint) });
    expect(one({}, campaign(emotion('at'))).entry).toEqual([visit, feel]);
    expect(one({}, campaign(emotion('elsewhere'))).entry).toEqual([visit]);
    expect(one({}, campaign({ kind: 'lift', transition: id('at') })).entry).toEqual([visit]);
  });

  test('only campaigns attached here make contact here', () => {
    const at = (...names: string[]) => ({
      touchpoints: Object.fromEntries(names.map((name) => [id(name), true as const])),
    });
    const campaigns = {
      [id('mail')]: { ...at('at', 'other'), order: 'a1' },
      [id('call')]: { ...at('at'), order: 'a0' },
      [id('none')]: at('other'),
    };
    const contact = (campaign: string) => ({
      type: 'contact',
      params: { touchpoint: id('at'), campaign: id(campaign) },
    });
    expect(one({}, { campaigns }).entry).toEqual([visit, contact('call'), contact('mail')]);
  });

  test('a plan price of 0 is one, of null is none', () => {
    const price = (monthlyPrice: number) => ({
      type: 'price',
      params: { touchpoint: id('at'), monthlyPrice },
    });
    expect(one({ economics: { monthlyPrice: 0 } }).entry).toEqual([visit, price(0)]);
    expect(one({ economics: { monthlyPrice: 9 } }).entry).toEqual([visit, price(9)]);
    expect(one({ economics: { monthlyPrice: null } }).entry).toEqual([visit]);
  });
});

describe('what taking a transition does', () => {
  const take = { type: 'take', params: { transition: id('t') } };

  test('it waits only where there is something to wait for', () => {
    expect(ofTransition({}).actions).toEqual([take]);
    for (const delay of [
      { family: 'constant' as const, value: 1 },
      { family: 'exponential' as const, mean: 2 },
    ]) {
      expect(ofTransition({ delay }).actions).toEqual([
        { type: 'wait', params: { transition: id('t'), delay } },
        take,
      ]);
    }
  });

  test('it books its own money, where there is any', () => {
    const book = (sums: object) => ({ type: 'book', params: { transition: id('t'), ...sums } });
    expect(ofTransition({ economics: { revenue: 3 } }).actions).toEqual([
      take,
      book({ cost: 0, revenue: 3 }),
    ]);
    expect(ofTransition({ economics: cost(1, 2) }).actions).toEqual([
      take,
      book({ cost: 3, revenue: 0 }),
    ]);
    expect(ofTransition({ economics: cost(0) }).actions).toEqual([take]);
  });

  test('it says where it leads, its label, its rule, and what else the map says of it', () => {
    const rule = { kind: 'everyone' as const, not: false };
    expect(ofTransition({ label: 'Go', when: rule, chance: { base: 0.5 } })).toEqual({
      target: `#touchpoint_${id('b')}`,
      description: 'Go',
      guard: { type: 'rule', params: { rule } },
      actions: [take],
      meta: {
        kind: 'transition',
        id: id('t'),
        record: { chance: { base: 0.5, bySegment: {} } },
      },
    });
    expect(ofTransition({})).toEqual({
      target: `#touchpoint_${id('b')}`,
      actions: [take],
      meta: { kind: 'transition', id: id('t'), record: {} },
    });
  });

  test('back to where it begins it enters again', () => {
    expect(ofTransition({ to: id('a') }).reenter).toBe(true);
    expect(ofTransition({})).not.toHaveProperty('reenter');
  });
});

describe('the machine around them', () => {
  test('says what the map is called, and keeps what a machine has no word for', () => {
    const machine = toMachine(mapOf({ title: 'Shop', owner: 'Ann' }));
    expect(machine).toMatchObject({
      id: `map_${id('map')}`,
      description: 'Shop',
      initial: '~start',
      options: { maxIterations: 10_000 },
      on: { '~leave': { target: '#~left', meta: { kind: 'leave' } } },
    });
    expect(machine.meta).toEqual({
      kind: 'journey-map',
      version: 1,
      map: { format: 'journey-map', version: 1, id: id('map'), owner: 'Ann' },
    });
    expect(toMachine(mapOf())).not.toHaveProperty('description');
    expect(machine.states['~left']).toEqual({
      id: '~left',
      type: 'final',
      tags: ['drop-off'],
      meta: { kind: 'left' },
    });
  });

  test('transitions that no machine can have are kept loose', () => {
    const map = mapOf({
      touchpoints: { [id('end')]: { kind: 'outcome' }, [id('a')]: {} },
      transitions: {
        [id('out')]: { from: id('end'), to: id('a') },
        [id('lost')]: { from: id('a'), to: id('gone') },
        [id('from')]: { from: id('gone'), to: id('a') },
        [id('ok')]: { from: id('a'), to: id('end') },
      },
    });
    expect(Object.keys(toMachine(map).meta.loose ?? {}).sort()).toEqual(
      [id('from'), id('lost'), id('out')].sort(),
    );
  });

  test('a touchpoint of a stage that is gone stands unsorted and keeps saying so', () => {
    const map = mapOf({ touchpoints: { [id('at')]: { name: 'At', stage: id('gone') } } });
    const state = toMachine(map).states['~unsorted']!.states![`touchpoint_${id('at')}`]!;
    expect(state.description).toBe('At');
    expect(state.meta).toMatchObject({ record: { stage: id('gone') } });
  });

  test('a stage says its name, begins at its first touchpoint, and may hold none', () => {
    const map = mapOf({
      stages: { [id('full')]: { name: 'Full', goal: 'Buy' }, [id('none')]: { order: 'a1' } },
      touchpoints: {
        [id('later')]: { stage: id('full'), position: { y: 100 } },
        [id('first')]: { stage: id('full') },
      },
    });
    const { states } = toMachine(map);
    expect(states[`stage_${id('full')}`]).toMatchObject({
      id: `stage_${id('full')}`,
      description: 'Full',
      initial: `touchpoint_${id('first')}`,
      meta: { kind: 'stage', id: id('full'), record: { goal: 'Buy' } },
    });
    expect(states[`stage_${id('none')}`]).toEqual({
      id: `stage_${id('none')}`,
      meta: { kind: 'stage', id: id('none'), record: { order: 'a1' } },
    });
    const first = states[`stage_${id('full')}`]!.states![`touchpoint_${id('first')}`]!;
    expect(first.meta).toEqual({ kind: 'touchpoint', id: id('first'), record: {} });
  });

  test('a decision ends in dropping off after its own time, unless an otherwise without a rule ends it', () => {
    const choosing = (...transitions: Transition[]) => {
      const map = mapOf({
        touchpoints: {
          [id('at')]: { kind: 'decision', dropOffAfter: 3 },
          [id('end')]: { kind: 'outcome' },
        },
        transitions: Object.fromEntries(
          transitions.map((each, index) => [
            id(`t${String(index)}`),
            { from: id('at'), to: id('end'), ...each },
          ]),
        ),
      });
      const state = toMachine(map).states['~unsorted']!.states![`touchpoint_${id('at')}`]!;
      return state.always!;
    };
    const rule = { kind: 'everyone' as const };
    const left = {
      target: '#~left',
      actions: [
        { type: 'leave', params: { touchpoint: id('at'), after: 3, reason: 'no-rule-held' } },
      ],
      meta: { kind: 'leave' },
    };
    expect(choosing()).toEqual([left]);
    expect(choosing({ when: rule }).at(-1)).toEqual(left);
    expect(choosing({ otherwise: true, when: rule }).at(-1)).toEqual(left);
    const settled = choosing({ otherwise: true }, { when: rule });
    expect(settled.map(({ meta }) => meta)).toMatchObject([{ id: id('t1') }, { id: id('t0') }]);
  });
});
