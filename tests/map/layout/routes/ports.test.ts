import { describe, expect, test } from 'vitest';
import { type Rect } from '../../../../src/map/layout';
import {
  goesBefore,
  inOrder,
  portsOf,
  type Way,
  wayOf,
} from '../../../../src/map/layout/routes/ports';
import { type Course } from '../../../../src/map/layout/routes/sides';
import { at, rect } from './scene';

const cards: Readonly<Record<string, Rect>> = {
  hub: at(0, 0),
  top: at(1, -1),
  level: at(1, 0),
  low: at(1, 1),
  below: at(0, 2),
  above: at(0, -2),
  west: at(-1, 1),
  northwest: at(-1, -4),
  southwest: at(-1, 5),
  east: at(2, 1),
};

const way = (id: string, from: string, to: string, course: Course): Way =>
  wayOf({ id, from, to, source: cards[from]!, target: cards[to]!, course });

function settled(...ways: Way[]) {
  const ports = portsOf();
  for (const each of ways) ports.add(each);
  ports.settle(() => undefined);
  return ports;
}

const start = (ports: ReturnType<typeof portsOf>, id: string) => ports.endsOf(id)?.start;
const end = (ports: ReturnType<typeof portsOf>, id: string) => ports.endsOf(id)?.end;

describe('the span of a way', () => {
  const span = (source: Rect, target: Rect) =>
    wayOf({ id: 't', from: 'a', to: 'b', source, target, course: 'forward' }).span;

  test('is what its cards are apart sideways and downwards, whichever comes first', () => {
    expect(span(rect(10, 20, 5, 5), rect(40, 70, 9, 9))).toBe(80);
    expect(span(rect(40, 70, 5, 5), rect(10, 20, 9, 9))).toBe(80);
    expect(span(rect(10, 70, 5, 5), rect(40, 20, 9, 9))).toBe(80);
  });

  test('puts short ways first, then those with the lesser id', () => {
    const near = way('z', 'hub', 'level', 'forward');
    const far = way('a', 'hub', 'low', 'forward');
    const twin = way('y', 'hub', 'level', 'forward');
    expect([far, near, twin].sort(inOrder).map(({ id }) => id)).toEqual(['y', 'z', 'a']);
    expect(inOrder(near, near)).toBe(0);
    expect([inOrder(twin, near), inOrder(near, twin)]).toEqual([-1, 1]);
    expect([goesBefore(near, far), goesBefore(far, near)]).toEqual([true, false]);
    expect([goesBefore(twin, near), goesBefore(near, twin)]).toEqual([true, false]);
    expect(goesBefore(near, near)).toBe(false);
  });

  test('keeps everything else of the way', () => {
    expect(way('t', 'hub', 'low', 'forward')).toEqual({
      id: 't',
      from: 'hub',
      to: 'low',
      source: cards.hub,
      target: cards.low,
      course: 'forward',
      span: 440,
    });
  });
});

describe('the ports of a card', () => {
  test('stand in the middle of the side where there is one', () => {
    expect(settled(way('t', 'hub', 'low', 'forward')).endsOf('t')).toEqual({
      start: { point: { x: 224, y: 48 }, place: 0, count: 1 },
      end: { point: { x: 296, y: 192 }, place: 0, count: 1 },
    });
    expect(settled(way('t', 'hub', 'below', 'down')).endsOf('t')).toEqual({
      start: { point: { x: 112, y: 96 }, place: 0, count: 1 },
      end: { point: { x: 112, y: 288 }, place: 0, count: 1 },
    });
    expect(settled(way('t', 'hub', 'above', 'around-left')).endsOf('t')).toEqual({
      start: { point: { x: 0, y: 48 }, place: 0, count: 1 },
      end: { point: { x: 0, y: -240 }, place: 0, count: 1 },
    });
    expect(settled(way('t', 'level', 'above', 'back-up')).endsOf('t')).toEqual({
      start: { point: { x: 408, y: 0 }, place: 0, count: 1 },
      end: { point: { x: 112, y: -192 }, place: 0, count: 1 },
    });
  });

  test('on the right stand 14 apart in the order of the heights they lead to', () => {
    const ways = [
      way('a', 'hub', 'low', 'forward'),
      way('b', 'hub', 'top', 'forward'),
      way('c', 'hub', 'level', 'forward'),
    ];
    for (const ports of [settled(...ways), settled(...ways.toReversed())]) {
      expect(start(ports, 'b')).toEqual({ point: { x: 224, y: 34 }, place: 0, count: 3 });
      expect(start(ports, 'c')).toEqual({ point: { x: 224, y: 48 }, place: 1, count: 3 });
      expect(start(ports, 'a')).toEqual({ point: { x: 224, y: 62 }, place: 2, count: 3 });
    }
  });

  test('on the left stand in the order of the heights they come from', () => {
    const ports = settled(
      way('a', 'low', 'east', 'forward'),
      way('b', 'top', 'east', 'forward'),
      way('c', 'hub', 'east', 'forward'),
    );
    expect(['b', 'c', 'a'].map((id) => end(ports, id)?.point)).toEqual([
      { x: 592, y: 178 },
      { x: 592, y: 192 },
      { x: 592, y: 206 },
    ]);
  });

  test('at the top and the bottom stand 26 apart in the order from left to right', () => {
    const down = settled(
      way('a', 'hub', 'below', 'down'),
      way('b', 'hub', 'west', 'back-down'),
      way('c', 'hub', 'east', 'back-down'),
    );
    expect(['b', 'a', 'c'].map((id) => start(down, id)?.point)).toEqual([
      { x: 86, y: 96 },
      { x: 112, y: 96 },
      { x: 138, y: 96 },
    ]);
    const level = settled(
      way('a', 'east', 'hub', 'back-level'),
      way('b', 'west', 'hub', 'back-level'),
    );
    expect(['b', 'a'].map((id) => end(level, id)?.point)).toEqual([
      { x: 99, y: 0 },
      { x: 125, y: 0 },
    ]);
  });

  test('come nearer to each other where they are many', () => {
    const spread = (count: number, course: Course) => {
      const ids = Array.from({ length: count }, (_, index) => `t${String(index)}`);
      const ports = settled(...ids.map((id) => way(id, 'hub', 'level', course)));
      return ids.map((id) => start(ports, id)?.point);
    };
    // 96 − 28 is 68: four have room for 14 between them, five for 13.6.
    expect(spread(4, 'forward').map((point) => point?.y)).toEqual([27, 41, 55, 69]);
    expect(spread(5, 'forward').map((point) => point?.y)).toEqual([20.8, 34.4, 48, 61.6, 75.2]);
    // 224 − 28 is 196: eight have room for 24.5.
    expect(spread(7, 'back-level')[0]?.x).toBe(34);
    expect(spread(8, 'back-level')[0]?.x).toBe(26.25);
  });

  test('of ways to the same card stand in the order of their ids', () => {
    const ways = ['b', 'c', 'a'].map((id) => way(id, 'hub', 'level', 'forward'));
    const ports = settled(...ways);
    expect(['a', 'b', 'c'].map((id) => start(ports, id)?.place)).toEqual([0, 1, 2]);
    expect(['a', 'b', 'c'].map((id) => end(ports, id)?.place)).toEqual([0, 1, 2]);
  });

  test('of a loop stand at the top of the right side and at the right of the top', () => {
    const ports = settled(
      way('t', 'hub', 'hub', 'loop'),
      way('a', 'hub', 'top', 'forward'),
      way('b', 'east', 'hub', 'back-level'),
      way('c', 'hub', 'hub', 'loop'),
    );
    expect(['c', 't', 'a'].map((id) => start(ports, id)?.point)).toEqual([
      { x: 224, y: 34 },
      { x: 224, y: 48 },
      { x: 224, y: 62 },
    ]);
    expect(['b', 'c', 't'].map((id) => end(ports, id)?.point)).toEqual([
      { x: 86, y: 0 },
      { x: 112, y: 0 },
      { x: 138, y: 0 },
    ]);
  });

  test('of ways around a column stand nearest to the side they turn to', () => {
    const right = settled(
      way('a', 'hub', 'low', 'forward'),
      way('b', 'hub', 'below', 'around-right'),
      way('c', 'above', 'hub', 'around-right'),
      way('d', 'hub', 'top', 'forward'),
    );
    expect([end(right, 'c'), start(right, 'd'), start(right, 'a'), start(right, 'b')]).toEqual([
      { point: { x: 224, y: 27 }, place: 0, count: 4 },
      { point: { x: 224, y: 41 }, place: 1, count: 4 },
      { point: { x: 224, y: 55 }, place: 2, count: 4 },
      { point: { x: 224, y: 69 }, place: 3, count: 4 },
    ]);
    const left = settled(
      way('a', 'west', 'hub', 'forward'),
      way('b', 'hub', 'above', 'around-left'),
      way('c', 'below', 'hub', 'around-left'),
      way('d', 'northwest', 'hub', 'forward'),
      way('e', 'southwest', 'hub', 'forward'),
    );
    expect([
      start(left, 'b')?.place,
      end(left, 'd')?.place,
      end(left, 'a')?.place,
      end(left, 'e')?.place,
      end(left, 'c')?.place,
    ]).toEqual([0, 1, 2, 3, 4]);
  });

  test('of a way around to a card of the same height count as going up', () => {
    const ports = settled(
      way('a', 'hub', 'level', 'around-right'),
      way('b', 'hub', 'top', 'forward'),
    );
    expect([start(ports, 'a')?.place, start(ports, 'b')?.place]).toEqual([0, 1]);
  });
});

describe('ports of a map being edited', () => {
  const ways = [
    way('a', 'hub', 'top', 'forward'),
    way('b', 'hub', 'level', 'forward'),
    way('c', 'hub', 'low', 'forward'),
  ];
  const movedBy = (ports: ReturnType<typeof portsOf>) => {
    const moved: string[] = [];
    ports.settle((id) => moved.push(id));
    return moved;
  };

  test('are told of once, when they are new or have moved', () => {
    const ports = portsOf();
    ports.add(ways[0]!);
    expect(ports.endsOf('a')).toBe(null);
    expect(movedBy(ports)).toEqual(['a', 'a']);
    expect(movedBy(ports)).toEqual([]);
    ports.add(ways[1]!);
    expect(movedBy(ports)).toEqual(['a', 'b', 'b']);
    ports.add(way('d', 'below', 'low', 'forward'));
    expect(movedBy(ports)).toEqual(['d', 'd']);
  });

  test('close the gap of one that is gone', () => {
    const ports = settled(...ways);
    ports.remove(ways[1]!);
    expect(ports.endsOf('b')).toBe(null);
    expect(movedBy(ports)).toEqual(['a', 'c']);
    expect(start(ports, 'a')).toEqual({ point: { x: 224, y: 41 }, place: 0, count: 2 });
    expect(start(ports, 'c')).toEqual({ point: { x: 224, y: 55 }, place: 1, count: 2 });
    ports.remove(ways[0]!);
    ports.remove(ways[2]!);
    expect(movedBy(ports)).toEqual([]);
    ports.add(ways[2]!);
    expect(movedBy(ports)).toEqual(['c', 'c']);
    expect(start(ports, 'c')).toEqual({ point: { x: 224, y: 48 }, place: 0, count: 1 });
  });

  test('are left alone by the removal of what was never there', () => {
    const ports = settled(...ways);
    ports.remove(way('x', 'hub', 'east', 'forward'));
    ports.remove(way('y', 'east', 'west', 'back-level'));
    expect(movedBy(ports)).toEqual([]);
    expect(ways.map(({ id }) => start(ports, id)?.place)).toEqual([0, 1, 2]);
  });

  test('follow a way that now leads elsewhere', () => {
    const ports = settled(...ways);
    ports.remove(ways[0]!);
    ports.add(way('a', 'hub', 'below', 'down'));
    expect(movedBy(ports)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
    expect(start(ports, 'a')?.point).toEqual({ x: 112, y: 96 });
    expect(start(ports, 'b')?.point).toEqual({ x: 224, y: 41 });
  });

  test('take out one end of a loop for each side', () => {
    const loop = way('t', 'hub', 'hub', 'loop');
    const ports = settled(loop, ways[0]!);
    ports.remove(loop);
    expect(movedBy(ports)).toEqual(['a']);
    expect(start(ports, 'a')).toEqual({ point: { x: 224, y: 48 }, place: 0, count: 1 });
  });
});
