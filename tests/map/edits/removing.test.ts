import { describe, expect, test } from 'vitest';
import {
  addRecord,
  applyEdit,
  applyPatches,
  type Edit,
  inTurn,
  replaceMap,
  replayed,
  setField,
  setMapField,
} from '../../../src/map/edits';
import { newMap, newRecord } from '../../../src/map/records';
import { A, B, edited, removal, S, W } from '../support/edited';

const map = newMap({
  title: 'Old',
  stages: { [S]: {} },
  touchpoints: { [A]: { stage: S }, [B]: { stage: S } },
  transitions: { [W]: { from: A, to: B } },
  pains: { [A]: { touchpoints: { [A]: true, [B]: true } } },
});
const visitsTo = (touchpoint: string) => ({
  kind: 'visits',
  touchpoint,
  not: false,
  scope: 'journey',
  operator: 'at-most',
  value: 3,
  to: 0,
});
const after = (edit: Edit) => edited(map, edit);

describe('removing records', () => {
  test('lets every reference to them give way and takes what cannot stand', () => {
    expect(after(removal(['touchpoints', B]))).toEqual({
      ...map,
      touchpoints: { [A]: map.touchpoints[A] },
      transitions: {},
      pains: { [A]: { ...map.pains[A], touchpoints: { [A]: true } } },
    });
    expect(after(removal(['stages', S])).touchpoints).toEqual({
      [A]: { ...map.touchpoints[A], stage: null },
      [B]: { ...map.touchpoints[B], stage: null },
    });
  });

  test('leaves the identity of records that do not point at them', () => {
    const next = after(removal(['transitions', W]));
    expect(next.touchpoints).toBe(map.touchpoints);
    expect(next.transitions).toEqual({});
  });

  test('ignores what does not exist', () => {
    expect(after(removal(['stages', 'nothingthere']))).toBe(map);
    expect(after(removal())).toBe(map);
  });

  test('sees what the same edit has made and changed', () => {
    const next = after(
      inTurn(
        addRecord('stages', {}, A),
        addRecord('touchpoints', { stage: A }, W),
        setField('touchpoints', A, '/stage', A),
        removal(['stages', A]),
      ),
    );
    expect(next.touchpoints[W]?.stage).toBeNull();
    expect(next.touchpoints[A]?.stage).toBeNull();
    expect(next.touchpoints[B]).toBe(map.touchpoints[B]);
    expect(Object.keys(next.stages)).toEqual([S]);
  });

  test('works on a map outside an edit, too', () => {
    const copy = structuredClone(map);
    removal(['touchpoints', B])(copy);
    expect(copy).toEqual(after(removal(['touchpoints', B])));
  });
});

describe('patches made again on another state', () => {
  const intoStage = applyEdit(map, addRecord('touchpoints', { name: 'New', stage: S }, W));

  test('do what they did', () => {
    const other = after(setMapField('/title', 'Other'));
    const next = applyEdit(other, replayed(intoStage.patches)).map;
    expect(next).toEqual({ ...intoStage.map, title: 'Other' });
  });

  test('clear the references that lead nowhere there', () => {
    const other = after(removal(['stages', S]));
    const next = applyEdit(other, replayed(intoStage.patches)).map;
    expect(next.touchpoints[W]).toEqual(newRecord('touchpoints', { name: 'New', stage: null }));
  });

  test('keep what a rule names there, though it is gone', () => {
    const ruled = applyEdit(map, setField('transitions', W, '/when', visitsTo(B)));
    const other = after(
      inTurn(addRecord('touchpoints', {}, W), setField('transitions', W, '/to', W)),
    );
    const gone = edited(other, removal(['touchpoints', B]));
    const next = applyEdit(gone, replayed(ruled.patches)).map;
    expect(next.transitions[W]?.when).toEqual(visitsTo(B));
  });

  test('leave out a record that cannot stand there', () => {
    const connected = applyEdit(map, addRecord('transitions', { from: B, to: A }, B));
    const other = after(removal(['touchpoints', A]));
    expect(applyEdit(other, replayed(connected.patches)).map.transitions).toEqual({});
  });
});

describe('replacing a map', () => {
  const other = newMap({
    title: 'Other',
    touchpoints: { [A]: { name: 'A' }, [S]: { name: 'S' } },
    lineage: [{ revision: '0'.repeat(64), at: '2026-01-01T00:00:00Z' }],
  });
  const expected = {
    ...other,
    id: map.id,
    createdAt: map.createdAt,
    lineage: map.lineage,
  };

  test('keeps what makes it this map, inside an edit and outside', () => {
    const { map: next, inverse } = applyEdit(map, replaceMap(other));
    expect(next).toEqual(expected);
    expect(applyPatches(next, inverse)).toEqual(map);
    const copy = structuredClone(map);
    replaceMap(other)(copy);
    expect(copy).toEqual(expected);
  });

  test('takes out fields that the other does not have, of the map and of its records', () => {
    const odd = after(inTurn(setMapField('/later', 1), setField('stages', S, '/later', 1)));
    expect(applyEdit(odd, replaceMap(map)).map).toEqual(map);
  });
});
