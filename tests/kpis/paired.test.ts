import { describe, expect, test } from 'vitest';
import { pairedKpis } from '../../src/kpis/paired';
import { id, type KpiInput, mapOf } from './support';

const map = (kpi: KpiInput) =>
  mapOf({
    stages: { [id('stage')]: {} },
    touchpoints: {
      [id('won')]: { kind: 'outcome', outcome: 'success' },
      [id('won-too')]: { kind: 'outcome', outcome: 'success' },
      [id('lost')]: { kind: 'outcome', outcome: 'loss' },
      // Left over from when it was an outcome: read for outcomes only.
      [id('page')]: { kind: 'touchpoint', outcome: 'success' },
    },
    kpis: { [id('kpi')]: kpi },
  });

const catalogue = (metric: string) => ({ kind: 'catalogue' as const, id: metric });

/** The quotient of one KPI, or why it has none. */
function paired(kpi: KpiInput) {
  const { quotients, unpaired } = pairedKpis(map(kpi));
  const [quotient] = quotients;
  if (!quotient) return unpaired[id('kpi')];
  expect(unpaired).toEqual({});
  const { name, ...terms } = quotient;
  expect(name).toBe(`kpi:${id('kpi')}`);
  return terms;
}

describe('of the whole map, each customer adds above and below the line', () => {
  const acquired = ['milestone:acquired'];

  test.each([
    ['clv', ['clvDiscounted'], acquired],
    ['clv-undiscounted', ['contribution', 'cost:acquisition'], acquired],
    ['cac', ['cost:acquisition'], acquired],
    ['clv-cac', ['clvDiscounted'], ['cost:acquisition']],
    ['contribution-per-customer', ['contribution'], null],
    ['discounted-contribution-per-customer', ['discounted:contribution'], null],
    ['trial-conversion', acquired, ['milestone:trial']],
    ['activation', ['milestone:activated'], null],
    ['acquisition-share', acquired, null],
    ['drop-off', ['end:drop-off'], null],
    ['success-share', [`reached:${id('won')}`, `reached:${id('won-too')}`], null],
  ])('%s is %j by %j', (metric, of, by) => {
    expect(paired({ metric: catalogue(metric) })).toEqual({ of, by });
  });

  test('revenue and cost are totals, not means', () => {
    expect(paired({ metric: catalogue('revenue') })).toEqual({
      of: ['revenue', 'planRevenue'],
      by: null,
      isTotal: true,
    });
    expect(paired({ metric: catalogue('cost') })).toEqual({
      of: ['cost:acquisition', 'cost:service', 'cost:retention', 'cost:campaign'],
      by: null,
      isTotal: true,
    });
  });

  test.each(['mrr', 'time-to-convert', 'reach', 'stage-conversion', 'nobody-knows', 'constructor'])(
    '%s is of the whole run only',
    (metric) => {
      expect(paired({ metric: catalogue(metric) })).toBe('whole');
    },
  );
});

describe('of one record', () => {
  const at = (metric: string, kind: 'stage' | 'touchpoint' | 'transition', name: string | null) =>
    paired({
      metric: catalogue(metric),
      scope: { kind, id: name === null ? null : id(name) },
    });

  test('a stage has its conversion and its reach', () => {
    expect(at('stage-conversion', 'stage', 'stage')).toEqual({
      of: [`advanced:${id('stage')}`],
      by: [`stage:${id('stage')}`],
    });
    expect(at('reach', 'stage', 'stage')).toEqual({ of: [`stage:${id('stage')}`], by: null });
    expect(at('time-in-stage', 'stage', 'stage')).toBe('whole');
  });

  test('an outcome has its reach, another touchpoint has not', () => {
    expect(at('reach', 'touchpoint', 'lost')).toEqual({ of: [`reached:${id('lost')}`], by: null });
    expect(at('reach', 'touchpoint', 'page')).toBe('whole');
    expect(at('drop-off', 'touchpoint', 'lost')).toBe('whole');
    expect(at('reach', 'transition', 'lost')).toBe('whole');
  });

  test('a record that is not named or not there has nothing', () => {
    for (const metric of ['stage-conversion', 'reach']) {
      expect(at(metric, 'stage', null)).toBe('whole');
      expect(at(metric, 'stage', 'gone')).toBe('whole');
    }
    expect(at('reach', 'touchpoint', null)).toBe('whole');
    expect(at('reach', 'touchpoint', 'gone')).toBe('whole');
  });
});

describe('what cannot be set side by side says why', () => {
  test('a formula, and a number of a group', () => {
    expect(paired({ metric: { kind: 'formula', expression: 'cac' } })).toBe('formula');
    for (const kind of ['persona', 'segment'] as const) {
      expect(paired({ metric: catalogue('cac'), scope: { kind, id: id('any') } })).toBe('group');
    }
  });

  test('every KPI is either a quotient or unpaired', () => {
    const three = mapOf({
      kpis: {
        [id('cac')]: { metric: catalogue('cac') },
        [id('mrr')]: { metric: catalogue('mrr') },
        [id('clv')]: { metric: catalogue('clv') },
      },
    });
    const { quotients, unpaired } = pairedKpis(three);
    expect(quotients.map(({ name }) => name)).toEqual([`kpi:${id('cac')}`, `kpi:${id('clv')}`]);
    expect(unpaired).toEqual({ [id('mrr')]: 'whole' });
  });
});
