import { describe, expect, test } from 'vitest';
import { Scenario } from '../../../../src/map/schema';
import { solveExact, whyNotExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { days, smallMap } from '../../support/smallMap';

const until = (horizon: number) => Scenario.parse({ horizon });

/** Two waits one after the other, and a third nobody takes; at the end customers stay a while before they are gone. */
const waitsMap = (first: object, second: object, dropOffAfter = 0, unused: object = days(0)) =>
  smallMap({
    touchpoints: { start: 'entry', next: 'touchpoint', last: { dropOffAfter } },
    transitions: {
      'start-next': { chance: { base: 1 }, delay: first as never },
      'next-last': { chance: { base: 1 }, delay: second as never },
      'next-start': { chance: { base: 0 }, delay: unused as never },
    },
  });

describe('the tick of the lattice', () => {
  test.each([
    ['of two waits', days(6), days(10), 0, 2],
    ['of one wait', days(7), days(0), 0, 7],
    ['of parts of days', days(0.1), days(0.25), 0, 0.05],
    ['of months, which are no whole days', days(365 / 12), days(365), 0, 365 / 12],
    ['of a wait and the time until a drop-off counts', days(6), days(6), 4, 2],
  ])('is the longest in which all are whole: %s', (_, first, second, after, tick) => {
    const solved = solveExact(waitsMap(first, second, after), until(400));
    expect(solved.method).toBe('lattice');
    expect(solved.tick).toBeCloseTo(tick, 9);
  });

  test('is the whole run where nothing takes time, and a day at least', () => {
    expect(solveExact(waitsMap(days(0), days(0)), until(400)).tick).toBe(400);
    expect(solveExact(waitsMap(days(0), days(0)), until(0)).tick).toBe(1);
  });

  test('does not depend on waits nobody takes', () => {
    const { tick } = solveExact(waitsMap(days(4), days(4), 0, days(Math.PI)), until(400));
    expect(tick).toBe(4);
  });
});

describe('up to a horizon a map is refused', () => {
  const refused = (map: ReturnType<typeof waitsMap>, horizon = 400) => {
    const reason = whyNotExact(map, until(horizon));
    return reason && [reason.code, reason.record?.id ?? null];
  };

  test('where a wait varies, which is named', () => {
    const exponential = { family: 'exponential', mean: 3 };
    const named = ['wait-crosses-horizon', idOf('next-last')];
    expect(refused(waitsMap(days(3), exponential))).toEqual(named);
  });

  test('where waits have no tick in common', () => {
    const named = ['wait-crosses-horizon', idOf('start-next')];
    expect(refused(waitsMap(days(Math.SQRT2), days(1)))).toEqual(named);
  });

  test('where it has too many ticks', () => {
    const map = waitsMap(days(0.01), days(1));
    expect(refused(map, 500)).toBeNull();
    expect(refused(map, 501)).toEqual(['wait-crosses-horizon', idOf('start-next')]);
  });

  test('without a transition to name where a drop-off alone takes so short a time', () => {
    const touchpoints = { start: { kind: 'entry', dropOffAfter: 0.001 } } as const;
    const map = smallMap({ touchpoints, transitions: {} });
    expect(refused(map)).toEqual(['wait-crosses-horizon', null]);
    expect(refused(map, 50)).toBeNull();
  });
});
