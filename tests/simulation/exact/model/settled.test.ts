import { expect, test } from 'vitest';
import { type RuleInput, Scenario } from '../../../../src/map/schema';
import { solveExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { days, smallMap } from '../../support/smallMap';

const attribute = (name: string) => ({ kind: 'attribute', attribute: idOf(name) }) as const;
const named = (name: string) => ({ kind: 'segment', segment: idOf(name) }) as const;
const since = { ...attribute('since'), test: 'date', operator: 'before' } as const;

/** Segments that are settled on arrival, and the share of customers that they are. */
const SETTLED: Record<string, [RuleInput, number]> = {
  everyone: [{ kind: 'everyone' }, 1],
  nobody: [{ kind: 'everyone', not: true }, 0],
  old: [{ kind: 'persona', persona: idOf('old') }, 0.25],
  fifth: [{ kind: 'share', id: idOf('fifth'), share: 0.2 }, 0.2],
  flag: [{ ...attribute('flag'), test: 'boolean', value: true }, 0.75 * 0.4],
  'named-flag': [named('flag'), 0.75 * 0.4],
  itself: [named('itself'), 0],
  gone: [named('gone'), 0],
  both: [{ kind: 'group', rules: [named('flag'), { ...named('old'), not: true }] }, 0.75 * 0.4],
};

/** Segments that the walk, the calendar or a campaign may change. */
const CHANGING: Record<string, RuleInput> = {
  visits: { kind: 'visits', touchpoint: idOf('next'), operator: 'at-least', value: 1 },
  taken: { kind: 'taken', transition: idOf('start-next'), operator: 'at-least', value: 1 },
  days: { kind: 'days', operator: 'more', value: 1 },
  revenue: { kind: 'revenue', operator: 'more', value: 1 },
  today: { kind: 'today', operator: 'after', value: '2026-01-02' },
  contacts: { kind: 'contacts', campaign: idOf('mail'), operator: 'at-least', value: 1 },
  arm: { kind: 'arm', campaign: idOf('mail'), arm: 'treated' },
  'set-later': { ...attribute('set-later'), test: 'number', operator: 'more', value: 0 },
  date: { ...since, value: { daysFromToday: -1 } },
  age: { ...attribute('since'), test: 'age', operator: 'more-than-ago', days: 1 },
  period: { ...attribute('since'), test: 'period', offset: 'last', period: 'month' },
  named: named('visits'),
  mixed: { kind: 'group', match: 'any', rules: [named('flag'), named('taken')] },
};

const map = () =>
  smallMap({
    touchpoints: {
      start: 'entry',
      next: {
        effects: {
          [idOf('set-later')]: { attribute: idOf('set-later'), value: 1, order: 'a0' },
        },
      },
    },
    transitions: { 'start-next': { chance: { base: 0.5 }, delay: days(3) } },
    segments: {
      ...Object.fromEntries(Object.entries(SETTLED).map(([name, [rule]]) => [name, rule])),
      ...CHANGING,
    },
    campaigns: { mail: { touchpoints: { [idOf('next')]: true }, controlShare: 0.5 } },
    personas: {
      young: { share: 3, attributes: { [idOf('flag')]: { family: 'flag', share: 0.4 } } },
      old: { share: 1 },
    },
    attributes: {
      flag: { type: 'boolean' },
      since: { type: 'date', default: '2026-01-01' },
      'set-later': { type: 'number' },
    },
  });

test('a segment is settled on arrival where its rule reads only what customers bring along', () => {
  const { segments, segment } = solveExact(map(), Scenario.parse({ horizon: 30 }));
  expect(Object.keys(segments).sort()).toEqual(Object.keys(SETTLED).map(idOf).sort());
  for (const [name, [, share]] of Object.entries(SETTLED)) {
    expect(segments[idOf(name)]!.share, name).toBeCloseTo(share, 12);
  }
  // Up to a horizon nobody follows the members of the others.
  for (const name of Object.keys(CHANGING)) expect(segment(idOf(name)), name).toBeNull();
});

test('the share of the members of a segment that may change is known all the same', () => {
  const { memberShare } = solveExact(map(), Scenario.parse({ horizon: 30 }));
  const shares = Object.keys(CHANGING).map((name) => [name, memberShare(idOf(name))]);
  expect(Object.fromEntries(shares)).toEqual({
    visits: 0.5,
    taken: 0.5,
    days: 0.5,
    revenue: 0,
    today: 0.5,
    contacts: 0.25,
    arm: 0.5,
    'set-later': 0.5,
    date: 0.5,
    age: 0.5,
    period: 0,
    named: 0.5,
    mixed: expect.closeTo(0.5 + 0.5 * 0.75 * 0.4, 12) as number,
  });
});
