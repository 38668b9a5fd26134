import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsOf, cardsOf, notesOf, overlaps } from '../../../../src/map/layout';
import { usualRows } from '../../../../src/map/layout/tidy/columns';
import { rowsToFit, type Window } from '../../../../src/map/layout/tidy/fit';
import { tidyNotes } from '../../../../src/map/layout/tidy/notes';
import { tidy } from '../../../../src/map/layout/tidy/tidy';
import { columnsInOrder } from '../../../../src/map/records';
import type { JourneyMap } from '../../../../src/map/schema';
import { runs } from '../../../support/runs';
import { journeyMap } from '../../arbitraries';
import { drawn } from './drawn';

function tidied(map: JourneyMap, rows?: number): JourneyMap {
  const copy = structuredClone(map);
  const places = tidy(map, rows);
  for (const [id, position] of places) copy.touchpoints[id]!.position = { ...position };
  for (const [id, position] of tidyNotes(map, places)) copy.notes[id]!.position = { ...position };
  return copy;
}

/** How large a window shows the whole of a map; its notes left out. */
function zoomIn(map: JourneyMap, { width, height, below }: Window): number {
  const bands = bandsOf({ ...map, notes: {} });
  const right = Math.max(...bands.map((band) => band.x + band.width));
  const lowest = Math.max(0, ...[...cardsOf(map).values()].map((card) => card.y + card.height));
  return Math.min(width / right, height / (lowest - bands[0]!.y + below));
}

const windows = fc.record({
  width: fc.integer({ min: 300, max: 4_000 }),
  height: fc.integer({ min: 300, max: 2_000 }),
  below: fc.integer({ min: 0, max: 400 }),
});

describe('tidying up to fit a window', () => {
  const chain = drawn({ A: 'a b c d e f g h i j' }, 'a>b b>c c>d d>e e>f f>g g>h h>i i>j');

  test('stands in few columns in a tall window, and in few rows in a wide one', () => {
    const tall = rowsToFit(chain, { width: 500, height: 1_500, below: 0 });
    const wide = rowsToFit(chain, { width: 4_000, height: 400, below: 0 });
    expect(tall).toBeGreaterThan(usualRows(chain));
    expect(wide).toBeLessThan(usualRows(chain));
  });

  test('makes room for what is drawn below the cards', () => {
    const window = { width: 1_200, height: 900 };
    const without = rowsToFit(chain, { ...window, below: 0 });
    expect(rowsToFit(chain, { ...window, below: 1_200 })).toBeLessThanOrEqual(without);
  });

  test('keeps the usual rows where no other number shows more', () => {
    const one = drawn({ A: 'a' });
    expect(rowsToFit(one, { width: 900, height: 900, below: 0 })).toBe(usualRows(one));
    expect(rowsToFit(drawn({}), { width: 900, height: 900, below: 0 })).toBe(usualRows(drawn({})));
  });

  test('leaves no card on another, each in its stage, and the stages in order', () => {
    fc.assert(
      fc.property(journeyMap({ touchpoints: 24, stages: 5 }), windows, (map, window) => {
        const result = tidied(map, rowsToFit(map, window));
        const cards = [...cardsOf(result)];
        const bands = bandsOf(result);
        expect(cards.length).toBe(Object.keys(map.touchpoints).length);
        cards.forEach(([id, card], index) => {
          expect(cards.slice(index + 1).some(([, other]) => overlaps(card, other))).toBe(false);
          expect(result.touchpoints[id]!.stage).toBe(map.touchpoints[id]!.stage);
          const band = bands.find(({ stage }) => stage === result.touchpoints[id]!.stage)!;
          expect(card.x).toBeGreaterThanOrEqual(band.x);
          expect(card.x + card.width).toBeLessThanOrEqual(band.x + band.width);
        });
        const order = columnsInOrder(map).map(({ id }) => id);
        const drawnOrder = bands.map(({ stage }) => stage);
        expect(drawnOrder).toEqual(order.filter((id) => drawnOrder.includes(id)));
      }),
      { numRuns: runs(40, 600) },
    );
  });

  test('never shows less than the usual tidying up', () => {
    fc.assert(
      fc.property(journeyMap({ touchpoints: 24, stages: 4 }), windows, (map, window) => {
        fc.pre(Object.keys(map.touchpoints).length > 0);
        const fitted = zoomIn(tidied(map, rowsToFit(map, window)), window);
        // Rows that hold no card shift a map by a few pixels from what was reckoned with.
        expect(fitted).toBeGreaterThanOrEqual(zoomIn(tidied(map), window) * 0.9);
      }),
      { numRuns: runs(40, 600) },
    );
  });
});

describe('notes of a tidied map', () => {
  test('lie under no card; those that nothing covers stay', () => {
    fc.assert(
      fc.property(journeyMap({ touchpoints: 16, stages: 4 }), (map) => {
        const result = tidied(map);
        const cards = [...cardsOf(result)];
        const moved = tidyNotes(map, tidy(map));
        for (const [id, note] of notesOf(result)) {
          const own = cards.filter(
            ([card]) => result.touchpoints[card]!.stage === result.notes[id]!.stage,
          );
          expect(own.some(([, card]) => overlaps(card, note))).toBe(false);
          if (!moved.has(id)) expect(result.notes[id]).toEqual(map.notes[id]);
        }
        const made = [...notesOf(result)].filter(([id]) => moved.has(id));
        made.forEach(([, note], index) => {
          expect(made.slice(index + 1).some(([, other]) => overlaps(note, other))).toBe(false);
        });
      }),
      { numRuns: runs(40, 600) },
    );
  });
});
