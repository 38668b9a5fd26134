import { describe, expect, test } from 'vitest';
import { Scenario } from '../../../../src/map/schema';
import { solveExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { type SmallMap, smallMap } from '../../support/smallMap';

const endless = Scenario.parse({ horizon: null });

/** How customers go on from the start, to ends by the names of the transitions; null = they drop off. */
function endsOf(transitions: SmallMap['transitions'], kind: 'entry' | 'decision' = 'entry') {
  const ends = Object.keys(transitions).map((name) => name.split('-')[1]!);
  const map = smallMap({
    touchpoints: {
      in: 'entry',
      start: kind === 'entry' ? 'touchpoint' : kind,
      ...Object.fromEntries(ends.map((end) => [end, 'outcome' as const])),
    },
    transitions: { 'in-start': 1, ...transitions },
  });
  const { total } = solveExact(map, endless);
  const shares = ends.map((end) => total.outcomes[idOf(end)]!);
  return { shares, dropped: total.dropOffs[idOf('start')]!, noRule: total.noRule[idOf('start')]! };
}

const never = { kind: 'everyone', not: true } as const;

describe('chances', () => {
  test('that leave something of 1 let the rest drop off', () => {
    expect(endsOf({ 'start-a': 0.5, 'start-b': 0.25 })).toEqual({
      shares: [0.5, 0.25],
      dropped: 0.25,
      noRule: 0,
    });
  });

  test('that leave no more than a rounding error give it to the last that has one', () => {
    const error = 1e-10;
    const { shares, dropped } = endsOf({ 'start-a': 0.5, 'start-b': 0.5 - error, 'start-c': 0 });
    expect(shares).toEqual([0.5, 0.5, 0]);
    expect(dropped).toBe(0);
  });

  test('leave even a rounding error to what is marked otherwise', () => {
    const error = 2 ** -33;
    const transitions = { 'start-a': 1 - error, 'start-b': { otherwise: true } };
    expect(endsOf(transitions).shares).toEqual([1 - error, error]);
  });

  test('over 1 are all smaller in proportion', () => {
    const { shares, dropped } = endsOf({ 'start-a': 0.9, 'start-b': 0.6 });
    expect(shares[0]).toBeCloseTo(0.6, 12);
    expect(shares[1]).toBeCloseTo(0.4, 12);
    expect(dropped).toBe(0);
  });

  test('of transitions whose rule does not hold leave their part', () => {
    const closed = { chance: { base: 0.5 }, when: never };
    expect(endsOf({ 'start-a': closed, 'start-b': 0.25 })).toMatchObject({
      shares: [0, 0.25],
      dropped: 0.75,
    });
  });
});

describe('a decision', () => {
  test('takes the first transition whose rule holds, whatever the chances', () => {
    const transitions = { 'start-a': { when: never }, 'start-b': 0, 'start-c': 1 };
    expect(endsOf(transitions, 'decision').shares).toEqual([0, 1, 0]);
  });

  test('takes the one marked otherwise where no rule holds', () => {
    const transitions = { 'start-a': { otherwise: true }, 'start-b': { when: never } };
    expect(endsOf(transitions, 'decision')).toEqual({ shares: [1, 0], dropped: 0, noRule: 0 });
  });

  test('loses those for whom there is none', () => {
    expect(endsOf({ 'start-a': { when: never } }, 'decision')).toEqual({
      shares: [0],
      dropped: 1,
      noRule: 1,
    });
  });
});
