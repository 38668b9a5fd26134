import { id, soundMap } from '../support';
import type { Cases } from './case';

const kpi = (more: object) =>
  soundMap({
    kpis: {
      [id('kpi')]: {
        name: 'Conversion',
        metric: { kind: 'catalogue', id: 'conversion' },
        target: 0.2,
        actuals: { [id('actual')]: { date: '2026-05-01', value: 0.1 } },
        ...more,
      },
    },
  });

const override = (path: string) => ({
  [id('change')]: { collection: 'transitions' as const, id: id('go'), path, value: 0.1 },
});

export const MEASURES: Cases = {
  'kpi-unknown-metric': {
    bad: kpi({ metric: { kind: 'catalogue', id: 'happiness-index' } }),
    near: kpi({}),
    finds: {
      severity: 'error',
      key: 'kpis/kpi:',
      values: { name: 'Conversion', metric: 'happiness-index' },
    },
    fixes: {},
  },
  'kpi-without-target': {
    bad: kpi({ target: null }),
    near: kpi({}),
    finds: { severity: 'hint', key: 'kpis/kpi:', values: { name: 'Conversion' } },
    fixes: {},
  },
  'kpi-without-data': {
    bad: kpi({ actuals: {} }),
    near: kpi({}),
    finds: { severity: 'hint', key: 'kpis/kpi:', values: { name: 'Conversion' } },
    fixes: {},
  },
  'kpi-warn-beyond-target': {
    bad: kpi({ warn: 0.3 }),
    near: kpi({ warn: 0.3, direction: 'down' }),
    finds: { severity: 'warning', key: 'kpis/kpi:', values: { name: 'Conversion' } },
    fixes: {
      swap: ['kpis/kpi/target = 0.3', 'kpis/kpi/warn = 0.2'],
      remove: ['kpis/kpi/warn = null'],
    },
  },
  'scenario-override-nowhere': {
    bad: soundMap({
      scenarios: { [id('if')]: { name: 'If', overrides: override('/chance/bse') } },
    }),
    near: soundMap({
      scenarios: { [id('if')]: { name: 'If', overrides: override('/chance/base') } },
    }),
    finds: {
      severity: 'warning',
      key: 'scenarios/if:change',
      values: { name: 'If', record: 'Start → Middle', path: '/chance/bse' },
    },
    fixes: { remove: ['scenarios/if/overrides/change = nothing'] },
  },
};
