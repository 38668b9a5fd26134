import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { applyDifference, differenceOf } from '../../../src/map/change';
import { applyEdit, inTurn, removeRecords, setField, setMapField } from '../../../src/map/edits';
import { newMap } from '../../../src/map/records';
import { runs } from '../../support/runs';
import { journeyMap } from '../arbitraries';
import { sometimesShared } from '../sharedIds';

vi.setConfig({ testTimeout: runs(30_000, 900_000) });

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';

const map = newMap({ title: 'Old', stages: { [A]: { name: 'A' }, [B]: {}, [C]: {} } });
const next = applyEdit(
  map,
  inTurn(
    setMapField('/title', 'New'),
    setField('stages', A, '/name', 'AA'),
    removeRecords([{ collection: 'stages', id: B }]),
  ),
).map;

test('a difference holds what changed and the ids that went', () => {
  expect(differenceOf(map, next)).toEqual({
    values: { title: 'New' },
    goneFields: [],
    records: { stages: { set: { [A]: next.stages[A] }, gone: [B] } },
  });
});

test('equal maps do not differ', () => {
  expect(differenceOf(map, map)).toEqual({ values: {}, goneFields: [], records: {} });
});

test('from nothing the difference is the whole map', () => {
  const { values, goneFields, records } = differenceOf(null, map);
  expect(goneFields).toEqual([]);
  expect(values).toMatchObject({ format: 'journey-map', title: 'Old', lineage: [] });
  expect(values).not.toHaveProperty('stages');
  expect(records.stages).toEqual({ set: map.stages, gone: [] });
  expect(records.touchpoints).toEqual({ set: {}, gone: [] });
  expect(applyDifference(null, { values, goneFields, records })).toEqual(map);
});

test('a difference applied keeps every record and collection it does not name', () => {
  const made = applyDifference(map, differenceOf(map, next));
  expect(made).toEqual(next);
  expect(made.stages[C]).toBe(map.stages[C]);
  expect(made.stages).not.toBe(map.stages);
  expect(made.touchpoints).toBe(map.touchpoints);
  expect(map.stages).toHaveProperty(B);
  expect(map.title).toBe('Old');
});

test('a difference of two maps makes the one into the other', () => {
  fc.assert(
    fc.property(sometimesShared(journeyMap()), sometimesShared(journeyMap()), (before, after) => {
      expect(applyDifference(before, differenceOf(before, after))).toEqual(after);
    }),
    { numRuns: runs(15, 500) },
  );
});
