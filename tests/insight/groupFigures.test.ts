import { expect, test } from 'vitest';
import { groupFigures } from '../../src/insight';
import { newMap } from '../../src/map/records';

const keys = (map: Parameters<typeof groupFigures>[0]) => groupFigures(map).map(({ key }) => key);

test('a map with money is told of in money', () => {
  const paid = newMap({ market: { fixedCostPerMonth: 100 } });
  expect(keys(paid)).toEqual(['acquired', 'revenue', 'cost', 'contribution', 'steps']);
});

test('a map without money is told of by its goal, as far as it has one', () => {
  const outcome = { kind: 'outcome', outcome: 'success' } as const;
  expect(keys(newMap({ touchpoints: { 'touchpoint-end': outcome } }))).toEqual(['goal', 'steps']);
  expect(keys(newMap({}))).toEqual(['steps']);
});
