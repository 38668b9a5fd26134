import { expect, test } from 'vitest';
import { contributionOf, costOfVisit, newRecord, planRevenueOf } from '../../../src/map/records';

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

test('a plan price brings its whole in a month and its share in some days', () => {
  expect(planRevenueOf(30, 365 / 12)).toBe(30);
  expect(planRevenueOf(73, 10)).toBeCloseTo(24, 12);
  expect(planRevenueOf(30, 0)).toBe(0);
});
