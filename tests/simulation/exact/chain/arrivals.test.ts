import { describe, expect, test } from 'vitest';
import { type JourneyMapInput, Scenario } from '../../../../src/map/schema';
import { simulate } from '../../../../src/simulation';
import { solveExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { smallMap } from '../../support/smallMap';

type Entry = NonNullable<JourneyMapInput['touchpoints']>[string]['weight'];

/** A campaign at the first of two entries whose weights may differ by its arm. */
const twoEntries = (campaign: object, first: Entry, second: Entry) =>
  smallMap({
    touchpoints: {
      a: { kind: 'entry', weight: first },
      b: { kind: 'entry', weight: second },
    },
    transitions: {},
    segments: { treated: { kind: 'arm', campaign: idOf('mail'), arm: 'treated' } },
    campaigns: { mail: { touchpoints: { [idOf('a')]: true }, ...campaign } },
  });

describe('a campaign with a schedule', () => {
  test('contacts those who arrive on its days', async () => {
    const schedule = { [idOf('window')]: { from: '2026-01-11', to: '2026-01-20' } };
    const map = twoEntries({ schedule }, {}, { base: 0 });
    // The last of them comes after the run.
    for (const [horizon, contacted] of [
      [null, 2 / 5],
      [30, 2 / 4],
    ] as const) {
      const arrivals = { kind: 'list', days: [0, 10, 19.5, 20, 40] } as const;
      const scenario = Scenario.parse({ horizon, arrivals, customers: 10 });
      const solved = solveExact(map, scenario);
      expect(solved.total.contacted[idOf('mail')]).toBeCloseTo(contacted, 12);
      const run = await simulate(map, scenario);
      expect(run.campaigns[idOf('mail')]!.contacted).toBe(contacted * solved.customers);
    }
  });
});

describe('entries', () => {
  const rows = (value: number) => ({ [idOf('treated')]: { order: 'a0', value } });

  test('are chosen by their weights', () => {
    const { total } = solveExact(twoEntries({}, { base: 1 }, { base: 3 }));
    expect([total.arrivals[idOf('a')], total.arrivals[idOf('b')]]).toEqual([0.25, 0.75]);
    expect(total.contacted[idOf('mail')]).toBe(0.25);
  });

  test('are chosen alike where none has a weight', () => {
    const { total } = solveExact(twoEntries({}, { base: 0 }, { base: 0 }));
    expect([total.arrivals[idOf('a')], total.arrivals[idOf('b')]]).toEqual([0.5, 0.5]);
  });

  test('may weigh by the arm that a campaign has not drawn yet', () => {
    const weighed = twoEntries(
      { controlShare: 0.3 },
      { base: 1, bySegment: rows(0) },
      { base: 0, bySegment: rows(2) },
    );
    const { total } = solveExact(weighed);
    expect(total.arrivals[idOf('a')]).toBeCloseTo(0.3, 12);
    expect(total.arrivals[idOf('b')]).toBeCloseTo(0.7, 12);
    // Only the control group comes to where the campaign is.
    expect(total.contacted[idOf('mail')]).toBe(0);
  });
});
