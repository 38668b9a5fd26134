import { describe, expect, test } from 'vitest';
import { type Rect } from '../../../../src/map/layout';
import {
  goesBefore,
  byPriority,
  portsOf,
  type PlacedJoin,
  placedJoin,
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

const joined = (id: string, from: string, to: string, course: Course): PlacedJoin =>
  placedJoin({ id, from, to, source: cards[from]!, target: cards[to]!, course });

function settled(...joins: PlacedJoin[]) {
  const ports = portsOf();
  for (const each of joins) ports.add(each);
  ports.settle(() => undefined);
  return ports;
}

const start = (ports: ReturnType<typeof portsOf>, id: string) => ports.endsOf(id)?.start;
const end = (ports: ReturnType<typeof portsOf>, id: string) => ports.endsOf(id)?.end;

describe('the span of a transition', () => {
  const span = (source: Rect, target: Rect) =>
    placedJoin({ id: 't', from: 'a', to: 'b', source, target, course: 'forward' }).span;

  test('is what its cards are apart sideways and downwards, whichever comes first', () => {
    expect(span(rect(10, 20, 5, 5), rect(40, 70, 9, 9))).toBe(80);
    expect(span(rect(40, 70, 5, 5), rect(10, 20, 9, 9))).toBe(80);
    expect(span(rect(10, 70, 5, 5), rect(40, 20, 9, 9))).toBe(80);
  });

  test('puts short transitions first, then those with the lesser id', () => {
    const near = joined('z', 'hub', 'level', 'forward');
    const far = joined('a', 'hub', 'low', 'forward');
    const twin = joined('y', 'hub', 'level', 'forward');
    expect([far, near, twin].sort(byPriority).map(({ id }) => id)).toEqual(['y', 'z', 'a']);
    expect(byPriority(near, near)).toBe(0);
    expect([byPriority(twin, near), byPriority(near, twin)]).toEqual([-1, 1]);
    expect([goesBefore(near, far), goesBefore(far, near)]).toEqual([true, false]);
    expect([goesBefore(twin, near), goesBefore(near, twin)]).toEqual([true, false]);
    expect(goesBefore(near, near)).toBe(false);
  });

  test('keeps everything else of the transition', () => {
    expect(joined('t', 'hub', 'low', 'forward')).toEqual({
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
    expect(settled(joined('t', 'hub', 'low', 'forward')).endsOf('t')).toEqual({
      start: { point: { x: 224, y: 48 }, place: 0, count: 1 },
      end: { point: { x: 296, y: 192 }, place: 0, count: 1 },
    });
    expect(settled(joined('t', 'hub', 'below', 'down')).endsOf('t')).toEqual({
      start: { point: { x: 112, y: 96 }, place: 0, count: 1 },
      end: { point: { x: 112, y: 288 }, place: 0, count: 1 },
    });
    expect(settled(joined('t', 'hub', 'above', 'around-left')).endsOf('t')).toEqual({
      start: { point: { x: 0, y: 48 }, place: 0, count: 1 },
      end: { point: { x: 0, y: -240 }, place: 0, count: 1 },
    });
    expect(settled(joined('t', 'level', 'above', 'back-up')).endsOf('t')).toEqual({
      start: { point: { x: 408, y: 0 }, place: 0, count: 1 },
      end: { point: { x: 112, y: -192 }, place: 0, count: 1 },
    });
  });

  test('on the right stand 14 apart in the order of the heights they lead to', () => {
    const joins = [
      joined('a', 'hub', 'low', 'forward'),
      joined('b', 'hub', 'top', 'forward'),
      joined('c', 'hub', 'level', 'forward'),
    ];
    for (const ports of [settled(...joins), settled(...joins.toReversed())]) {
      expect(start(ports, 'b')).toEqual({ point: { x: 224, y: 34 }, place: 0, count: 3 });
      expect(start(ports, 'c')).toEqual({ point: { x: 224, y: 48 }, place: 1, count: 3 });
      expect(start(ports, 'a')).toEqual({ point: { x: 224, y: 62 }, place: 2, count: 3 });
    }
  });

  test('on the left stand in the order of the heights they come from', () => {
    const ports = settled(
      joined('a', 'low', 'east', 'forward'),
      joined('b', 'top', 'east', 'forward'),
      joined('c', 'hub', 'east', 'forward'),
    );
    expect(['b', 'c', 'a'].map((id) => end(ports, id)?.point)).toEqual([
      { x: 592, y: 178 },
      { x: 592, y: 192 },
      { x: 592, y: 206 },
    ]);
  });

  test('at the top and the bottom stand 26 apart in the order from left to right', () => {
    const down = settled(
      joined('a', 'hub', 'below', 'down'),
      joined('b', 'hub', 'west', 'back-down'),
      joined('c', 'hub', 'east', 'back-down'),
    );
    expect(['b', 'a', 'c'].map((id) => start(down, id)?.point)).toEqual([
      { x: 86, y: 96 },
      { x: 112, y: 96 },
      { x: 138, y: 96 },
    ]);
    const level = settled(
      joined('a', 'east', 'hub', 'back-level'),
      joined('b', 'west', 'hub', 'back-level'),
    );
    expect(['b', 'a'].map((id) => end(level, id)?.point)).toEqual([
      { x: 99, y: 0 },
      { x: 125, y: 0 },
    ]);
  });

  test('come nearer to each other where they are many', () => {
    const spread = (count: number, course: Course) => {
      const ids = Array.from({ length: count }, (_, index) => `t${String(index)}`);
      const ports = settled(...ids.map((id) => joined(id, 'hub', 'level', course)));
      return ids.map((id) => start(ports, id)?.point);
    };
    // 96 − 28 is 68: four have room for 14 between them, five for 13.6.
    expect(spread(4, 'forward').map((point) => point?.y)).toEqual([27, 41, 55, 69]);
    expect(spread(5, 'forward').map((point) => point?.y)).toEqual([20.8, 34.4, 48, 61.6, 75.2]);
    // 224 − 28 is 196: eight have room for 24.5.
    expect(spread(7, 'back-level')[0]?.x).toBe(34);
    expect(spread(8, 'back-level')[0]?.x).toBe(26.25);
  });

  test('of transitions to the same card stand in the order of their ids', () => {
    const joins = ['b', 'c', 'a'].map((id) => joined(id, 'hub', 'level', 'forward'));
    const ports = settled(...joins);
    expect(['a', 'b', 'c'].map((id) => start(ports, id)?.place)).toEqual([0, 1, 2]);
    expect(['a', 'b', 'c'].map((id) => end(ports, id)?.place)).toEqual([0, 1, 2]);
  });

  test('of a loop stand at the top of the right side and at the right of the top', () => {
    const ports = settled(
      joined('t', 'hub', 'hub', 'loop'),
      joined('a', 'hub', 'top', 'forward'),
      joined('b', 'east', 'hub', 'back-level'),
      joined('c', 'hub', 'hub', 'loop'),
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

  test('of transitions around a column stand nearest to the side they turn to', () => {
    const right = settled(
      joined('a', 'hub', 'low', 'forward'),
      joined('b', 'hub', 'below', 'around-right'),
      joined('c', 'above', 'hub', 'around-right'),
      joined('d', 'hub', 'top', 'forward'),
    );
    expect([end(right, 'c'), start(right, 'd'), start(right, 'a'), start(right, 'b')]).toEqual([
      { point: { x: 224, y: 27 }, place: 0, count: 4 },
      { point: { x: 224, y: 41 }, place: 1, count: 4 },
      { point: { x: 224, y: 55 }, place: 2, count: 4 },
      { point: { x: 224, y: 69 }, place: 3, count: 4 },
    ]);
    const left = settled(
      joined('a', 'west', 'hub', 'forward'),
      joined('b', 'hub', 'above', 'around-left'),
      joined('c', 'below', 'hub', 'around-left'),
      joined('d', 'northwest', 'hub', 'forward'),
      joined('e', 'southwest', 'hub', 'forward'),
    );
    expect([
      start(left, 'b')?.place,
      end(left, 'd')?.place,
      end(left, 'a')?.place,
      end(left, 'e')?.place,
      end(left, 'c')?.place,
    ]).toEqual([0, 1, 2, 3, 4]);
  });

  test('of a transition around to a card of the same height count as going up', () => {
    const ports = settled(
      joined('a', 'hub', 'level', 'around-right'),
      joined('b', 'hub', 'top', 'forward'),
    );
    expect([start(ports, 'a')?.place, start(ports, 'b')?.place]).toEqual([0, 1]);
  });
});

describe('ports of a map being edited', () => {
  const joins = [
    joined('a', 'hub', 'top', 'forward'),
    joined('b', 'hub', 'level', 'forward'),
    joined('c', 'hub', 'low', 'forward'),
  ];
  const movedBy = (ports: ReturnType<typeof portsOf>) => {
    const moved: string[] = [];
    ports.settle((id) => moved.push(id));
    return moved;
  };

  test('are told of once, when they are new or have moved', () => {
    const ports = portsOf();
    ports.add(joins[0]!);
    expect(ports.endsOf('a')).toBe(null);
    expect(movedBy(ports)).toEqual(['a', 'a']);
    expect(movedBy(ports)).toEqual([]);
    ports.add(joins[1]!);
    expect(movedBy(ports)).toEqual(['a', 'b', 'b']);
    ports.add(joined('d', 'below', 'low', 'forward'));
    expect(movedBy(ports)).toEqual(['d', 'd']);
  });

  test('close the gap of one that is gone', () => {
    const ports = settled(...joins);
    ports.remove(joins[1]!);
    expect(ports.endsOf('b')).toBe(null);
    expect(movedBy(ports)).toEqual(['a', 'c']);
    expect(start(ports, 'a')).toEqual({ point: { x: 224, y: 41 }, place: 0, count: 2 });
    expect(start(ports, 'c')).toEqual({ point: { x: 224, y: 55 }, place: 1, count: 2 });
    ports.remove(joins[0]!);
    ports.remove(joins[2]!);
    expect(movedBy(ports)).toEqual([]);
    ports.add(joins[2]!);
    expect(movedBy(ports)).toEqual(['c', 'c']);
    expect(start(ports, 'c')).toEqual({ point: { x: 224, y: 48 }, place: 0, count: 1 });
  });

  test('are left alone by the removal of what was never there', () => {
    const ports = settled(...joins);
    ports.remove(joined('x', 'hub', 'east', 'forward'));
    ports.remove(joined('y', 'east', 'west', 'back-level'));
    expect(movedBy(ports)).toEqual([]);
    expect(joins.map(({ id }) => start(ports, id)?.place)).toEqual([0, 1, 2]);
  });

  test('follow a transition that now leads elsewhere', () => {
    const ports = settled(...joins);
    ports.remove(joins[0]!);
    ports.add(joined('a', 'hub', 'below', 'down'));
    expect(movedBy(ports)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
    expect(start(ports, 'a')?.point).toEqual({ x: 112, y: 96 });
    expect(start(ports, 'b')?.point).toEqual({ x: 224, y: 41 });
  });

  test('take out one end of a loop for each side', () => {
    const loop = joined('t', 'hub', 'hub', 'loop');
    const ports = settled(loop, joins[0]!);
    ports.remove(loop);
    expect(movedBy(ports)).toEqual(['a']);
    expect(start(ports, 'a')).toEqual({ point: { x: 224, y: 48 }, place: 0, count: 1 });
  });
});
