import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsOf, cardsOf, overlaps } from '../../../src/map/layout';
import { tidy } from '../../../src/map/layout/tidy/tidy';
import { inOrder } from '../../../src/map/records';
import { type JourneyMap, JourneyMap as MapSchema } from '../../../src/map/schema';
import { runs } from '../../support/runs';
import { journeyMap } from '../arbitraries';
import { drawn } from './tidy/drawn';

function tidied(map: JourneyMap): JourneyMap {
  const copy = structuredClone(map);
  for (const [id, position] of tidy(map)) copy.touchpoints[id]!.position = { ...position };
  return copy;
}

describe('tidying up', () => {
  test('sets columns 296 apart from 36 on and rows 144 apart from 0 on', () => {
    const map = drawn({ A: 'a b c d e f', B: 'x' }, 'a>b b>c c>d d>e e>f e>x');
    expect(Object.fromEntries(tidy(map))).toEqual({
      a: { x: 36, y: 0 },
      b: { x: 36, y: 144 },
      c: { x: 36, y: 288 },
      d: { x: 332, y: 0 },
      e: { x: 332, y: 144 },
      f: { x: 332, y: 288 },
      x: { x: 36, y: 144 },
    });
    expect(tidy(drawn({})).size).toBe(0);
  });

  test('uncrosses two stages and keeps each card level with where it leads', () => {
    const map = drawn({ A: 'a b', B: 'c d' }, 'a>d b>c');
    expect(Object.fromEntries(tidy(map))).toEqual({
      b: { x: 36, y: 0 },
      a: { x: 36, y: 144 },
      c: { x: 36, y: 0 },
      d: { x: 36, y: 144 },
    });
  });

  test('places every touchpoint, none on another, and none outside of its stage', () => {
    fc.assert(
      fc.property(journeyMap({ touchpoints: 20, stages: 5 }), (map) => {
        const result = tidied(map);
        const cards = [...cardsOf(result)];
        expect(cards.length).toBe(Object.keys(map.touchpoints).length);
        const bands = bandsOf(result);
        cards.forEach(([id, card], index) => {
          expect(cards.slice(index + 1).some(([, other]) => overlaps(card, other))).toBe(false);
          const band = bands.find(({ stage }) => stage === result.touchpoints[id]!.stage)!;
          expect(card.x).toBeGreaterThanOrEqual(band.x);
          expect(card.x + card.width).toBeLessThanOrEqual(band.x + band.width);
          expect(card.y).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: runs(40, 1000) },
    );
  });

  test('gives the same layout again, whatever the positions and the order of the tables were', () => {
    fc.assert(
      fc.property(journeyMap({ touchpoints: 12 }), (map) => {
        const first = tidy(map);
        const shuffled = {
          ...tidied(map),
          touchpoints: Object.fromEntries(Object.entries(tidied(map).touchpoints).reverse()),
          transitions: Object.fromEntries(Object.entries(map.transitions).reverse()),
        };
        expect(Object.fromEntries(tidy(shuffled))).toEqual(Object.fromEntries(first));
      }),
      { numRuns: runs(25, 500) },
    );
  });

  test('keeps CoachingLive within two columns a stage and its stages in order', () => {
    const text = readFileSync('src/samples/coachinglive.journey.json', 'utf8');
    const map = tidied(MapSchema.parse(JSON.parse(text)));
    const stages = inOrder(map.stages).map(([id]) => id);
    expect(bandsOf(map).map(({ stage }) => stage)).toEqual(stages);
    for (const id of stages) {
      const columns = Object.values(map.touchpoints)
        .filter(({ stage }) => stage === id)
        .map(({ position }) => position.x);
      expect(new Set(columns).size).toBeLessThanOrEqual(2);
    }
  });
});
