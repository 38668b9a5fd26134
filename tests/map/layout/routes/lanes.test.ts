import { describe, expect, test } from 'vitest';
import { type Direction, emptyLanes, type Stretch } from '../../../../src/map/layout/routes/lanes';
import { type PlacedJoin, placedJoin } from '../../../../src/map/layout/routes/ports';
import { rect } from './scene';

/** A transition as long as `span`: the shorter goes before. */
function joined(id: string, span: number, from = `${id} from`, to = `${id} to`): PlacedJoin {
  return placedJoin({
    id,
    from,
    to,
    source: rect(0, 0, 224, 96),
    target: rect(span, 0, 224, 96),
    course: 'forward',
  });
}

const first = joined('first', 100);
const second = joined('second', 200);

function stretch(
  of: PlacedJoin,
  at: number,
  from: number,
  to: number,
  wanted = at,
  direction: Direction = 'level',
): Stretch {
  return { join: of, direction, wanted, at, from, to };
}

const free = () => true;

/** The lanes with these stretches in them. */
function taken(...stretches: Stretch[]) {
  const lanes = emptyLanes();
  for (const each of stretches) lanes.add(each);
  return lanes;
}

describe('a stretch', () => {
  test('runs where it is wanted, from the lesser end to the greater', () => {
    expect(emptyLanes().find('level', first, 100, 50, 20, free)).toEqual({
      join: first,
      direction: 'level',
      wanted: 100,
      at: 100,
      from: 20,
      to: 50,
    });
    expect(emptyLanes().find('upright', first, 100, 20, 50, free)).toMatchObject({
      direction: 'upright',
      from: 20,
      to: 50,
    });
  });

  test('gives way by 6 to either side, then by 12, then by 18, and else stays', () => {
    const lanes = emptyLanes();
    const found: number[] = [];
    for (let index = 0; index < 9; index += 1) {
      const each = lanes.find('level', joined(`w${String(index)}`, 100 + index), 100, 0, 500, free);
      lanes.add(each);
      found.push(each.at);
    }
    expect(found).toEqual([100, 106, 94, 112, 88, 118, 82, 100, 100]);
  });

  test('takes only what cards leave free', () => {
    const at = (isFree: (at: number) => boolean) =>
      emptyLanes().find('level', first, 100, 0, 500, isFree).at;
    expect(at((y) => y !== 100)).toBe(106);
    expect(at((y) => y < 100)).toBe(94);
    expect(at((y) => y > 115)).toBe(118);
    expect(at((y) => y < 85)).toBe(82);
    expect(at(() => false)).toBe(100);
  });

  test('keeps 5 from others that go before', () => {
    const at = (other: number) =>
      taken(stretch(first, other, 0, 500)).find('level', second, 100, 0, 500, free).at;
    expect([at(95), at(96), at(104), at(105)]).toEqual([100, 106, 94, 100]);
  });

  test('sees others across the edges of the cells they are kept in', () => {
    const at = (wanted: number, other: number) =>
      taken(stretch(first, other, 0, 500)).find('level', second, wanted, 0, 500, free).at;
    expect([at(31, 33), at(33, 31), at(-1, 1), at(1, -1)]).toEqual([25, 39, -7, 7]);
  });

  test('gives way only where both run beside each other for more than 6', () => {
    const at = (from: number, to: number) =>
      taken(stretch(first, 100, from, to)).find('level', second, 100, 200, 300, free).at;
    expect([at(0, 205), at(0, 206)]).toEqual([100, 106]);
    expect([at(295, 500), at(294, 500)]).toEqual([100, 106]);
    expect(at(240, 260)).toBe(106);
  });

  test('gives way to nobody who goes after, runs the other direction or shares an end', () => {
    const beside = (other: Stretch, own = second) =>
      taken(other).find('level', own, 100, 0, 500, free).at;
    expect(beside(stretch(first, 100, 0, 500))).toBe(106);
    expect(beside(stretch(second, 100, 0, 500), first)).toBe(100);
    expect(beside(stretch(first, 100, 0, 500, 100, 'upright'))).toBe(100);
    expect(beside(stretch(joined('x', 1, second.from), 100, 0, 500))).toBe(100);
    expect(beside(stretch(joined('x', 1, 'y', second.to), 100, 0, 500))).toBe(100);
    expect(beside(stretch(joined('x', 1, second.to, second.from), 100, 0, 500))).toBe(106);
  });

  test('gives way to any of several', () => {
    const lanes = taken(
      stretch(joined('x', 1, second.from), 100, 0, 500),
      stretch(first, 101, 0, 500),
      stretch(joined('z', 900), 106, 0, 500),
    );
    expect(lanes.find('level', second, 100, 0, 500, free).at).toBe(106);
  });

  test('is out of the way once it is taken out, alone', () => {
    const [one, other] = [stretch(first, 100, 0, 500), stretch(joined('x', 1), 101, 0, 500)];
    const lanes = taken(one, other);
    lanes.remove(stretch(first, 100, 0, 500));
    lanes.remove(stretch(first, 9999, 0, 500));
    lanes.remove(other);
    expect(lanes.find('level', second, 103, 0, 500, free).at).toBe(109);
    lanes.remove(one);
    expect(lanes.find('level', second, 103, 0, 500, free).at).toBe(103);
  });
});

describe('those that a stretch concerns', () => {
  /** Whether `second`, wanted at a place and given a lane, is told of a stretch of `first`. */
  function told(at: number, wanted: number, lane: number, from = 0, to = 500): boolean {
    const lanes = taken(stretch(second, lane, from, to, wanted));
    const heard: string[] = [];
    lanes.eachAfter(stretch(first, at, 100, 200), ({ id }) => heard.push(id));
    return heard.length > 0;
  }

  test('are wanted less than 24 from it', () => {
    expect([told(100, 123, 123), told(100, 124, 124)]).toEqual([true, false]);
    expect([told(100, 77, 77), told(100, 76, 76)]).toEqual([true, false]);
  });

  test('may have given way further off', () => {
    expect([told(0, 23, 41), told(31, 8, -10), told(0, -23, -41)]).toEqual([true, true, true]);
    expect([told(-1, 22, 40), told(95, 118, 136), told(64, 41, 23)]).toEqual([true, true, true]);
  });

  test('run beside it for a part', () => {
    expect([told(100, 100, 100, 0, 100), told(100, 100, 100, 0, 101)]).toEqual([false, true]);
    expect([told(100, 100, 100, 200, 300), told(100, 100, 100, 199, 300)]).toEqual([false, true]);
  });

  test('go after it and run in the same direction', () => {
    const lanes = taken(
      stretch(first, 100, 0, 500),
      stretch(joined('third', 300), 100, 0, 500, 100, 'upright'),
      stretch(joined('fourth', 400), 100, 0, 500),
    );
    const heard: string[] = [];
    lanes.eachAfter(stretch(second, 100, 0, 500), ({ id }) => heard.push(id));
    lanes.eachAfter(stretch(second, 100, 0, 500, 100, 'upright'), ({ id }) => heard.push(id));
    expect(heard).toEqual(['fourth', 'third']);
  });
});
