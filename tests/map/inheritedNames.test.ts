import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDifference, diff, differenceOf } from '../../src/map/change';
import { applyEdit, applyPatches, replaceMap, setField } from '../../src/map/edits';
import { merge } from '../../src/map/merge';
import { JourneyMap } from '../../src/map/schema';
import { same } from '../../src/map/shape';
import { parseMap, serialise } from '../../src/map/text';
import { runs } from '../support/runs';
import { journeyMap } from './arbitraries';

/** What every object inherits and a file may carry as a field that this version does not know. */
const NAMES = Object.getOwnPropertyNames(Object.prototype).filter(
  (name) => name !== '__proto__' && name !== 'constructor',
);
const value = fc.oneof(fc.string({ maxLength: 5 }), fc.nat(3), fc.boolean(), fc.constant(null));
const fields = fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 3 });

interface Extra {
  readonly ofMap: Record<string, unknown>;
  readonly ofRecord: Record<string, unknown>;
  readonly ofPart: Record<string, unknown>;
}
const extra: fc.Arbitrary<Extra> = fc.record({ ofMap: fields, ofRecord: fields, ofPart: fields });

/** The map with fields of inherited names in itself, in a touchpoint, and in a part of it. */
function withFields(map: JourneyMap, { ofMap, ofRecord, ofPart }: Extra): JourneyMap {
  const [id, touchpoint] = Object.entries(map.touchpoints)[0]!;
  const economics = { ...touchpoint.economics, ...ofPart };
  const carrying = { ...touchpoint, ...ofRecord, economics };
  return JourneyMap.parse({
    ...map,
    ...ofMap,
    touchpoints: { ...map.touchpoints, [id]: carrying },
  });
}

const someMap = journeyMap({ touchpoints: 3 });
const numRuns = runs(40, 1_000);

describe('fields named as what every object inherits', () => {
  test('survive a file', () => {
    fc.assert(
      fc.property(someMap, extra, (map, one) => {
        const carrying = withFields(map, one);
        const read = parseMap(serialise(carrying));
        expect(read.outcome).toBe('opened');
        if (read.outcome === 'opened') expect(serialise(read.map)).toBe(serialise(carrying));
      }),
      { numRuns },
    );
  });

  test('are equal only to themselves', () => {
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const written = (record: object) => JSON.stringify(Object.entries(record).sort());
        expect(same(one, other)).toBe(written(one) === written(other));
        expect(same({ a: one }, { a: other })).toBe(written(one) === written(other));
      }),
      { numRuns },
    );
  });

  test('are seen by diff, handed on by a difference, and replaced', () => {
    fc.assert(
      fc.property(someMap, extra, extra, (map, one, two) => {
        const [before, after] = [withFields(map, one), withFields(map, two)];
        const isSame = serialise(before) === serialise(after);
        const changes = diff(before, after);
        expect(changes.length === 0).toBe(isSame);
        for (const { before: was, after: is } of changes) {
          expect([typeof was, typeof is]).not.toContain('function');
        }
        expect(applyDifference(before, differenceOf(before, after))).toEqual(after);
        const replaced = applyEdit(before, replaceMap(after));
        expect(serialise(replaced.map)).toBe(serialise(after));
        expect(serialise(applyPatches(before, replaced.patches))).toBe(serialise(after));
        expect(serialise(applyPatches(after, replaced.inverse))).toBe(serialise(before));
      }),
      { numRuns },
    );
  });

  test('are merged: an edit of one side is in the result, and the result is a file', () => {
    fc.assert(
      fc.property(someMap, extra, extra, (map, one, two) => {
        const [base, mine] = [withFields(map, one), withFields(map, two)];
        const [id = ''] = Object.keys(map.touchpoints);
        const theirs = applyEdit(base, setField('touchpoints', id, '/name', 'Theirs')).map;
        for (const merged of [merge(base, mine, theirs), merge(base, theirs, mine)]) {
          expect(merged.conflicts).toEqual([]);
          const wanted = applyEdit(mine, setField('touchpoints', id, '/name', 'Theirs')).map;
          expect(serialise(merged.map)).toBe(serialise(wanted));
        }
      }),
      { numRuns },
    );
  });

  test('that both sides changed differently are a conflict with both values', () => {
    fc.assert(
      fc.property(someMap, fc.constantFrom(...NAMES), (map, name) => {
        const of = (one: string) =>
          withFields(map, { ofMap: {}, ofRecord: { [name]: one }, ofPart: {} });
        const { conflicts } = merge(map, of('mine'), of('theirs'));
        expect(conflicts).toEqual([
          expect.objectContaining({ path: [name], mine: 'mine', theirs: 'theirs' }),
        ]);
      }),
      { numRuns: 10 },
    );
  });
});
