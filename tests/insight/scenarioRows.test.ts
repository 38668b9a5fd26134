import { describe, expect, test } from 'vitest';
import { comparedRows } from '../../src/insight/comparison/scenarioRows';
import type { Say } from '../../src/language';
import type { ScenarioComparison } from '../../src/simulation';
import { id, SHOP, shopOf, touchpointsWith } from './shop';

const t: Say = (text, values) => (values ? `${text}(${Object.values(values).join()})` : text);
const number = (before: number, after: number) => ({
  before,
  after,
  change: { value: after - before, interval: null },
});
const rows = (numbers: Record<string, ReturnType<typeof number>>, map = shopOf()) =>
  comparedRows({ numbers } as unknown as ScenarioComparison, map, t).map(
    ({ key, name, unit, direction }) => [key, name, unit, direction],
  );

describe('the rows of a comparison', () => {
  test('have a name, a unit and the better direction, in a fixed order', () => {
    const one = number(1, 2);
    const found = rows({
      'end:drop-off': one,
      [`reached:${id('bought')}`]: one,
      [`stage:${id('see')}`]: one,
      'milestone:cancelled': one,
      'milestone:trial': one,
      cac: one,
      clv: one,
      'discounted:contribution': one,
    });
    expect(found).toEqual([
      ['discounted:contribution', 'run.contribution', 'money', 1],
      ['cac', 'kpi.cac.name', 'money', -1],
      ['clv', 'kpi.clv.name', 'money', 1],
      ['milestone:trial', 'run.milestone.trial', 'share', 1],
      ['milestone:cancelled', 'run.milestone.cancelled', 'share', -1],
      [`stage:${id('see')}`, 'run.reaches(See)', 'share', 1],
      [`reached:${id('bought')}`, 'Bought', 'share', 1],
      ['end:drop-off', 'run.end.drop-off', 'share', -1],
    ]);
  });

  test('leave out what is 0 on both sides, and what was not compared', () => {
    expect(rows({ revenue: number(0, 0), planRevenue: number(0, 1) })).toEqual([
      ['planRevenue', 'run.planRevenue', 'money', 1],
    ]);
    expect(rows({})).toEqual([]);
    const falls = rows({ revenue: number(1, 0) }, shopOf());
    expect(falls).toEqual([['revenue', 'run.bookedRevenue', 'money', 1]]);
    expect(rows({ 'clv-cac': number(0, 2) })).toEqual([
      ['clv-cac', 'kpi.clv-cac.name', 'ratio', 1],
    ]);
  });

  test('a loss is better where fewer come to it, and a neutral outcome is no row', () => {
    const outcome = (kind: string) =>
      shopOf({
        touchpoints: {
          ...SHOP.touchpoints,
          [id('other')]: { kind: 'outcome', outcome: kind, name: 'Other' },
        },
      } as never);
    const reached = { [`reached:${id('other')}`]: number(0.1, 0.2) };
    expect(rows(reached, outcome('loss'))).toEqual([
      [`reached:${id('other')}`, 'Other', 'share', -1],
    ]);
    expect(rows(reached, outcome('neutral'))).toEqual([]);
  });

  test('each of the general numbers yields to a KPI of the map that measures the same', () => {
    for (const metric of ['cac', 'clv', 'clv-cac']) {
      const map = shopOf({
        kpis: { [id('own')]: { name: 'Own', metric: { kind: 'catalogue', id: metric } } },
      } as never);
      const numbers = { [metric]: number(1, 2), [`kpi:${id('own')}`]: number(1, 2) };
      expect(rows(numbers, map).map(([, name]) => name)).toEqual(['Own']);
    }
  });

  test('a touchpoint that was once an outcome and is none any more is no row', () => {
    const map = shopOf({ touchpoints: touchpointsWith('page', { outcome: 'success' }) });
    expect(rows({ [`reached:${id('page')}`]: number(0.1, 0.2) }, map)).toEqual([]);
  });

  test('a KPI of the map stands under its own name instead of the general one', () => {
    const map = (scope: object, direction = 'down') =>
      shopOf({
        kpis: {
          [id('spent')]: {
            name: 'Spent per buyer',
            direction,
            metric: { kind: 'catalogue', id: 'cac' },
            scope,
          },
        },
      } as never);
    const numbers = { cac: number(1, 2), [`kpi:${id('spent')}`]: number(1, 2) };
    expect(rows(numbers, map({ kind: 'map' }))).toEqual([
      [`kpi:${id('spent')}`, 'Spent per buyer', 'money', -1],
    ]);
    const formula = shopOf({
      kpis: { [id('own')]: { metric: { kind: 'formula', expression: 'arrivals' } } },
    });
    expect(rows({ cac: number(1, 2) }, formula).map(([key]) => key)).toEqual(['cac']);
    const page = { [`reached:${id('page')}`]: number(1, 2) };
    expect(rows(page)).toEqual([]);
    const ofActivation = shopOf({
      kpis: { [id('own')]: { metric: { kind: 'catalogue', id: 'activation' } } },
    } as never);
    expect(rows({ cac: number(1, 2) }, ofActivation).map(([key]) => key)).toEqual(['cac']);
    const ofPersona = map({ kind: 'persona', id: id('ann') });
    expect(rows(numbers, ofPersona).map(([key]) => key)).toEqual([`kpi:${id('spent')}`, 'cac']);
  });
});
