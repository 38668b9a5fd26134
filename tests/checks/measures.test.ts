import { describe, expect, test } from 'vitest';
import { found, fixed, id, keys, mapOf, offers, soundMap, told } from './support';

const kpis = (...list: object[]) =>
  mapOf({
    kpis: Object.fromEntries(
      list.map((more, index) => [id(`kpi-${String(index)}`), { name: 'KPI', ...more }]),
    ),
  });

describe('KPIs', () => {
  test('a formula is not looked up in the catalogue', () => {
    const metric = { kind: 'formula', expression: 'happiness-index' };
    expect(keys(kpis({ metric }), 'kpi-unknown-metric')).toEqual([]);
    expect(keys(kpis({ metric: { kind: 'catalogue', id: 'cac' } }), 'kpi-unknown-metric')).toEqual(
      [],
    );
  });

  test('a target of 0 is a target', () => {
    expect(keys(kpis({ target: 0 }, {}), 'kpi-without-target')).toEqual(['kpis/kpi-1:']);
  });

  test('the limit has to be worse than the target in the KPI’s direction', () => {
    const turned = (direction: string, target: number | null, warn: number | null) =>
      keys(kpis({ direction, target, warn }), 'kpi-warn-beyond-target').length;
    expect(turned('up', 0.2, 0.3)).toBe(1);
    expect(turned('up', 0.2, 0.2)).toBe(0);
    expect(turned('up', 0.2, 0.1)).toBe(0);
    expect(turned('down', 0.2, 0.1)).toBe(1);
    expect(turned('down', 0.2, 0.2)).toBe(0);
    expect(turned('down', 0.2, 0.3)).toBe(0);
    expect(turned('up', null, 0.3)).toBe(0);
    expect(turned('up', 0.2, null)).toBe(0);
    expect(turned('down', -1, null)).toBe(0);
    expect(turned('up', 0, 1)).toBe(1);
  });
});

describe('what-ifs that change nothing', () => {
  const rule = 'scenario-override-nowhere';
  const change = (path: string, more: object = {}) => ({
    collection: 'touchpoints' as const,
    id: id('start'),
    path,
    value: 1,
    ...more,
  });
  const scenario = (...list: ReturnType<typeof change>[]) =>
    soundMap({
      scenarios: {
        [id('if')]: {
          name: 'If',
          overrides: Object.fromEntries(
            list.map((each, index) => [id(`change-${String(index)}`), each]),
          ),
        },
      },
    });

  test('a number or a plan price that is not set can be changed', () => {
    for (const path of ['/weight/base', '/economics/monthlyPrice', '/economics/revenue']) {
      expect(keys(scenario(change(path)), rule)).toEqual([]);
    }
  });

  test('a text, a field that is not there, a path of no fields and a record that is gone cannot', () => {
    for (const path of ['/name', '/weight/bese', '/weight', 'weight/base', '']) {
      expect(told(scenario(change(path)), rule)).toMatchObject([
        { values: { name: 'If', record: 'Start', path } },
      ]);
    }
    const gone = scenario(change('/weight/base', { id: id('gone') }));
    expect(told(gone, rule)).toMatchObject([{ values: { record: '…' } }]);
  });

  test('the fix takes out the change that was told', () => {
    const map = scenario(change('/nothing'), change('/weight/base'), change('/name'));
    expect(keys(map, rule)).toEqual(['scenarios/if:change-0', 'scenarios/if:change-2']);
    expect(offers(map, rule)).toEqual([['remove'], ['remove']]);
    const [, second] = found(map, rule);
    const left = fixed(map, second, 'remove').scenarios[id('if')]?.overrides;
    expect(Object.keys(left ?? {})).toEqual([id('change-0'), id('change-1')]);
  });
});
