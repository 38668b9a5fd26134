import { describe, expect, test } from 'vitest';
import { type Point, type Rect, routesOf } from '../../../../src/map/layout';
import { bottom, right } from '../../../../src/map/layout/geometry';
import { obstaclesOf } from '../../../../src/map/layout/routes/obstacles';
import { courseOf } from '../../../../src/map/layout/routes/sides';
import { at, rect } from './scene';

const from = rect(0, 0, 224, 96);

/** How a transition runs from the card at 0, 0 to another of its size, past the walls. */
function course(x: number, y: number, ...walls: Rect[]) {
  const to = rect(x, y, 224, 96);
  return courseOf(from, to, obstaclesOf([from, to, ...walls]));
}

/** The side of a card on which a point lies. */
function sideAt(card: Rect, { x, y }: Point) {
  if (x === right(card)) return 'right';
  if (x === card.x) return 'left';
  if (y === card.y) return 'top';
  return y === bottom(card) ? 'bottom' : 'none';
}

describe('a transition', () => {
  /** Where its route leaves the one card and enters the other; the wall is a card in the way. */
  function ends(source: Rect, target: Rect, wall?: Rect) {
    const cards = new Map([
      ['a', source],
      ...(target === source ? [] : [['b', target] as const]),
      ...(wall ? [['wall', wall] as const] : []),
    ]);
    const to = target === source ? 'a' : 'b';
    const { start, end } = routesOf(cards, [{ id: 't', from: 'a', to }]).get('t')!;
    return [sideAt(source, start), sideAt(target, end)];
  }

  test('to a later column runs from left to right', () => {
    expect(ends(at(0, 0), at(1, 0))).toEqual(['right', 'left']);
    expect(ends(at(0, 2), at(3, 0))).toEqual(['right', 'left']);
  });

  test('to the neighbour above or below takes the sides that face each other', () => {
    expect(ends(at(0, 0), at(0, 1))).toEqual(['bottom', 'top']);
    expect(ends(at(0, 1), at(0, 0))).toEqual(['top', 'bottom']);
  });

  test('past a card of its column stays on one side of it', () => {
    expect(ends(at(0, 0), at(0, 2), at(0, 1))).toEqual(['right', 'right']);
    expect(ends(at(0, 2), at(0, 0), at(0, 1))).toEqual(['left', 'left']);
  });

  test('back to an earlier column faces the row it leads to, in its own row it arcs above', () => {
    expect(ends(at(2, 0), at(0, 2))).toEqual(['bottom', 'top']);
    expect(ends(at(2, 2), at(0, 0))).toEqual(['top', 'bottom']);
    expect(ends(at(2, 1), at(0, 1))).toEqual(['top', 'top']);
  });

  test('to its own card turns around the upper right corner', () => {
    const card = at(0, 0);
    expect(ends(card, card)).toEqual(['right', 'top']);
  });
});

describe('the course of a transition', () => {
  test('is a loop to the card itself only', () => {
    expect(courseOf(from, from, obstaclesOf([from]))).toBe('loop');
    expect(course(0, 0)).toBe('around-left');
  });

  test('is forward from 20 to the right of the card on, at any height', () => {
    expect([course(244, 0), course(244, 500), course(244, -500)]).toEqual(Array(3).fill('forward'));
    expect([course(243, 0), course(243, 500), course(243, -500)]).toEqual([
      'back-level',
      'back-down',
      'back-up',
    ]);
  });

  test('stays in the column when less than half a card to the side', () => {
    expect([course(111, 200), course(-111, 200)]).toEqual(['down', 'down']);
    expect([course(112, 200), course(-112, 200)]).toEqual(['back-down', 'back-down']);
    expect([course(111, -200), course(-111, -200)]).toEqual(['up', 'up']);
    expect([course(112, -200), course(-112, -200)]).toEqual(['back-up', 'back-up']);
  });

  test('is down or up with more than 8 between the cards, else around', () => {
    expect([course(0, 105), course(0, 104)]).toEqual(['down', 'around-right']);
    expect([course(0, 96), course(0, 95)]).toEqual(['around-right', 'around-left']);
    expect([course(0, -105), course(0, -104)]).toEqual(['up', 'around-left']);
  });

  test('goes around a card between, to the right downwards and to the left upwards', () => {
    expect(course(0, 288, rect(0, 144, 224, 96))).toBe('around-right');
    expect(course(0, -288, rect(0, -144, 224, 96))).toBe('around-left');
  });

  test('keeps 8 clear on both sides of the line between the middles', () => {
    // The middles are at 112 and 162: the line is wanted at 137.
    const beside = (x: number, width: number) => course(50, 300, rect(x, 150, width, 20));
    expect([beside(145, 40), beside(144, 40)]).toEqual(['down', 'around-right']);
    expect([beside(89, 40), beside(90, 40)]).toEqual(['down', 'around-right']);
  });

  test('looks for cards only between the two', () => {
    expect(course(0, 300, rect(0, 90, 224, 7))).toBe('down');
    expect(course(0, 300, rect(0, 90, 224, 8))).toBe('around-right');
    expect(course(0, 300, rect(0, 299, 224, 8))).toBe('down');
    expect(course(0, 300, rect(0, 298, 224, 8))).toBe('around-right');
    expect(course(0, -300, rect(0, -210, 224, 7))).toBe('up');
    expect(course(0, -300, rect(0, -210, 224, 8))).toBe('around-left');
  });

  test('back is down or up from 20 between the cards on, else level', () => {
    expect([course(-300, 116), course(-300, 115)]).toEqual(['back-down', 'back-level']);
    expect([course(-300, -116), course(-300, -115)]).toEqual(['back-up', 'back-level']);
    expect(course(-300, 0)).toBe('back-level');
  });

  test('is the same wherever the two cards stand', () => {
    const [upper, lower] = [rect(-500, 700, 224, 96), rect(-480, 900, 224, 96)];
    const obstacles = obstaclesOf([upper, lower]);
    expect(courseOf(upper, lower, obstacles)).toBe('down');
    expect(courseOf(lower, upper, obstacles)).toBe('up');
  });

  test('measures from the size of each card', () => {
    const small = rect(0, 0, 100, 40);
    const ask = (to: Rect) => courseOf(small, to, obstaclesOf([small, to]));
    expect([ask(rect(120, 0, 300, 10)), ask(rect(119, 0, 300, 10))]).toEqual([
      'forward',
      'back-level',
    ]);
    expect([ask(rect(-300, 60, 9, 10)), ask(rect(-300, 59, 9, 10))]).toEqual([
      'back-down',
      'back-level',
    ]);
    expect([ask(rect(-300, -30, 9, 10)), ask(rect(-300, -29, 9, 10))]).toEqual([
      'back-up',
      'back-level',
    ]);
  });
});
