import { describe, expect, test } from 'vitest';
import { Scenario } from '../../../src/map/schema';
import { referenceEngine, setUp, simulate } from '../../../src/simulation';
import { compileTables } from '../../../src/simulation/compiled/tables/tables';
import { walkBoth } from '../support/bothEngines';
import { idOf } from '../support/chain';
import { days, smallMap } from '../support/smallMap';

const ONE = idOf('one');
const TWO = idOf('two');
const endless = Scenario.parse({ horizon: null, customers: 60 });

/** Two variants: with the first everybody buys, with the second nobody, of the control group half. */
const variantsMap = () =>
  smallMap({
    touchpoints: {
      start: { kind: 'entry', experience: { default: { emotion: { now: 0 } } } },
      next: { experience: { default: { emotion: { now: 0.5 } } } },
      buys: 'outcome',
      leaves: 'outcome',
    },
    transitions: { 'start-next': 1, 'next-buys': 0.5, 'next-leaves': { otherwise: true } },
    campaigns: {
      mail: {
        touchpoints: { [idOf('start')]: true },
        controlShare: 0.3,
        variants: { [ONE]: { order: 'a0' }, [TWO]: { order: 'a1' } },
        effects: {
          [idOf('sells')]: {
            kind: 'lift',
            transition: idOf('next-buys'),
            variant: ONE,
            factor: 2,
          },
          [idOf('deters')]: {
            kind: 'lift',
            transition: idOf('next-buys'),
            variant: TWO,
            factor: 0,
          },
          [idOf('pleases')]: {
            kind: 'emotion',
            touchpoint: idOf('next'),
            variant: ONE,
            change: 1,
          },
          [idOf('annoys')]: { kind: 'emotion', touchpoint: idOf('next'), variant: TWO, change: -4 },
          [idOf('of-no-one')]: {
            kind: 'emotion',
            touchpoint: idOf('next'),
            variant: idOf('gone'),
            change: 1,
          },
        },
      },
    },
  });

describe('the variants of a campaign', () => {
  test('change chances for their own customers only', async () => {
    const { campaigns } = await simulate(variantsMap(), endless);
    const { control, [ONE]: one, [TWO]: two } = campaigns[idOf('mail')]!.arms;
    for (const arm of [control, one, two]) expect(arm!.customers).toBeGreaterThan(5);
    expect(one!.outcomes[idOf('buys')]).toBe(one!.customers);
    expect(two!.outcomes[idOf('buys')]).toBe(0);
    expect(control!.outcomes[idOf('buys')]).toBeGreaterThan(0);
    expect(control!.outcomes[idOf('leaves')]).toBeGreaterThan(0);
  });

  test('change how a touchpoint feels, that one only and within the scale', () => {
    const setup = setUp(variantsMap(), endless);
    const reference = referenceEngine(setup);
    for (let index = 0; index < 60; index += 1) {
      const felt: number[] = [];
      const customer = reference.walk(index, (event) => {
        if (event.kind === 'emotion') felt.push(event.value);
      })!;
      const arm = customer.arm(idOf('mail'))!;
      expect(felt, arm).toEqual([0, { control: 0.5, [ONE]: 1.5, [TWO]: -2 }[arm]]);
    }
    expect(walkBoth(setup)).toBe(60 * 3);
  });
});

test('an arm has to its credit what comes at or after the first time it was targeted', async () => {
  const map = smallMap({
    touchpoints: {
      start: { kind: 'entry', milestone: 'trial' },
      one: { milestone: 'acquired' },
      two: { milestone: 'activated' },
      again: 'touchpoint',
      end: 'outcome',
    },
    transitions: { 'start-one': 1, 'one-two': 1, 'two-again': 1, 'again-end': 1 },
    campaigns: {
      mail: { touchpoints: { [idOf('one')]: true, [idOf('again')]: true }, maxContacts: 1 },
    },
  });
  const run = await simulate(map, endless);
  expect(run.campaigns[idOf('mail')]!.arms.treated).toMatchObject({
    targeted: 60,
    contacts: 60,
    milestones: { trial: 0, acquired: 60, activated: 60, cancelled: 0 },
    outcomes: { [idOf('end')]: 60 },
  });
});

test.each([
  [4, 1],
  [3.5, 0],
])(
  'a contact that works for %d days works to their end: share %d four days on',
  async (lastsDays, share) => {
    const map = smallMap({
      touchpoints: { start: 'entry', later: 'touchpoint', buys: 'outcome' },
      transitions: {
        'start-later': { chance: { base: 1 }, delay: days(4) },
        'later-buys': { chance: { base: 0.1 }, when: null },
      },
      campaigns: {
        mail: {
          touchpoints: { [idOf('start')]: true },
          lastsDays,
          effects: {
            [idOf('sells')]: { kind: 'lift', transition: idOf('later-buys'), factor: 10 },
          },
        },
      },
    });
    const setup = setUp(map, endless);
    expect(walkBoth(setup)).toBeGreaterThan(60);
    const run = await simulate(map, endless);
    const bought = run.outcomes[idOf('buys')]!.share.value;
    if (share === 1) expect(bought).toBe(1);
    else expect(bought).toBeLessThan(0.3);
  },
);

test('a touchpoint lists the segments it may change, and those of its campaigns, once each in their order', () => {
  const contacted = {
    kind: 'contacts',
    campaign: idOf('mail'),
    operator: 'more',
    value: 0,
  } as const;
  const here = { kind: 'visits', touchpoint: idOf('here'), operator: 'more', value: 0 } as const;
  const map = smallMap({
    touchpoints: { start: 'entry', here: 'touchpoint', there: 'touchpoint' },
    transitions: { 'start-here': 1, 'here-there': 1 },
    segments: {
      contacted,
      everyone: { kind: 'everyone' },
      here,
      both: { kind: 'group', rules: [contacted, here] },
      long: { kind: 'days', operator: 'more', value: 1 },
    },
    campaigns: { mail: { touchpoints: { [idOf('here')]: true } } },
  });
  const { touchpoints, touchpointIds, segments, alwaysWatched } = compileTables(setUp(map));
  const watched = (name: string) => touchpoints[touchpointIds.indexOf(idOf(name))]!.watched;
  expect(watched('here')).toEqual([0, 2, 3]);
  expect(watched('there')).toEqual([]);
  expect(watched('start')).toEqual([0, 2, 3]);
  expect(alwaysWatched).toEqual([4]);
  expect(segments.map(({ isFixed }) => isFixed)).toEqual([false, true, false, false, false]);
});
