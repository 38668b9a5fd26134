import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit, applyPatches, replaceMap, setField } from '../../src/map/edits';
import { newMap } from '../../src/map/records';
import { serialise } from '../../src/map/text';
import { journeyMap } from './arbitraries';
import { sometimesShared } from './sharedIds';

test('a replaced map says what the other says, is still itself, and can be undone', () => {
  fc.assert(
    fc.property(sometimesShared(journeyMap()), sometimesShared(journeyMap()), (map, other) => {
      const replaced = applyEdit(map, replaceMap(other));
      const { id, createdAt, lineage } = map;
      expect(serialise(replaced.map)).toBe(serialise({ ...other, id, createdAt, lineage }));
      expect(serialise(applyPatches(replaced.map, replaced.inverse))).toBe(serialise(map));
    }),
    { numRuns: 30 },
  );
});

test('replacing a map by what it says already changes nothing', () => {
  const map = newMap({ title: 'Same', stages: { stagestagestage1: { name: 'Aware' } } });
  expect(applyEdit(map, replaceMap(structuredClone(map))).patches).toEqual([]);
});

test('only fields that differ are written', () => {
  const map = newMap({ stages: { stagestagestage1: { name: 'Aware', goal: 'Know us' } } });
  const other = applyEdit(map, setField('stages', 'stagestagestage1', ['name'], 'Awake')).map;
  const { patches } = applyEdit(map, replaceMap(other));
  expect(patches.map(({ path }) => path.join('/'))).toEqual(['stages/stagestagestage1/name']);
});
