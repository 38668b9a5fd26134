import { describe, expect, test } from 'vitest';
import {
  applyEdit,
  connect,
  type Edit,
  EditRefused,
  insertIntoTransition,
  moveTouchpoints,
  orderBehind,
  reroute,
  reverse,
} from '../../../src/map/edits';
import { newMap, newRecord } from '../../../src/map/records';
import { isId } from '../../../src/map/schema';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';
const AB = 'a-to-b-a-to-b';
const AC = 'a-to-c-a-to-c';
const BC = 'b-to-c-b-to-c';
const NEW = 'newnewnewnew';
const GONE = 'gonegonegone';

const map = newMap({
  touchpoints: { [A]: {}, [B]: {}, [C]: {} },
  transitions: {
    [AB]: { from: A, to: B, chance: { base: 0.3 }, order: 'a0' },
    [AC]: { from: A, to: C, chance: { base: 0.2 }, order: 'a1' },
    [BC]: { from: B, to: C, chance: { base: 0.7 }, order: 'a4' },
  },
});
const after = (edit: Edit) => applyEdit(map, edit).map;

describe('connecting two touchpoints', () => {
  test('makes the last transition, with the chance that is left', () => {
    expect(after(connect(A, B, {}, NEW)).transitions[NEW]).toEqual(
      newRecord('transitions', { from: A, to: B, chance: { base: 0.5 }, order: 'a2' }),
    );
    expect(after(connect(C, A, {}, NEW)).transitions[NEW]).toEqual(
      newRecord('transitions', { from: C, to: A, chance: { base: 1 }, order: 'a0' }),
    );
  });

  test('takes what it is told', () => {
    const input = { chance: { base: 0.1 }, order: 'a0V', label: 'call' };
    expect(after(connect(A, A, input, NEW)).transitions[NEW]).toEqual(
      newRecord('transitions', { ...input, from: A, to: A }),
    );
    expect(Object.keys(after(connect(A, B)).transitions).every(isId)).toBe(true);
  });

  test('is refused where either end is not there', () => {
    expect(() => after(connect(GONE, A))).toThrow(`there is no ${GONE} in touchpoints`);
    expect(() => after(connect(A, GONE))).toThrow(`/touchpoints/${GONE}`);
  });
});

describe('rerouting a transition', () => {
  test('at its end keeps its order', () => {
    expect(after(reroute(AB, 'to', C)).transitions[AB]).toEqual({ ...map.transitions[AB], to: C });
  });

  test('at its start puts it last there', () => {
    expect(after(reroute(AB, 'from', B)).transitions[AB]).toEqual({
      ...map.transitions[AB],
      from: B,
      order: 'a5',
    });
    expect(after(reroute(BC, 'from', C)).transitions[BC]?.order).toBe('a0');
  });

  test('to where it stands already changes nothing', () => {
    expect(after(reroute(AB, 'from', A))).toBe(map);
    expect(after(reroute(AB, 'to', B))).toBe(map);
  });

  test('is refused where the transition or the touchpoint is not there', () => {
    expect(() => after(reroute(GONE, 'to', A))).toThrow(`there is no ${GONE} in transitions`);
    expect(() => after(reroute(AB, 'to', GONE))).toThrow(`/touchpoints/${GONE}`);
  });
});

describe('turning a transition round', () => {
  test('swaps its ends and puts it last at its new start', () => {
    expect(after(reverse(AB)).transitions[AB]).toEqual({
      ...map.transitions[AB],
      from: B,
      to: A,
      order: 'a5',
    });
  });

  test('that leads back to its start changes nothing', () => {
    const loop = after(reroute(AB, 'to', A));
    expect(applyEdit(loop, reverse(AB)).map).toBe(loop);
    expect(() => after(reverse(GONE))).toThrow(EditRefused);
  });
});

describe('putting a touchpoint on a transition', () => {
  test('makes one that is not there yet', () => {
    const next = after(insertIntoTransition(AB, NEW, { name: 'D' }, 'outoutoutout'));
    expect(next.touchpoints[NEW]).toEqual(newRecord('touchpoints', { name: 'D' }));
    expect(next.transitions[AB]).toEqual({ ...map.transitions[AB], to: NEW });
    expect(next.transitions.outoutoutout).toEqual(
      newRecord('transitions', { from: NEW, to: B, chance: { base: 1 } }),
    );
  });

  test('keeps one that is there, and leads on last among its transitions', () => {
    const next = after(insertIntoTransition(AB, C, { name: 'other' }, NEW));
    expect(next.touchpoints).toEqual(map.touchpoints);
    expect(next.transitions[AB]?.to).toBe(C);
    expect(next.transitions[NEW]).toMatchObject({ from: C, to: B, chance: { base: 1 } });
  });

  test('that it leads to already changes nothing', () => {
    expect(after(insertIntoTransition(AB, B))).toBe(map);
    expect(() => after(insertIntoTransition(GONE, B))).toThrow(EditRefused);
    const unnamed = after(insertIntoTransition(AB, NEW));
    expect(unnamed.touchpoints[NEW]).toEqual(newRecord('touchpoints', {}));
    expect(Object.keys(unnamed.transitions)).toHaveLength(4);
  });
});

test('a key behind a transition lies before its next sibling, or behind the last', () => {
  expect(orderBehind(map, AB)).toBe('a0V');
  expect(orderBehind(map, AC)).toBe('a2');
  expect(orderBehind(map, BC)).toBe('a5');
  const tied = newMap({
    touchpoints: { [A]: {} },
    transitions: { [AB]: { from: A, to: A }, [AC]: { from: A, to: A } },
  });
  expect(orderBehind(tied, AB)).toBe('a0');
  expect(() => orderBehind(map, GONE)).toThrow(EditRefused);
});

describe('moving touchpoints', () => {
  const S = 'ssssssssssss';
  const staged = applyEdit(map, (draft) => {
    draft.stages[S] = newRecord('stages', {});
    draft.touchpoints[A]!.stage = S;
  }).map;

  test('moves each within its stage or into another', () => {
    const moves = [
      { id: A, position: { x: 1, y: 2 } },
      { id: B, stage: S, position: { x: 3, y: 4 } },
    ];
    const next = applyEdit(staged, moveTouchpoints(moves)).map;
    expect(next.touchpoints).toEqual({
      ...staged.touchpoints,
      [A]: { ...staged.touchpoints[A], position: { x: 1, y: 2 } },
      [B]: { ...staged.touchpoints[B], stage: S, position: { x: 3, y: 4 } },
    });
  });

  test('takes one out of its stage', () => {
    const out = moveTouchpoints([{ id: A, stage: null, position: { x: 0, y: 0 } }]);
    expect(applyEdit(staged, out).map.touchpoints[A]?.stage).toBeNull();
  });

  test('is refused where one is not there', () => {
    const gone = moveTouchpoints([{ id: GONE, position: { x: 0, y: 0 } }]);
    expect(() => after(gone)).toThrow(`/touchpoints/${GONE}`);
  });
});
