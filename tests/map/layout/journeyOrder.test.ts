import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstInJourneyOrder, touchpointsInJourneyOrder } from '../../../src/map/layout';
import { columnsInOrder, newMap } from '../../../src/map/records';

const SEE = 'stage-of-see';
const BUY = 'stage-of-buy';

/** A map of two stages, whose touchpoints stand at these places. */
function standing(places: Record<string, { stage?: string | null; x?: number; y?: number }>) {
  return newMap({
    stages: { [BUY]: { name: 'Buy', order: 'a1' }, [SEE]: { name: 'See', order: 'a0' } },
    touchpoints: Object.fromEntries(
      Object.entries(places).map(([id, { stage = null, x = 36, y = 0 }]) => [
        `touchpoint-${id}`,
        { stage, position: { x, y } },
      ]),
    ),
  });
}

const order = (map: ReturnType<typeof standing>) =>
  touchpointsInJourneyOrder(map)
    .map(([id]) => id.replace('touchpoint-', ''))
    .join(' ');

test('the columns are the unsorted one and the stages in order', () => {
  const map = standing({});
  expect(columnsInOrder(map)).toEqual([
    { id: null, stage: null },
    { id: SEE, stage: map.stages[SEE] },
    { id: BUY, stage: map.stages[BUY] },
  ]);
  expect(columnsInOrder({ stages: {} })).toEqual([{ id: null, stage: null }]);
});

describe('touchpoints in journey order', () => {
  test('come stage by stage, those without a stage first', () => {
    const map = standing({ a: { stage: BUY }, b: { stage: SEE, x: 900 }, c: { x: 2_000 } });
    expect(order(map)).toBe('c b a');
  });

  test('count as unsorted where their stage is gone', () => {
    const map = standing({ a: { stage: BUY }, b: { stage: 'stage-is-gone' } });
    expect(order(map)).toBe('b a');
  });

  test('come from the left to the right, whatever their height', () => {
    expect(order(standing({ a: { x: 628 }, b: { x: 36, y: 500 }, c: { x: 332, y: 900 } }))).toBe(
      'b c a',
    );
  });

  test('come from top to bottom where they stand about under one another', () => {
    const map = standing({ a: { x: 36, y: 300 }, b: { x: 183, y: 0 }, c: { x: 0, y: 100 } });
    expect(order(map)).toBe('b c a');
  });

  test('belong to the next file from half a pitch on', () => {
    expect(order(standing({ a: { x: 183, y: 0 }, b: { x: 36, y: 5 } }))).toBe('a b');
    expect(order(standing({ a: { x: 184, y: 0 }, b: { x: 36, y: 5 } }))).toBe('b a');
  });

  test('come by x at one height in one file, then by id', () => {
    expect(order(standing({ a: { x: 50 }, b: { x: 40 }, d: { x: 60 }, c: { x: 60 } }))).toBe(
      'b a c d',
    );
  });
});

test('the first touchpoint in journey order is the one the list begins with', () => {
  expect(firstInJourneyOrder(standing({}))).toBeUndefined();
  expect(
    firstInJourneyOrder(
      standing({ a: { stage: BUY }, b: { stage: SEE }, c: { stage: SEE, y: 9 } }),
    ),
  ).toBe('touchpoint-b');
  const place = fc.record({
    stage: fc.constantFrom(null, SEE, BUY),
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (places) => {
      const map = standing(Object.fromEntries(places.entries()));
      expect(firstInJourneyOrder(map)).toBe(touchpointsInJourneyOrder(map)[0]?.[0]);
    }),
    { numRuns: 40 },
  );
});
