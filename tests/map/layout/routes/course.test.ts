import { describe, expect, test } from 'vitest';
import { type Rect } from '../../../../src/map/layout';
import { type Ground, lineOf } from '../../../../src/map/layout/routes/course';
import { obstaclesOf } from '../../../../src/map/layout/routes/obstacles';
import { type Port, placedJoin } from '../../../../src/map/layout/routes/ports';
import { type Course } from '../../../../src/map/layout/routes/sides';
import { at, pairs, rect } from './scene';

const port = (x: number, y: number, place = 0, count = 1): Port => ({
  point: { x, y },
  place,
  count,
});

interface Scene {
  readonly course: Course;
  readonly source: Rect;
  readonly target: Rect;
  readonly start: Port;
  readonly end: Port;
  readonly walls?: readonly Rect[];
  readonly lane?: Ground['lane'];
}

/** The line of a transition among its cards and walls; lanes are had where they are wanted, or by `lane`. */
function line({ course, source, target, start, end, walls = [], lane }: Scene) {
  const join = placedJoin({ id: 't', from: 'a', to: 'b', source, target, course });
  const obstacles = obstaclesOf([source, target, ...walls]);
  const ground: Ground = { obstacles, lane: lane ?? ((_, wanted) => wanted) };
  return lineOf(join, { start, end }, ground);
}

/** Every lane that was asked for with its test of what is free, and the line drawn 6 beside them. */
function asked(scene: Scene) {
  const lanes: (readonly [direction: string, wanted: number, a: number, b: number])[] = [];
  const tests: ((at: number) => boolean)[] = [];
  const drawn = line({
    ...scene,
    lane: (direction, wanted, a, b, isFree) => {
      lanes.push([direction, wanted, a, b]);
      tests.push(isFree);
      return wanted + 6;
    },
  });
  return { lanes, tests, points: pairs(drawn.points) };
}

describe('a loop', () => {
  test('leaves 24 to the right and enters from 18 above', () => {
    const drawn = line({
      course: 'loop',
      source: at(0, 0),
      target: at(0, 0),
      start: port(224, 41),
      end: port(125, 0),
    });
    expect(drawn.curved).toBe(false);
    expect(pairs(drawn.points)).toEqual([
      [224, 41],
      [248, 41],
      [248, -18],
      [125, -18],
      [125, 0],
    ]);
  });
});

describe('a step to the next of a column', () => {
  test('is a curve with upright ends', () => {
    const drawn = line({
      course: 'down',
      source: at(0, 0),
      target: at(0, 1),
      start: port(112, 96),
      end: port(130, 144),
    });
    expect(drawn.curved).toBe(true);
    expect(pairs(drawn.points)).toEqual([
      [112, 96],
      [112, 120],
      [130, 120],
      [130, 144],
    ]);
    const up = line({
      course: 'up',
      source: at(0, 1),
      target: at(0, 0),
      start: port(112, 144),
      end: port(130, 96),
    });
    expect(pairs(up.points)).toEqual([
      [112, 144],
      [112, 120],
      [130, 120],
      [130, 96],
    ]);
  });
});

describe('a line to a later column', () => {
  const forward = (target: Rect, walls: Rect[] = [], start = port(224, 48), end?: Port) => ({
    course: 'forward' as const,
    source: at(0, 0),
    target,
    start,
    end: end ?? port(target.x, target.y + 48),
    walls,
  });

  test('is a curve that leaves and enters level, for half of what is between', () => {
    const drawn = line(forward(at(1, 1)));
    expect(drawn.curved).toBe(true);
    expect(pairs(drawn.points)).toEqual([
      [224, 48],
      [260, 48],
      [260, 192],
      [296, 192],
    ]);
  });

  test('leaves for 24 at least and for 160 at most', () => {
    const reach = (x: number) => line(forward(rect(x, 0, 224, 96))).points[1]!.x - 224;
    expect([reach(244), reach(272), reach(274)]).toEqual([24, 24, 25]);
    expect([reach(542), reach(544), reach(800)]).toEqual([159, 160, 160]);
    const { points } = line(forward(rect(800, 0, 224, 96)));
    expect(points[2]).toEqual({ x: 640, y: 48 });
  });

  test('is a curve as long as cards are 6 from its chain', () => {
    const isCurved = (wall: Rect) => line(forward(at(2, 0), [wall])).curved;
    const above = (y: number) => isCurved(rect(300, y - 20, 200, 20));
    const below = (y: number) => isCurved(rect(300, y, 200, 20));
    expect([above(41.9), above(42.1), below(53.9), below(54.1)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    // The chain begins at 224 and ends at 592.
    expect([isCurved(rect(208, 40, 10, 9)), isCurved(rect(209, 40, 10, 9))]).toEqual([true, false]);
    expect([isCurved(rect(598, 40, 10, 9)), isCurved(rect(597, 40, 10, 9))]).toEqual([true, false]);
  });

  test('goes above a card between that leaves the same room above and below', () => {
    const drawn = line(forward(at(2, 0), [at(1, 0)]));
    expect(drawn.curved).toBe(false);
    expect(pairs(drawn.points)).toEqual([
      [224, 48],
      [242, 48],
      [242, -10],
      [574, -10],
      [574, 48],
      [592, 48],
    ]);
  });

  test('goes on the nearer side of a card between', () => {
    const y = (wall: Rect) => line(forward(at(2, 0), [wall])).points[2]?.y;
    expect(y(rect(296, 1, 224, 96))).toBe(-9);
    expect(y(rect(296, -1, 224, 96))).toBe(105);
    // Beside two cards one above the other it goes through the gap, or around both.
    expect(line(forward(at(2, 0), [at(1, 0), at(1, -1)])).points[2]?.y).toBe(-10);
    expect(line(forward(at(2, 0), [at(1, 0), rect(296, -98, 224, 88)])).points[2]?.y).toBe(106);
  });

  test('stays level with the start, else with the end, where those are free', () => {
    expect(pairs(line(forward(at(2, 2), [at(1, 1)])).points)).toEqual([
      [224, 48],
      [242, 48],
      [242, 48],
      [574, 48],
      [574, 336],
      [592, 336],
    ]);
    const atEnd = line(forward(at(2, 2), [at(1, 1), at(1, 0)]));
    expect(pairs(atEnd.points)).toEqual([
      [224, 48],
      [242, 48],
      [242, 336],
      [574, 336],
      [574, 336],
      [592, 336],
    ]);
  });

  test('goes through the middle height where neither is free but that is', () => {
    const drawn = line(forward(at(2, 2), [at(1, 0), at(1, 2)]));
    // The middle of 48 and 336, straight along the gap that row 1 leaves.
    expect(drawn.points[2]).toEqual({ x: 242, y: 192 });
    expect(drawn.points[3]).toEqual({ x: 574, y: 192 });
  });

  test('turns later the further its port is from the side it turns to', () => {
    const turns = (wall: Rect, start: Port, end: Port) => {
      const { points } = line(forward(at(2, 0), [wall], start, end));
      return [points[1]!.x - 224, 592 - points[4]!.x];
    };
    const above = rect(296, 1, 224, 96);
    const below = rect(296, -1, 224, 96);
    expect(turns(above, port(224, 48, 0, 4), port(592, 48, 3, 4))).toEqual([18, 18]);
    expect(turns(above, port(224, 48, 2, 4), port(592, 48, 1, 4))).toEqual([28, 28]);
    expect(turns(below, port(224, 48, 3, 4), port(592, 48, 0, 4))).toEqual([18, 18]);
    expect(turns(below, port(224, 48, 2, 4), port(592, 48, 1, 4))).toEqual([23, 23]);
  });

  test('turns as if going down where it stays level with its port', () => {
    const ends = [port(224, 48, 0, 3), port(592, 336, 0, 3)] as const;
    for (const walls of [[at(1, 1)], [at(1, 1), at(1, 0)]]) {
      const { points } = line(forward(at(2, 2), walls, ...ends));
      expect([points[1]?.x, points[4]?.x]).toEqual([252, 564]);
    }
  });

  test('looks for room at the edges of cards between the turns only', () => {
    const aside = rect(700, 60, 50, 20);
    expect(line(forward(at(2, 0), [at(1, 0), aside])).points[2]?.y).toBe(-10);
  });

  test('goes above rather than below where both are equally near, whichever card comes first', () => {
    const [lower, upper] = [rect(296, 20, 224, 76), rect(296, 0, 224, 60)];
    expect(line(forward(at(2, 0), [lower, upper])).points[2]?.y).toBe(-10);
    expect(line(forward(at(2, 0), [upper, lower])).points[2]?.y).toBe(-10);
  });

  test('keeps 24 from a card where another takes the nearer place', () => {
    const below = rect(296, 102, 224, 10);
    const y = (above: Rect) => line(forward(at(2, 0), [at(1, 0), above, below])).points[2]?.y;
    expect(y(rect(296, -16, 224, 10))).toBe(-24);
    expect(y(rect(296, -100, 224, 90))).toBe(120);
  });

  test('turns within a third of the room between the cards', () => {
    const drawn = line(forward(rect(254, 0, 224, 96), [rect(235, 40, 8, 20)]));
    expect(drawn.points[1]?.x).toBe(234);
    expect(drawn.points[4]?.x).toBe(244);
  });

  test('asks for a level lane between its turns that keeps 4 from cards', () => {
    const { lanes, tests, points } = asked(forward(at(2, 0), [at(1, 0)]));
    expect(lanes).toEqual([['level', -10, 242, 574]]);
    expect(points.slice(2, 4)).toEqual([
      [242, -4],
      [574, -4],
    ]);
    expect([-4, -3, 99, 100].map((y) => tests[0]?.(y))).toEqual([true, false, false, true]);
  });

  test('gives up and goes straight where sixty places nearest are not free', () => {
    const wall = Array.from({ length: 40 }, (_, index) =>
      rect(296, 48 - 1200 + index * 60, 224, 60),
    );
    expect(line(forward(at(2, 0), wall)).points[2]?.y).toBe(48);
    const short = wall.slice(16, 24);
    expect(line(forward(at(2, 0), short)).points[2]?.y).toBe(-202);
  });

  test('looks for a free place as far as 1200 above and below', () => {
    // The wall around the line leaves room at −1152 or at 1248, where another wall begins: only who
    // sees that one finds the place beyond it, which is nearer than the other end of the first.
    const y = (near: Rect, beyond: Rect) => line(forward(at(2, 0), [near, beyond])).points[2]?.y;
    const down = rect(296, -1142, 224, 4142);
    expect(y(down, rect(296, -1451, 224, 300))).toBe(-1461);
    expect(y(down, rect(296, -1452, 224, 300))).toBe(3010);
    const up = rect(296, -3000, 224, 4238);
    expect(y(up, rect(296, 1247, 224, 300))).toBe(1557);
    expect(y(up, rect(296, 1248, 224, 300))).toBe(-3010);
  });
});

describe('a line around the others of its column', () => {
  const column = (course: Course, first: Rect, second: Rect, x: number) => ({
    course,
    source: first,
    target: second,
    start: port(x, first.y + 48),
    end: port(x, second.y + 48),
  });

  test('runs 22 to the right of the wider card going down', () => {
    const wide = rect(20, 288, 224, 96);
    expect(pairs(line(column('around-right', at(0, 0), wide, 224)).points)).toEqual([
      [224, 48],
      [266, 48],
      [266, 336],
      [224, 336],
    ]);
    const { points } = line(column('around-right', wide, at(0, 4), 224));
    expect(points[1]?.x).toBe(266);
  });

  test('runs 22 to the left of the leftmost card going up', () => {
    const left = rect(-20, 0, 224, 96);
    expect(pairs(line(column('around-left', at(0, 2), left, 0)).points)).toEqual([
      [0, 336],
      [-42, 336],
      [-42, 48],
      [0, 48],
    ]);
    expect(line(column('around-left', left, at(0, -2), 0)).points[1]?.x).toBe(-42);
  });

  test('asks for an upright lane that keeps 4 from cards', () => {
    const scene = column('around-right', at(0, 0), at(0, 2), 224);
    const { lanes, tests, points } = asked({ ...scene, walls: [rect(300, 100, 50, 50)] });
    expect(lanes).toEqual([['upright', 246, 48, 336]]);
    expect(points.slice(1, 3)).toEqual([
      [252, 48],
      [252, 336],
    ]);
    expect([227, 228, 296, 297, 353, 354].map((x) => tests[0]?.(x))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('a line to an earlier column', () => {
  const back = (course: Course, source: Rect, target: Rect, walls: Rect[] = []) => {
    const mid = (card: Rect) => card.x + card.width / 2;
    const [leaves, enters] = {
      'back-down': [source.y + 96, target.y],
      'back-up': [source.y, target.y + 96],
    }[course as string] ?? [source.y, target.y];
    return {
      course,
      source,
      target,
      start: port(mid(source), leaves!),
      end: port(mid(target), enters!),
      walls,
    };
  };

  test('runs 24 above both cards of one row', () => {
    expect(pairs(line(back('back-level', at(2, 1), at(0, 1))).points)).toEqual([
      [704, 144],
      [704, 120],
      [112, 120],
      [112, 144],
    ]);
  });

  test('runs above the higher of the two', () => {
    const y = (source: Rect, target: Rect) => line(back('back-level', source, target)).points[1]?.y;
    expect(y(at(2, 1), rect(0, 130, 224, 96))).toBe(106);
    expect(y(rect(592, 130, 224, 96), at(0, 1))).toBe(106);
  });

  test('needs one level only, however different the heights of one row', () => {
    expect(pairs(line(back('back-level', at(2, 1), rect(0, 100, 224, 96))).points)).toEqual([
      [704, 144],
      [704, 76],
      [112, 76],
      [112, 100],
    ]);
  });

  test('evades what stands between in its row', () => {
    const scene = back('back-level', at(2, 1), at(0, 1), [rect(296, 60, 224, 96)]);
    expect(line(scene).points[1]?.y).toBe(50);
  });

  test('downwards runs below the source, down beside the target, and above it', () => {
    expect(pairs(line(back('back-down', at(2, 0), at(0, 2))).points)).toEqual([
      [704, 96],
      [704, 120],
      [252, 120],
      [252, 264],
      [112, 264],
      [112, 288],
    ]);
  });

  test('upwards runs above the source, up beside the target, and below it', () => {
    expect(pairs(line(back('back-up', at(2, 2), at(0, 0))).points)).toEqual([
      [704, 288],
      [704, 264],
      [252, 264],
      [252, 120],
      [112, 120],
      [112, 96],
    ]);
  });

  test('needs one level only where both are less than 16 apart', () => {
    const down = (y: number) => line(back('back-down', at(2, 0), rect(0, y, 224, 96))).points;
    expect(pairs(down(159))).toEqual([
      [704, 96],
      [704, 120],
      [112, 120],
      [112, 159],
    ]);
    expect(pairs(down(160))).toEqual([
      [704, 96],
      [704, 120],
      [252, 120],
      [252, 136],
      [112, 136],
      [112, 160],
    ]);
    expect(down(129)).toHaveLength(4);
    expect(down(128)).toHaveLength(6);
    const up = line(back('back-up', at(2, 1), rect(0, -10, 224, 96))).points;
    expect(pairs(up)).toEqual([
      [704, 144],
      [704, 120],
      [112, 120],
      [112, 86],
    ]);
  });

  test('takes the first corridor at the target that is free, else the nearest', () => {
    const x = (...walls: Rect[]) => line(back('back-down', at(2, 0), at(0, 3), walls)).points[2]?.x;
    const block = (from: number, to: number) => rect(from, 200, to - from, 40);
    expect(x(block(256, 300))).toBe(252);
    expect(x(block(255, 260))).toBe(268);
    expect(x(block(240, 249))).toBe(268);
    expect(x(block(255, 270))).toBe(-28);
    expect(x(block(240, 270), block(-30, -20))).toBe(252);
  });

  test('evades cards at both of its levels', () => {
    const corridor = rect(240, 200, 30, 40);
    const { points } = line(
      back('back-down', at(2, 0), at(0, 3), [
        corridor,
        rect(20, 380, 40, 40),
        rect(400, 100, 40, 40),
      ]),
    );
    expect(pairs(points)).toEqual([
      [704, 96],
      [704, 150],
      [-28, 150],
      [-28, 370],
      [112, 370],
      [112, 432],
    ]);
  });

  test('asks for an upright lane between its levels and one for each level', () => {
    const scene = back('back-down', at(2, 0), at(0, 3), [rect(400, 200, 50, 100)]);
    const { lanes, tests, points } = asked(scene);
    expect(lanes).toEqual([
      ['upright', 252, 120, 408],
      ['level', 120, 258, 704],
      ['level', 408, 112, 258],
    ]);
    expect(points).toEqual([
      [704, 96],
      [704, 126],
      [258, 126],
      [258, 414],
      [112, 414],
      [112, 432],
    ]);
    expect([396, 397, 453, 454].map((at) => tests[0]?.(at))).toEqual([true, false, false, true]);
    expect([196, 197, 303, 304].map((at) => tests[1]?.(at))).toEqual([true, false, false, true]);
    expect([428, 429].map((at) => tests[2]?.(at))).toEqual([true, false]);
  });

  test('asks for one level lane where both ends are of one height', () => {
    const { lanes, tests } = asked(back('back-level', at(2, 1), at(0, 1)));
    expect(lanes).toEqual([['level', 120, 112, 704]]);
    expect([140, 141].map((at) => tests[0]?.(at))).toEqual([true, false]);
  });
});
