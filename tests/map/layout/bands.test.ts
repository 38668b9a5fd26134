import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BAND,
  bandAt,
  bandsOf,
  CARD,
  cardsOf,
  placeAt,
  pointOf,
  right,
} from '../../../src/map/layout';
import { inOrder, newMap } from '../../../src/map/records';
import { runs } from '../../support/runs';
import { journeyMap } from '../arbitraries';

const A = 'stageAAAAAAAA';
const B = 'stageBBBBBBBB';
const FIRST = 'touchpoint-1';
const LOOSE = 'touchpoint-2';

const map = newMap({
  stages: { [B]: { order: 'a1' }, [A]: { order: 'a0' } },
  touchpoints: { [FIRST]: { stage: A, position: { x: 400, y: 0 } } },
});

describe('the bands', () => {
  test('stand in the order of the stages, side by side', () => {
    const [a, b] = bandsOf(map);
    expect([a?.stage, b?.stage]).toEqual([A, B]);
    expect(b?.x).toBe(right(a!) + BAND.gap);
  });

  test('are as wide as what they hold, and never narrower than the least', () => {
    const [a, b] = bandsOf(map);
    expect(a?.width).toBe(400 + CARD.width + BAND.padding);
    expect(b?.width).toBe(BAND.minWidth);
  });

  test('begin with an unsorted column only when something is in it', () => {
    expect(bandsOf(map).some(({ stage }) => stage === null)).toBe(false);
    const loose = { ...map.touchpoints[FIRST]!, stage: null };
    const touchpoints = { ...map.touchpoints, [LOOSE]: loose };
    expect(bandsOf({ ...map, touchpoints })[0]?.stage).toBe(null);
  });

  test('tell where a point lies and lead back to the point', () => {
    fc.assert(
      fc.property(
        journeyMap(),
        fc.integer({ min: -2000, max: 9000 }),
        fc.integer({ min: -500, max: 3000 }),
        (some, x, y) => {
          const bands = bandsOf(some);
          expect(pointOf(bands, placeAt(bands, { x, y }))).toEqual({ x, y });
        },
      ),
      { numRuns: runs(60, 2000) },
    );
  });

  test('hold every card whose position is not left of its band', () => {
    fc.assert(
      fc.property(journeyMap(), (some) => {
        const bands = bandsOf(some);
        for (const [id, card] of cardsOf(some, bands)) {
          const { stage, position } = some.touchpoints[id]!;
          const band = bands.find((one) => one.stage === stage)!;
          expect(card.x - band.x).toBe(position.x);
          if (position.x >= 0) expect(right(card)).toBeLessThanOrEqual(right(band));
        }
      }),
      { numRuns: runs(60, 2000) },
    );
  });

  test('cover everything between the first and the last', () => {
    expect(bandAt(bandsOf(map), -50)?.stage).toBe(inOrder(map.stages)[0]?.[0]);
    expect(bandAt(bandsOf(map), 1e6)?.stage).toBe(B);
  });
});
