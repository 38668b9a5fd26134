import { expect, test } from 'vitest';
import { SPECS } from '../../../src/editing/fields';
import type { AttachedField, FieldSpec } from '../../../src/editing/fields/spec';
import { addRecord, applyEdit } from '../../../src/map/edits';
import { newMap } from '../../../src/map/records';
import { type CollectionName, RECORDS } from '../../../src/map/schema';

const isAttachedField = (spec: FieldSpec): spec is AttachedField => spec.control === 'attached';

/** Every field of every inspector that attaches records of another collection. */
const FIELDS = Object.entries(SPECS).flatMap(([from, sections]) =>
  sections
    .flatMap(({ fields }) => fields.filter(isAttachedField))
    .map((field) => [from as CollectionName, field.label, field.to, field] as const),
);

const ID = 'idididididid';
const OTHER = 'otherotherot';

/** A map with the record that things are attached to, and another of its kind. */
function mapWith(from: CollectionName) {
  const records = { [ID]: {}, [OTHER]: {} };
  return newMap({ touchpoints: { touchpointaa: {} }, [from]: records });
}

test('a touchpoint lists what points at it', () => {
  expect(FIELDS.map(([from, , to]) => `${from} ← ${to}`).toSorted()).toMatchInlineSnapshot(`
    [
      "touchpoints ← campaigns",
      "touchpoints ← gains",
      "touchpoints ← kpis",
      "touchpoints ← opportunities",
      "touchpoints ← pains",
    ]
  `);
});

test.each(FIELDS)('%s: %s are made attached, let go, and attached again', (from, _, to, field) => {
  const made = applyEdit(mapWith(from), addRecord(to, field.create(ID), 'newnewnewnew')).map;
  const record = RECORDS[to].parse(structuredClone(made[to].newnewnewnew)) as never;
  expect(field.isAttached(record, ID)).toBe(true);
  expect(field.isAttached(record, OTHER)).toBe(false);

  field.detach(record, ID);
  expect(field.isAttached(record, ID)).toBe(false);
  expect(RECORDS[to].safeParse(record).error).toBeUndefined();

  field.attach(record, OTHER);
  expect(field.isAttached(record, OTHER)).toBe(true);
  expect(field.isAttached(record, ID)).toBe(false);
  expect(RECORDS[to].safeParse(record).error).toBeUndefined();
});
