import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../../src/map/edits';
import { inOrder, newMap } from '../../../src/map/records';
import { LANE_KINDS } from '../../../src/map/schema';
import {
  addLane,
  keepLanes,
  kindsToAdd,
  lanesOf,
  moveLane,
  removeLane,
  showLane,
  SUGGESTED_COUNT,
} from '../../../src/map/table';

const A = 'lane-aaaaaaa';
const B = 'lane-bbbbbbb';
const C = 'lane-ccccccc';
const D = 'lane-ddddddd';
const TOUCHPOINT = 'touchpoint-ad';
const nameOf = (kind: string) => `the ${kind}`;

const map = newMap({
  touchpoints: { [TOUCHPOINT]: {} },
  lanes: {
    [B]: { kind: 'custom', name: '  ', order: 'a1', visible: false },
    [A]: { kind: 'doing', name: ' Steps ', order: 'a0', cells: { [TOUCHPOINT]: 'x' } },
    [C]: { kind: 'pains', order: 'a2' },
    [D]: { kind: 'gains', order: 'a3' },
  },
});
const lanes = lanesOf(map.lanes, [], nameOf);
const blank = newMap({});
const ids = ['lane-number-1', 'lane-number-2'];
const suggested = lanesOf(blank.lanes, ids, nameOf);

const order = (edit: Edit | null, on = map) =>
  edit && inOrder(applyEdit(on, edit).map.lanes).map(([id]) => id);

describe('the lanes of a map', () => {
  test('stand in order, and one without a name is named by its kind', () => {
    expect(lanes).toEqual([
      { id: A, kind: 'doing', name: 'Steps', visible: true, cells: { [TOUCHPOINT]: 'x' } },
      { id: B, kind: 'custom', name: 'the custom', visible: false, cells: {} },
      { id: C, kind: 'pains', name: 'the pains', visible: true, cells: {} },
      { id: D, kind: 'gains', name: 'the gains', visible: true, cells: {} },
    ]);
  });

  test('are suggested where it has none, under the ids at hand', () => {
    expect(suggested.map(({ kind }) => kind)).toEqual([
      'doing',
      'thinking',
      'feeling',
      'emotion',
      'channel',
      'kpis',
      'campaigns',
      'pains',
    ]);
    expect(SUGGESTED_COUNT).toBe(8);
    expect(suggested[1]).toEqual({
      id: 'lane-number-2',
      kind: 'thinking',
      name: 'the thinking',
      visible: true,
      cells: {},
    });
    expect(suggested[2]?.id).toBe('feeling');
  });
});

test('keeping lanes writes them in order to a map without any, and nothing to another', () => {
  const two = suggested.slice(0, 2);
  const kept = applyEdit(blank, keepLanes([two[0]!, { ...two[1]!, visible: false }])).map;
  expect(kept.lanes).toEqual({
    'lane-number-1': { name: 'the doing', kind: 'doing', visible: true, cells: {}, order: 'a0' },
    'lane-number-2': {
      name: 'the thinking',
      kind: 'thinking',
      visible: false,
      cells: {},
      order: 'a1',
    },
  });
  expect(applyEdit(map, keepLanes(two)).map).toBe(map);
});

test('a lane is shown and hidden by itself', () => {
  const hidden = applyEdit(map, showLane(lanes, A, false)).map;
  expect(hidden.lanes).toEqual({ ...map.lanes, [A]: { ...map.lanes[A], visible: false } });
  expect(applyEdit(hidden, showLane(lanes, A, true)).map.lanes).toEqual(map.lanes);
});

test('a lane is added behind the others with its kind and name', () => {
  const added = applyEdit(map, addLane(lanes, 'lane-that-is-new', 'evidence', 'Proof')).map;
  expect(added.lanes['lane-that-is-new']).toEqual({
    name: 'Proof',
    kind: 'evidence',
    visible: true,
    cells: {},
    order: 'a4',
  });
});

test('a lane is removed, and the suggested ones beside it are kept', () => {
  expect(order(removeLane(lanes, B))).toEqual([A, C, D]);
  expect(order(removeLane(suggested.slice(0, 2), ids[0]!), blank)).toEqual([ids[1]]);
});

describe('a lane moves by one place among those in sight', () => {
  test('up, past the hidden one between', () => {
    expect(order(moveLane(lanes, C, -1))).toEqual([C, A, B, D]);
    expect(order(moveLane(lanes, D, -1))).toEqual([A, B, D, C]);
  });

  test('down, past the hidden one between', () => {
    expect(order(moveLane(lanes, A, 1))).toEqual([B, C, A, D]);
    expect(order(moveLane(lanes, C, 1))).toEqual([A, B, D, C]);
  });

  test('not past the first and the last', () => {
    expect(moveLane(lanes, A, -1)).toBeNull();
    expect(moveLane(lanes, D, 1)).toBeNull();
    expect(moveLane([], A, 1)).toBeNull();
  });
});

test('every kind but own texts is offered while no lane has it', () => {
  expect(kindsToAdd([])).toEqual(LANE_KINDS);
  expect(kindsToAdd(lanes)).toEqual(
    LANE_KINDS.filter((kind) => !['doing', 'pains', 'gains'].includes(kind)),
  );
  expect(kindsToAdd(lanes).at(-1)).toBe('custom');
});
