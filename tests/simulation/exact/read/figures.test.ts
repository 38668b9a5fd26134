import { describe, expect, test } from 'vitest';
import { JourneyMap, Scenario } from '../../../../src/map/schema';
import { simulate } from '../../../../src/simulation';
import { exactFigures, NotComputed, solveExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { days, smallMap } from '../../support/smallMap';

const ask = (from: string | null, to: string | null) => ({
  metric: { kind: 'catalogue' as const, id: 'conversion' },
  params: { from: from && idOf(from), to: to && idOf(to) },
});
const wait = (value: number) => ({ chance: { base: 1 }, delay: days(value) });

/** All walk alike: they look twice, buy, pay by the month, and are gone after a while. */
function alikeMap(): JourneyMap {
  const looked = (operator: 'less' | 'at-least') =>
    ({ kind: 'visits', touchpoint: idOf('looks'), operator, value: 2 }) as const;
  const map = smallMap({
    market: { discountRate: 0.2, grossMargin: 0.6 },
    touchpoints: {
      comes: { kind: 'entry', stage: idOf('first'), milestone: 'trial' },
      looks: {
        stage: idOf('second'),
        economics: { costItems: { [idOf('ad')]: { kind: 'acquisition', amount: 2 } } },
      },
      buys: { stage: idOf('third'), milestone: 'acquired', economics: { revenue: 9 } },
      uses: {
        stage: idOf('third'),
        milestone: 'activated',
        dropOffAfter: 12,
        economics: {
          monthlyPrice: 15,
          costItems: { [idOf('help')]: { kind: 'service', amount: 1 } },
        },
      },
      unused: { stage: idOf('second') },
    },
    transitions: {
      'comes-looks': wait(1),
      'looks-looks': { ...wait(2), when: looked('less') },
      'looks-buys': { ...wait(3), when: looked('at-least') },
      'buys-uses': { ...wait(5), economics: { revenue: 4 } },
      'buys-unused': 0,
    },
    segments: {
      all: { kind: 'persona', persona: idOf('only') },
      buyers: { kind: 'visits', touchpoint: idOf('buys'), operator: 'at-least', value: 1 },
      nobody: { kind: 'everyone', not: true },
    },
    campaigns: { mail: { touchpoints: { [idOf('looks')]: true }, cost: { perContact: 0.25 } } },
    personas: { only: {} },
  });
  return JourneyMap.parse({
    ...map,
    stages: {
      [idOf('first')]: { order: 'a0' },
      [idOf('second')]: { order: 'a1' },
      [idOf('third')]: { order: 'a2' },
    },
    kpis: {
      [idOf('asked')]: ask('looks', 'uses'),
      [idOf('arrived')]: ask(null, 'buys'),
      [idOf('ended')]: ask('comes', null),
      [idOf('again')]: ask('looks', 'looks'),
      [idOf('back')]: ask('uses', 'looks'),
    },
  });
}

/**
 * How times are spread and how long spans take only a run knows; and in a stage the solver counts the time
 * of those who are still there at the horizon, too.
 */
const OF_A_RUN = /^\/spans\/\w+\/time|^\/stages\/\w+\/time|\/(median|p90)$|\/intervals?$/;

/** Compares every number of a run with the solver's; returns what the solver does not tell. */
function compared(run: object, exact: object, path = ''): string[] {
  return Object.entries(run).flatMap(([key, value]: [string, unknown]) => {
    const place = `${path}/${key}`;
    if (value === null || OF_A_RUN.test(place)) return [];
    let told: unknown;
    try {
      told = (exact as Record<string, unknown>)[key];
    } catch (error) {
      if (error instanceof NotComputed) return [place];
      throw error;
    }
    if (Number.isNaN(told)) return [place];
    if (typeof value === 'object') return compared(value, told as object, place);
    if (typeof value === 'number') expect(told, place).toBeCloseTo(value, 6);
    else expect(told, place).toBe(value);
    return [];
  });
}

describe('of customers who all walk alike the solver tells what a run counts', () => {
  test.each([null, 100, 15, 11, 4])('up to a horizon of %s days', async (horizon) => {
    const scenario = Scenario.parse({ horizon, customers: 5, counting: 'half' });
    const run = await simulate(alikeMap(), scenario, { intervals: false });
    const exact = exactFigures(solveExact(alikeMap(), scenario));
    const { total, outcomes, personas, touchpoints, transitions, stages, spans } = run;
    const told = { total, outcomes, personas, touchpoints, transitions, stages, spans };
    const untold = compared(told, exact);
    // How much they differ is told without a horizon only.
    const spread = ['variance', 'discountedVariance'];
    const groups = ['/total', `/personas/${idOf('only')}`];
    expect(untold).toEqual(
      horizon === null
        ? []
        : groups.flatMap((group) => spread.map((each) => `${group}/clv/${each}`)),
    );
  });

  test('in a stage, where nobody is left there', async () => {
    const scenario = Scenario.parse({ horizon: 100, customers: 5 });
    const run = await simulate(alikeMap(), scenario, { intervals: false });
    const { stages } = exactFigures(solveExact(alikeMap(), scenario));
    const times = Object.keys(stages).map((id) => stages[id]!.time);
    expect(times.map(({ count }) => count)).toEqual([5, 5, 5]);
    expect(times.map(({ mean }) => mean.value)).toEqual([1, 5, 17]);
    expect(Object.values(run.stages).map(({ time }) => time.mean.value)).toEqual([1, 5, 17]);
  });

  test('of segments, as far as their members can be followed', async () => {
    const scenario = Scenario.parse({ horizon: 100, customers: 5 });
    const run = await simulate(alikeMap(), scenario, { intervals: false });
    const { segments } = exactFigures(solveExact(alikeMap(), scenario));
    const { [idOf('all')]: all, [idOf('buyers')]: buyers } = run.segments;
    expect(segments[idOf('all')]!.money.contribution).toBeCloseTo(all!.money.contribution, 9);
    expect(compared(all!.transitions, segments[idOf('all')]!.transitions)).toEqual([]);
    expect(segments[idOf('buyers')]!.customers).toBe(buyers!.customers);
    expect(segments[idOf('nobody')]!.customers).toBe(0);
    expect(() => segments[idOf('buyers')]!.money).toThrow(NotComputed);
    const stage = segments[idOf('all')]!.stages[idOf('first')]!;
    expect(() => stage.conversion).toThrow(NotComputed);
  });
});

test('what the solver has no number for is not told', () => {
  const figures = exactFigures(solveExact(alikeMap(), Scenario.parse({ horizon: null })));
  expect(() => figures.series).toThrow(NotComputed);
  expect(() => figures.touchpoints[idOf('looks')]!.emotion).toThrow(NotComputed);
  const bounded = exactFigures(solveExact(alikeMap(), Scenario.parse({ horizon: 50 })));
  expect(() => bounded.series.retention).toThrow(NotComputed);
});
