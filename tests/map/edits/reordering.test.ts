import { describe, expect, test } from 'vitest';
import { applyEdit, EditRefused, reorder } from '../../../src/map/edits';
import { beforeAt, removeStage, renameStage, stageLines } from '../../../src/map/edits/stages';
import { inOrder, newMap } from '../../../src/map/records';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';
const D = 'dddddddddddd';

const staged = (...orders: string[]) =>
  newMap({
    stages: Object.fromEntries(orders.map((order, index) => [[A, B, C, D][index]!, { order }])),
  });
const ordersAfter = (map: ReturnType<typeof staged>, id: string, before: string | null) =>
  inOrder(applyEdit(map, reorder('stages', id, before)).map.stages).map(([other, { order }]) => [
    other,
    order,
  ]);

describe('putting a record in order', () => {
  const map = staged('a0', 'a1', 'a2');

  test('gives it a key between its new neighbours, and nobody else a new one', () => {
    expect(ordersAfter(map, C, B)).toEqual([
      [A, 'a0'],
      [C, 'a0V'],
      [B, 'a1'],
    ]);
    expect(ordersAfter(map, C, A)).toEqual([
      [C, 'Zz'],
      [A, 'a0'],
      [B, 'a1'],
    ]);
    expect(ordersAfter(map, A, null)).toEqual([
      [B, 'a1'],
      [C, 'a2'],
      [A, 'a3'],
    ]);
  });

  test('gives all of them fresh keys where there is no room', () => {
    expect(ordersAfter(staged('a3', 'a3', 'a3', 'a3'), D, B)).toEqual([
      [A, 'a0'],
      [D, 'a1'],
      [B, 'a2'],
      [C, 'a3'],
    ]);
  });

  test('changes nothing before itself', () => {
    expect(applyEdit(map, reorder('stages', B, B)).map).toBe(map);
  });

  test('is refused where either record is not there', () => {
    for (const [id, before] of [
      [D, null],
      [A, D],
    ] as const) {
      const act = () => applyEdit(map, reorder('stages', id, before));
      expect(act).toThrow(EditRefused);
      expect(act).toThrow(`/stages/${id}: there is no such record to put in order`);
    }
  });

  test('orders transitions among those out of one touchpoint alone', () => {
    const branching = newMap({
      touchpoints: { [A]: {}, [B]: {} },
      transitions: {
        [A]: { from: A, to: B, order: 'a0' },
        [B]: { from: B, to: A, order: 'a1' },
        [C]: { from: A, to: A, order: 'a2' },
      },
    });
    const order = (id: string, before: string | null) =>
      applyEdit(branching, reorder('transitions', id, before)).map.transitions[id]?.order;
    expect(order(C, A)).toBe('Zz');
    expect(order(A, null)).toBe('a3');
    // What stands elsewhere is no neighbour: it goes to the end of its own.
    expect(order(A, B)).toBe('a3');
  });
});

describe('the list of stages', () => {
  const map = newMap({
    stages: {
      [B]: { name: 'Buy', color: 'teal', order: 'a1' },
      [A]: { name: 'See', order: 'a0' },
      [C]: { order: 'a2' },
    },
    touchpoints: { [A]: { stage: B }, [B]: { stage: B }, [C]: { stage: A }, [D]: {} },
  });
  const lines = stageLines(map);

  test('tells in order how many touchpoints lie in each', () => {
    expect(lines).toEqual([
      { id: A, name: 'See', color: 'grey', touchpoints: 1 },
      { id: B, name: 'Buy', color: 'teal', touchpoints: 2 },
      { id: C, name: '', color: 'grey', touchpoints: 0 },
    ]);
  });

  test('tells which stage another must stand before to come to a place', () => {
    expect([0, 1, 2].map((place) => beforeAt(lines, A, place))).toEqual([B, C, null]);
    expect([0, 1, 2].map((place) => beforeAt(lines, B, place))).toEqual([A, C, null]);
    expect(beforeAt([], A, 0)).toBeNull();
  });

  test('loses a stage, whose touchpoints become unsorted', () => {
    const next = applyEdit(map, removeStage(B)).map;
    expect(Object.keys(next.stages).sort()).toEqual([A, C]);
    expect(Object.values(next.touchpoints).map(({ stage }) => stage)).toEqual([
      null,
      null,
      A,
      null,
    ]);
  });

  test('renames a stage', () => {
    const next = applyEdit(map, renameStage(C, 'Use')).map;
    expect(next.stages).toEqual({ ...map.stages, [C]: { ...map.stages[C], name: 'Use' } });
  });
});
