import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BAND,
  bandAt,
  bandsOf,
  CARD_SIZE,
  cardsOf,
  headOf,
  notesOf,
  placeAt,
  pointOf,
  right,
  samePlaces,
} from '../../../src/map/layout';
import { inOrder, newMap } from '../../../src/map/records';
import { runs } from '../../support/runs';
import { journeyMap } from '../arbitraries';
import { sometimesShared } from '../sharedIds';

const A = 'stageAAAAAAAA';
const B = 'stageBBBBBBBB';
const FIRST = 'touchpoint-1';
const LOOSE = 'touchpoint-2';
const NOTE_ID = 'note-12345678';

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
    expect(a?.width).toBe(400 + CARD_SIZE.width + BAND.padding);
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
        sometimesShared(journeyMap()),
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
      fc.property(sometimesShared(journeyMap()), (some) => {
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

/** Two stages A and B with one note in A, a card in each, and two cards no stage has. */
const full = newMap({
  stages: { [B]: { order: 'a1' }, [A]: { order: 'a0' } },
  touchpoints: {
    [FIRST]: { stage: A, position: { x: 400, y: 24 } },
    'touchpoint-3': { stage: A, position: { x: 40, y: 8 } },
    [LOOSE]: { stage: null, position: { x: 72, y: 300 } },
    'touchpoint-4': { stage: B, position: { x: 36, y: 0 } },
  },
  notes: { [NOTE_ID]: { stage: A, position: { x: 500, y: 40 } } },
});

describe('the exact bands of a small map', () => {
  test('follow one another with a gap of 8, all as tall as the least', () => {
    expect(bandsOf(full)).toEqual([
      { stage: null, x: 0, y: -124, width: 332, height: 556 },
      { stage: A, x: 340, y: -124, width: 704, height: 556 },
      { stage: B, x: 1052, y: -124, width: 296, height: 556 },
    ]);
    expect(bandsOf(map).map(({ height }) => height)).toEqual([544, 544]);
  });

  test('reach 36 below the lowest card or note', () => {
    const low = (collection: 'touchpoints' | 'notes', id: string) => {
      const copy = structuredClone(full);
      copy[collection][id]!.position.y = 1000;
      return bandsOf(copy).map(({ height }) => height);
    };
    expect(low('touchpoints', FIRST)).toEqual([1256, 1256, 1256]);
    expect(low('notes', NOTE_ID)).toEqual([1288, 1288, 1288]);
  });

  test('are folded to the width of a summary, all but the unsorted column', () => {
    expect(bandsOf(full, new Set([A])).map(({ x, width }) => [x, width])).toEqual([
      [0, 332],
      [340, 216],
      [564, 296],
    ]);
    expect(bandsOf(full, new Set([A, B])).map(({ width }) => width)).toEqual([332, 216, 216]);
  });

  test('are no narrower for what stands left of its band', () => {
    const copy = structuredClone(full);
    copy.touchpoints[LOOSE]!.position.x = -400;
    expect(bandsOf(copy)[0]?.width).toBe(288);
  });

  test('place every card and note from the left edge of its band', () => {
    expect(Object.fromEntries(cardsOf(full))).toEqual({
      [FIRST]: { x: 740, y: 24, width: 224, height: 96 },
      'touchpoint-3': { x: 380, y: 8, width: 224, height: 96 },
      [LOOSE]: { x: 72, y: 300, width: 224, height: 96 },
      'touchpoint-4': { x: 1088, y: 0, width: 224, height: 96 },
    });
    expect(Object.fromEntries(notesOf(full))).toEqual({
      [NOTE_ID]: { x: 840, y: 40, width: 168, height: 128 },
    });
  });

  test('place cards by the bands given, and by 0 where there is none', () => {
    const bands = bandsOf(full, new Set([A])).slice(1);
    expect(cardsOf(full, bands).get('touchpoint-4')?.x).toBe(600);
    expect(cardsOf(full, bands).get(LOOSE)?.x).toBe(72);
    expect(notesOf(full, bands).get(NOTE_ID)?.x).toBe(840);
  });

  test('have a head of their own width', () => {
    expect(headOf(bandsOf(full)[1]!)).toEqual({ x: 340, y: -124, width: 704, height: 96 });
  });

  test('begin at their left edge; the gap belongs to the band before', () => {
    const bands = bandsOf(full);
    expect([339, 340, 1051, 1052].map((x) => bandAt(bands, x)?.stage)).toEqual([null, A, A, B]);
    expect(bandAt([], 0)).toBe(undefined);
  });

  test('turn a point into a place and a place into a point', () => {
    const bands = bandsOf(full);
    expect(placeAt(bands, { x: 400, y: 7 })).toEqual({ stage: A, x: 60, y: 7 });
    expect(placeAt(bands, { x: -5, y: 7 })).toEqual({ stage: null, x: -5, y: 7 });
    expect(placeAt([], { x: 400, y: 7 })).toEqual({ stage: null, x: 400, y: 7 });
    expect(pointOf(bands, { stage: B, x: 60, y: 7 })).toEqual({ x: 1112, y: 7 });
    expect(pointOf(bands, { stage: 'goneGoneGone', x: 60, y: 7 })).toEqual({ x: 60, y: 7 });
  });
});

describe('two tables of records', () => {
  const item = (stage: string | null, x: number, y: number) => ({ stage, position: { x, y } });
  const table = { a: item('A', 1, 2), b: item(null, 3, 4) };

  test('stand at the same places when stages and positions are equal', () => {
    expect(samePlaces(table, table)).toBe(true);
    expect(samePlaces(table, { ...table })).toBe(true);
    expect(samePlaces(table, { b: item(null, 3, 4), a: item('A', 1, 2) })).toBe(true);
    expect(samePlaces({}, {})).toBe(true);
  });

  test('stand elsewhere when a stage, an x or a y differs', () => {
    expect(samePlaces(table, { ...table, a: item('B', 1, 2) })).toBe(false);
    expect(samePlaces(table, { ...table, a: item('A', 9, 2) })).toBe(false);
    expect(samePlaces(table, { ...table, a: item('A', 1, 9) })).toBe(false);
    expect(samePlaces(table, { ...table, b: item('A', 3, 4) })).toBe(false);
  });

  test('stand elsewhere when one has a record more or another one', () => {
    expect(samePlaces(table, { a: table.a })).toBe(false);
    expect(samePlaces({ a: table.a }, table)).toBe(false);
    expect(samePlaces({ a: table.a }, { b: table.a })).toBe(false);
  });

  test('are compared once for all who ask of the same two', () => {
    let looks = 0;
    const counted = (items: typeof table) =>
      new Proxy(items, {
        ownKeys: (target) => {
          looks += 1;
          return Reflect.ownKeys(target);
        },
      });
    const [a, b] = [counted(table), { ...table, a: item('A', 5, 2) }];
    expect([samePlaces(a, b), samePlaces(a, b), samePlaces(a, b)]).toEqual([false, false, false]);
    expect(looks).toBe(1);
    expect(samePlaces(a, { ...table })).toBe(true);
    expect(samePlaces({ ...b }, b)).toBe(true);
    expect(samePlaces(a, b)).toBe(false);
  });
});
