import { expect, test } from 'vitest';
import { JourneyMap, Rule } from '../../src/map/schema';

const head = { format: 'journey-map', version: 1, id: 'mapmapmapmap' };

test('a map of four fields is a whole map, filled with defaults', () => {
  const map = JourneyMap.parse({ ...head, title: 'Blank' });
  expect(map.title).toBe('Blank');
  expect(map.touchpoints).toEqual({});
  expect(map.market.arrivalsPerMonth).toBe(1_000);
});

test('unknown fields survive, at the top and inside a record', () => {
  const map = JourneyMap.parse({ ...head, later: 1, stages: { stagestagest: { later: [2] } } });
  expect(map).toMatchObject({ later: 1, stages: { stagestagest: { later: [2] } } });
});

test('names that every object carries are refused as ids', () => {
  expect(JourneyMap.safeParse({ ...head, stages: { hasOwnProperty: {} } }).success).toBe(false);
});

test('a broken clause deep inside a rule is reported where it stands', () => {
  const broken = {
    kind: 'group',
    rules: [{ kind: 'everyone' }, { kind: 'group', rules: [{ kind: 'days', operator: 'less' }] }],
  };
  const { error } = Rule.safeParse(broken);
  expect(error?.issues[0]?.path).toEqual(['rules', 1, 'rules', 0, 'value']);
});

test('a delay that could be negative is refused', () => {
  const transition = { from: 'aaaaaaaaaaaa', to: 'bbbbbbbbbbbb' };
  const withDelay = (delay: unknown) =>
    JourneyMap.safeParse({ ...head, transitions: { tttttttttttt: { ...transition, delay } } });
  expect(withDelay({ family: 'uniform', min: -1, max: 1 }).success).toBe(false);
  expect(withDelay({ family: 'truncated-normal', mean: 1, sd: 2, min: 0 }).success).toBe(true);
});
