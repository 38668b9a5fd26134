import { describe, expect, test } from 'vitest';
import english from '../../../src/language/messages/en.json';
import { COLLECTIONS } from '../../../src/map/schema';
import { SPECS } from '../../../src/editing/fields';
import type { FieldSpec } from '../../../src/editing/fields/spec';
import { COLLECTIONS_INSPECTED, fieldsOf, INSPECTED, missingFrom, OF_OTHERS } from './missing';

test('every collection but the bytes of pictures has an inspector', () => {
  expect([...COLLECTIONS_INSPECTED, 'assets'].toSorted()).toEqual([...COLLECTIONS].toSorted());
});

test.each(INSPECTED)('the inspector of %s reaches every field of the schema', (name) => {
  expect(missingFrom(name)).toEqual([]);
});

test.each(INSPECTED)('a field taken out of the inspector of %s is missed', (name) => {
  const fields = fieldsOf(name);
  const own = fields.filter(({ control }) => !OF_OTHERS.has(control));
  for (const gone of own) {
    const left = fields.filter((each) => each !== gone);
    expect(missingFrom(name, left), gone.path.join('/')).not.toEqual([]);
  }
});

describe('every text of an inspector is in the catalogue', () => {
  const known: ReadonlySet<string> = new Set(Object.keys(english));

  test.each(INSPECTED)('%s', (name) => {
    const wanted = [
      ...(name === 'map' ? ['inspector.map'] : [`record.${name}.one`, `record.${name}.many`]),
      ...SPECS[name].map(({ title }) => title),
      ...fieldsOf(name).flatMap(textsOf),
    ];
    expect(wanted.filter((id) => !known.has(id))).toEqual([]);
  });
});

/** The message ids a field and all within it may show. */
function textsOf(spec: FieldSpec): readonly string[] {
  // A union without a path of its own is called by what distinguishes its members.
  const isBare = spec.control === 'union' && spec.path.length === 0;
  const own = [
    isBare ? `field.${spec.discriminator}` : spec.label,
    ...(spec.hint ? [spec.hint] : []),
  ];
  switch (spec.control) {
    case 'choice':
      return [
        ...own,
        ...spec.options.map(spec.nameOf),
        ...spec.options.flatMap((option) => spec.groupOf?.(option) ?? []),
      ];
    case 'many':
      return [...own, ...spec.options.map(spec.nameOf)];
    case 'table':
    case 'keyed':
    case 'optional':
      return [...own, ...spec.fields.flatMap(textsOf)];
    case 'union':
      return [
        ...own,
        ...spec.options.flatMap(({ value, fields }) => [
          spec.nameOf(value),
          ...fields.flatMap(textsOf),
        ]),
      ];
    default:
      return own;
  }
}
