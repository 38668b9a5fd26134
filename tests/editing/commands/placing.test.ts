import { describe, expect, test } from 'vitest';
import {
  addStage,
  addTouchpoint,
  kindOfNext,
  landing,
  moveBy,
  placeAfter,
  placeAtEnd,
  placeBeside,
  toGrid,
} from '../../../src/editing/commands/placing';
import { applyEdit } from '../../../src/map/edits';
import { bandsOf, cardsOf } from '../../../src/map/layout';
import { inOrder, newMap } from '../../../src/map/records';
import { COLORS } from '../../../src/map/schema';
import { ID, shopMap } from './support';

const map = shopMap();
const bands = bandsOf(map);

describe('the grid', () => {
  test('has a line every eight pixels, and half of that goes up', () => {
    expect([0, 3, 4, 11, 12, -3, -5].map((value) => toGrid(value) + 0)).toEqual([
      0, 0, 8, 8, 16, 0, -8,
    ]);
  });
});

describe('the kind of the next touchpoint', () => {
  test('is an entry until there is one', () => {
    expect(kindOfNext(newMap({}))).toBe('entry');
    expect(kindOfNext(newMap({ touchpoints: { [ID.form]: {} } }))).toBe('entry');
    expect(kindOfNext(map)).toBe('touchpoint');
  });
});

describe('a new touchpoint', () => {
  test('lies on the grid, clear of the left edge of its stage', () => {
    const at = (x: number, y: number) => {
      const edit = addTouchpoint('touchpoint-new', { stage: ID.see, x, y }, { name: 'New' });
      return applyEdit(map, edit).map.touchpoints['touchpoint-new'];
    };
    expect(at(101, 203)).toMatchObject({
      name: 'New',
      stage: ID.see,
      position: { x: 104, y: 200 },
    });
    expect(at(-50, -9)?.position).toEqual({ x: 24, y: -8 });
    expect(at(27, 0)?.position.x).toBe(24);
    expect(at(29, 0)?.position.x).toBe(32);
  });
});

describe('where a card lands', () => {
  const at = (x: number) => landing(bands, { x, y: 10.4, width: 224, height: 96 });

  test('is the band its middle lies in, though it sticks out', () => {
    expect(at(195)).toEqual({ stage: ID.see, position: { x: 195, y: 10 } });
    expect(at(196)).toEqual({ stage: ID.buy, position: { x: -112, y: 10 } });
    expect(at(340.6)).toEqual({ stage: ID.buy, position: { x: 33, y: 10 } });
  });

  test('on a map without stages is unsorted', () => {
    expect(landing([], { x: 5, y: 6, width: 10, height: 10 })).toEqual({
      stage: null,
      position: { x: 5, y: 6 },
    });
  });
});

describe('moving by a distance', () => {
  test('changes the stage of what crosses into another, and keeps the place on the canvas', () => {
    const rects = new Map([...cardsOf(map)].filter(([id]) => id !== ID.paid));
    const { edit, moves } = moveBy(map, rects, { x: 200, y: 50 });
    expect(moves).toEqual([
      { id: ID.ad, stage: ID.buy, position: { x: -68, y: 50 } },
      { id: ID.form, stage: ID.buy, position: { x: 240, y: 50 } },
    ]);
    const after = applyEdit(map, edit).map;
    expect(after.touchpoints[ID.ad]).toMatchObject({ stage: ID.buy, position: { x: -68, y: 50 } });
    expect(after.touchpoints[ID.paid]).toBe(map.touchpoints[ID.paid]);
  });
});

describe('a place beside a card', () => {
  test.each([
    ['right', { x: 1, y: 0 }, { stage: ID.buy, x: 336, y: 0 }],
    ['left', { x: -1, y: 0 }, { stage: ID.see, x: 52, y: 144 }],
    ['below', { x: 0, y: 1 }, { stage: ID.buy, x: 40, y: 288 }],
    ['above', { x: 0, y: -1 }, { stage: ID.buy, x: 40, y: -144 }],
  ])('to the %s is free of others', (_where, direction, place) => {
    expect(placeBeside(map, ID.form, direction)).toEqual(place);
  });

  test('goes on in its direction, upwards only when asked to', () => {
    expect(placeBeside(map, ID.paid, { x: 0, y: -1 })).toEqual({ stage: ID.buy, x: 40, y: -128 });
  });

  test('of nothing is the beginning of the unsorted column', () => {
    expect(placeBeside(map, 'touchpoint-none', { x: 1, y: 0 })).toEqual({
      stage: null,
      x: 0,
      y: 0,
    });
  });
});

describe('the end of a stage', () => {
  test('is below its last touchpoint, or where its first would be', () => {
    expect(placeAtEnd(map, ID.buy)).toEqual({ stage: ID.buy, x: 40, y: 304 });
    expect(placeAtEnd(map, null)).toEqual({ stage: null, x: 36, y: 0 });
  });
});

describe('a place after what a list has selected', () => {
  test('is below a touchpoint, at the end of a stage, and nowhere else', () => {
    expect(placeAfter(map, [{ collection: 'touchpoints', id: ID.paid }])).toMatchObject({ y: 304 });
    expect(placeAfter(map, [{ collection: 'stages', id: ID.see }])).toMatchObject({ y: 144 });
    expect(placeAfter(map, [{ collection: 'transitions', id: ID.click }])).toBeNull();
    expect(placeAfter(map, [])).toBeNull();
  });
});

describe('a new stage', () => {
  const added = (after: string | null, before = map) => {
    const next = applyEdit(before, addStage('stage-of-new1', after)).map;
    return { order: inOrder(next.stages).map(([id]) => id), stage: next.stages['stage-of-new1'] };
  };

  test('comes behind another, or at the end', () => {
    expect(added(ID.see).order).toEqual([ID.see, 'stage-of-new1', ID.buy]);
    expect(added(ID.buy).order).toEqual([ID.see, ID.buy, 'stage-of-new1']);
    expect(added(null).order).toEqual([ID.see, ID.buy, 'stage-of-new1']);
    expect(added('stage-of-none').order).toEqual([ID.see, ID.buy, 'stage-of-new1']);
  });

  test('has the first colour no other has, never the neutral one', () => {
    const [neutral, first, second] = COLORS;
    expect(added(null).stage?.color).toBe(first);
    const one = newMap({ stages: { [ID.see]: { color: first } } });
    expect(added(null, one).stage?.color).toBe(second);
    const other = newMap({ stages: { [ID.see]: { color: second } } });
    expect(added(null, other).stage?.color).toBe(first);
    expect(neutral).not.toBe(first);
  });

  test('begins the colours anew when all are used', () => {
    const stages = Object.fromEntries(
      COLORS.slice(1).map((color, index) => [`stage-of-${index + 1000}`, { color }]),
    );
    expect(added(null, newMap({ stages })).stage?.color).toBe(COLORS[1]);
    const more = { ...stages, [ID.see]: { color: COLORS[1] } };
    expect(added(null, newMap({ stages: more })).stage?.color).toBe(COLORS[2]);
  });
});
