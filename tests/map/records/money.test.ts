import { expect, test } from 'vitest';
import {
  contributionOf,
  costOfVisit,
  costsByKind,
  newRecord,
  planRevenueOf,
} from '../../../src/map/records';
import { COST_KINDS } from '../../../src/map/schema';

test('a contribution is the margin on booked and plan revenue less the costs', () => {
  expect(contributionOf(100, 40, 25, 0.5)).toBe(45);
  expect(contributionOf(100, 0, 0, 1)).toBe(100);
  expect(contributionOf(100, 40, 25, 0)).toBe(-25);
});

test('a visit costs the sum of its cost items, added in their order', () => {
  const costs = (...items: [order: string, amount: number][]) =>
    costOfVisit(
      newRecord('touchpoints', {
        economics: {
          costItems: Object.fromEntries(
            items.map(([order, amount], index) => [
              `cost-item-${String(index)}xx`,
              { order, amount },
            ]),
          ),
        },
      }).economics,
    );
  expect(costs()).toBe(0);
  expect(costs(['a0', 2], ['a1', 3], ['a2', -1])).toBe(4);
  expect(0.3 + 0.2 + 0.1).not.toBe(0.1 + 0.2 + 0.3);
  expect(costs(['a2', 0.3], ['a1', 0.2], ['a0', 0.1])).toBe(0.1 + 0.2 + 0.3);
});

test('costs are summed by kind, a kind without any is 0', () => {
  const { economics } = newRecord('touchpoints', {
    economics: {
      costItems: {
        'cost-item-1xx': { order: 'a0', amount: 2, kind: 'service' },
        'cost-item-2xx': { order: 'a1', amount: 3, kind: 'acquisition' },
        'cost-item-3xx': { order: 'a2', amount: 5, kind: 'service' },
      },
    },
  });
  const byKind = Object.fromEntries(
    COST_KINDS.map((kind, index) => [kind, costsByKind(economics)[index]]),
  );
  expect(byKind).toEqual({ acquisition: 3, service: 7, retention: 0 });
});

test('a plan price brings its whole in a month and its share in some days', () => {
  expect(planRevenueOf(30, 365 / 12)).toBe(30);
  expect(planRevenueOf(73, 10)).toBeCloseTo(24, 12);
  expect(planRevenueOf(30, 0)).toBe(0);
});
