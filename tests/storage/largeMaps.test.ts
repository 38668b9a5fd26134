import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { JourneyMap, LIMITS } from '../../src/map/schema';
import { isPlainJson } from '../../src/storage/json';
import { mapFromText } from '../../src/storage/replay';

/** More records than are validated in one piece. */
const MANY = 1_000;
const idOf = (at: number) => `note-${String(at).padStart(12, '0')}`;
const notesOf = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [idOf(at), { text: `Note ${at}` }]));
const LARGE = newMap({ title: 'Large', notes: notesOf(MANY) });

/** Something that the schema may or may not allow, at a place of a note. */
const change = fc.record({
  at: fc.integer({ min: 0, max: MANY - 1 }),
  field: fc.constantFrom('text', 'color', 'position', 'votes', 'stage', 'unknown'),
  // What storage takes for JSON: without names that reach a prototype.
  value: fc.jsonValue({ maxDepth: 1 }).filter(isPlainJson),
});

test('a map of many records is read as its schema reads it, wherever one of them is wrong', () => {
  fc.assert(
    fc.property(change, ({ at, field, value }) => {
      const note = { ...LARGE.notes[idOf(at)], [field]: value };
      const map = { ...LARGE, notes: { ...LARGE.notes, [idOf(at)]: note } };
      const expected = JourneyMap.safeParse(JSON.parse(JSON.stringify(map)));
      const found = mapFromText(JSON.stringify(map));
      expect(found === null).toBe(!expected.success);
      if (expected.success && field !== 'stage') expect(found).toEqual(expected.data);
    }),
    { numRuns: 50 },
  );
});

test('a map of many records is refused where one has no id, and where there are too many', () => {
  const nameless = { ...LARGE, notes: { ...LARGE.notes, short: { text: '' } } };
  expect(mapFromText(JSON.stringify(nameless))).toBeNull();
  const most = { ...LARGE, notes: notesOf(LIMITS.records) };
  expect(Object.keys(mapFromText(JSON.stringify(most))?.notes ?? {})).toHaveLength(LIMITS.records);
  const more = { ...LARGE, notes: notesOf(LIMITS.records + 1) };
  expect(mapFromText(JSON.stringify(more))).toBeNull();
});
