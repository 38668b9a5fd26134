import { expect, test } from 'vitest';
import { hasMoney } from '../../src/kpis';
import { coachingLive } from '../runs/coachinglive';
import { readFileSync } from 'node:fs';
import { Touchpoint } from '../../src/map/schema';
import { parseMap } from '../../src/map/text';

const blank = () => {
  const { map } = parseMap(readFileSync('src/samples/blank.journey.json'));
  if (!map) throw new Error('the blank sample cannot be read');
  return map;
};

test('a map has money as soon as anything on it costs or earns, and not before', () => {
  expect(hasMoney(coachingLive())).toBe(true);
  const map = blank();
  expect(hasMoney(map)).toBe(false);
  const paid = (monthlyPrice: number) => ({
    ...map,
    touchpoints: { paid: Touchpoint.parse({ economics: { monthlyPrice }, order: 'a0' }) },
  });
  expect(hasMoney(paid(0))).toBe(false);
  expect(hasMoney(paid(9))).toBe(true);
  expect(hasMoney({ ...map, market: { ...map.market, fixedCostPerMonth: 100 } })).toBe(true);
});
