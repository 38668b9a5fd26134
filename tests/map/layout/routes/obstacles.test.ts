import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps, type Rect } from '../../../../src/map/layout';
import { obstaclesOf, recordingSearch } from '../../../../src/map/layout/routes/obstacles';
import { rect } from './scene';

const card = rect(100, 200, 224, 96);

describe('obstacles', () => {
  test('meet what shares an inside with them, not what touches an edge', () => {
    const obstacles = obstaclesOf([card]);
    for (const [x, y, meets] of [
      [90, 240, false],
      [91, 240, true],
      [324, 240, false],
      [323, 240, true],
      [200, 190, false],
      [200, 191, true],
      [200, 296, false],
      [200, 295, true],
    ] as const) {
      expect(obstacles.meets(rect(x, y, 10, 10))).toBe(meets);
    }
    expect(obstaclesOf().meets(card)).toBe(false);
  });

  test('are found from every part of a large one', () => {
    const obstacles = obstaclesOf([rect(-500, -500, 1000, 1000)]);
    for (let x = -490; x < 500; x += 98) {
      for (let y = -490; y < 500; y += 98) expect(obstacles.meets(rect(x, y, 1, 1))).toBe(true);
    }
    expect(obstacles.meets(rect(-510, 0, 10, 10))).toBe(false);
  });

  test('are found by an area larger than they are, each once', () => {
    const others = [rect(700, 0, 50, 50), rect(0, 700, 50, 50), rect(-400, -400, 500, 500)];
    const obstacles = obstaclesOf([card, ...others]);
    expect(obstacles.within(rect(-1000, -1000, 3000, 3000))).toEqual(new Set([card, ...others]));
    expect([...obstacles.within(rect(-1000, -1000, 3000, 3000))]).toHaveLength(4);
    expect([...obstacles.within(rect(90, 90, 200, 200))]).toEqual([others[2], card]);
    expect([...obstacles.within(rect(300, 200, 800, 90))]).toEqual([card]);
    expect(obstacles.within(rect(400, 400, 10, 10)).size).toBe(0);
  });

  test('meet only for those that are asked about', () => {
    const other = rect(300, 200, 224, 96);
    const obstacles = obstaclesOf([card, other]);
    const shared = rect(305, 210, 10, 10);
    expect(obstacles.meets(shared, (found) => found !== card)).toBe(true);
    expect(obstacles.meets(shared, (found) => found !== card && found !== other)).toBe(false);
    expect(obstacles.meets(rect(110, 210, 10, 10), (found) => found !== card)).toBe(false);
  });

  test('are gone once the very object is taken out, from all of its cells', () => {
    const twin = { ...card };
    const obstacles = obstaclesOf([card]);
    obstacles.remove(twin);
    expect(obstacles.meets(card)).toBe(true);
    obstacles.add(twin);
    obstacles.remove(card);
    expect([...obstacles.within(card)]).toEqual([twin]);
    expect([...obstacles.within(card)][0]).toBe(twin);
    obstacles.remove(twin);
    expect(obstacles.within(rect(-1000, -1000, 3000, 3000)).size).toBe(0);
    obstacles.remove(rect(5000, 5000, 10, 10));
    expect(obstacles.meets(card)).toBe(false);
  });

  test('leave a level line free from a margin above and below on', () => {
    const obstacles = obstaclesOf([card]);
    const isFreeAcross = (y: number, x1: number, x2: number, margin: number) =>
      obstacles.isFreeAcross(y, x1, x2, margin);
    expect([isFreeAcross(192, 0, 500, 8), isFreeAcross(193, 0, 500, 8)]).toEqual([true, false]);
    expect([isFreeAcross(304, 0, 500, 8), isFreeAcross(303, 0, 500, 8)]).toEqual([true, false]);
    expect([isFreeAcross(240, 0, 100, 8), isFreeAcross(240, 0, 101, 8)]).toEqual([true, false]);
    expect([isFreeAcross(240, 100, 0, 8), isFreeAcross(240, 101, 0, 8)]).toEqual([true, false]);
    expect([isFreeAcross(240, 324, 500, 8), isFreeAcross(240, 323, 500, 8)]).toEqual([true, false]);
  });

  test('leave an upright line free from a margin on both sides on', () => {
    const obstacles = obstaclesOf([card]);
    const isFreeAlong = (x: number, y1: number, y2: number, margin: number) =>
      obstacles.isFreeAlong(x, y1, y2, margin);
    expect([isFreeAlong(92, 0, 500, 8), isFreeAlong(93, 0, 500, 8)]).toEqual([true, false]);
    expect([isFreeAlong(332, 0, 500, 8), isFreeAlong(331, 0, 500, 8)]).toEqual([true, false]);
    expect([isFreeAlong(150, 0, 200, 8), isFreeAlong(150, 0, 201, 8)]).toEqual([true, false]);
    expect([isFreeAlong(150, 200, 0, 8), isFreeAlong(150, 201, 0, 8)]).toEqual([true, false]);
    expect([isFreeAlong(150, 296, 500, 8), isFreeAlong(150, 295, 500, 8)]).toEqual([true, false]);
  });

  test('answer like looking at every one', () => {
    const rects = fc.record({
      x: fc.integer({ min: -600, max: 600 }),
      y: fc.integer({ min: -600, max: 600 }),
      width: fc.integer({ min: 1, max: 500 }),
      height: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(rects, { maxLength: 8 }), rects, (all, area) => {
        const expected = all.filter((each) => overlaps(each, area));
        const obstacles = obstaclesOf(all);
        expect(obstacles.within(area)).toEqual(new Set(expected));
        expect(obstacles.meets(area)).toBe(expected.length > 0);
      }),
    );
  });
});

test('a recording search answers the same and reports the area of each question', () => {
  const areas: Rect[] = [];
  const obstacles = obstaclesOf([card]);
  const asking = recordingSearch(obstacles, (area) => areas.push(area));
  expect(asking.meets(rect(110, 210, 10, 10))).toBe(true);
  expect(asking.meets(rect(110, 210, 10, 10), () => false)).toBe(false);
  expect([...asking.within(rect(0, 0, 500, 500))]).toEqual([card]);
  expect(asking.isFreeAcross(240, 90, 60, 8)).toBe(true);
  expect(asking.isFreeAlong(150, 250, 20, 4)).toBe(false);
  expect(areas).toEqual([
    rect(110, 210, 10, 10),
    rect(110, 210, 10, 10),
    rect(0, 0, 500, 500),
    rect(60, 232, 30, 16),
    rect(146, 20, 8, 230),
  ]);
});
