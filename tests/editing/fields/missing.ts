import type { CollectionName, JourneyMap } from '../../../src/map/schema';
import { MAP_SHAPE, recordShape, type ObjectShape, type Shape } from '../../../src/map/shape';
import { SPECS } from '../../../src/editing/fields';
import { field } from '../../../src/editing/fields/build';
import type { FieldSpec, InspectorSpec } from '../../../src/editing/fields/spec';

export type Inspected = keyof typeof SPECS;

/** What nobody edits by hand: identity, position among its like, the file's own marks, what a comment is about. */
const NOT_EDITED: Readonly<Partial<Record<Inspected, readonly string[]>>> = {
  map: ['/id', '/format', '/version', '/lineage'],
  comments: ['/target'],
};

/** Controls that edit a whole structure, and the fields of it; null = all of them. */
const STRUCTURAL: Readonly<Record<string, readonly string[] | null>> = {
  lines: null,
  numbers: null,
  many: null,
  records: null,
  rule: null,
  value: null,
  options: null,
  'map-link': null,
  'number-path': ['collection', 'id', 'path'],
};

/** Controls that edit other records than the one they stand in. */
export const OF_OTHERS: ReadonlySet<string> = new Set(['attached', 'outgoing', 'reading']);

/** All fields of an inspector; the head of the panel edits the name. */
export function fieldsOf(of: Inspected): readonly FieldSpec[] {
  const spec: InspectorSpec = SPECS[of];
  const named = of !== 'map' && recordShape(of).fields.has('name');
  const inSections = spec.flatMap(({ fields, shownFor = () => true }) =>
    fields.map((each) => ({
      ...each,
      shownFor: (record: unknown, map: JourneyMap) =>
        shownFor(record, map) && each.shownFor?.(record, map) !== false,
    })),
  );
  return [...(named ? [field('line', 'name')] : []), ...inSections];
}

/** What of a record, or of the map itself, no field of its inspector reaches. */
export function missingFrom(of: Inspected, fields = fieldsOf(of)): string[] {
  return unreached(shapeFor(of), fields, '', of);
}

function shapeFor(of: Inspected): Shape {
  if (of !== 'map') return recordShape(of);
  // Records have inspectors of their own.
  const own = [...MAP_SHAPE.fields].filter(([, { type }]) => type !== 'table');
  return { ...MAP_SHAPE, fields: new Map(own) };
}

function unreached(shape: Shape, specs: readonly FieldSpec[], at: string, of: Inspected): string[] {
  const here = specs.filter(({ path, control }) => path.length === 0 && !OF_OTHERS.has(control));
  const [spec] = here;
  if (!spec) return shape.type === 'object' ? below(shape, specs, at, of) : [at];
  switch (spec.control) {
    case 'table':
    case 'keyed':
      return shape.type === 'table' ? unreached(shape.value, spec.fields, `${at}/*`, of) : [at];
    case 'optional':
      return unreached(shape, spec.fields, at, of);
    case 'union':
      return inUnion(shape, spec, at, of);
    case 'choice':
      return optionsMissing(shape, spec.options, at);
    default: {
      if (shape.type === 'value' || shape.type === 'reference') return [];
      const covered = STRUCTURAL[spec.control];
      if (covered === null) return [];
      if (covered === undefined || shape.type !== 'object') return [at];
      return below(shape, specs, at, of, covered);
    }
  }
}

/** The fields of an object, each with the specs that begin with it. */
function below(
  shape: ObjectShape,
  specs: readonly FieldSpec[],
  at: string,
  of: Inspected,
  covered: readonly string[] = [],
): string[] {
  return [...shape.fields].flatMap(([key, inner]) => {
    const path = `${at}/${key}`;
    if (covered.includes(key) || key === 'order' || NOT_EDITED[of]?.includes(path)) return [];
    const own = specs.filter((spec) => spec.path[0] === key);
    return unreached(
      inner,
      own.map((spec) => ({ ...spec, path: spec.path.slice(1) })),
      path,
      of,
    );
  });
}

type Union = Extract<FieldSpec, { control: 'union' }>;

/** Every member has an entry that reaches all of its fields. */
function inUnion(shape: Shape, spec: Union, at: string, of: Inspected): string[] {
  if (shape.type === 'object') return inTaggedObject(shape, spec, at, of);
  if (shape.type !== 'union') return [at];
  return shape.options.flatMap((member) => {
    if (member.type !== 'object') return [at];
    const tag = member.literals.find(([key]) => key === spec.discriminator);
    if (!tag) return [at];
    const value = String(tag[1][0]);
    const option = spec.options.find((each) => each.value === value);
    const path = `${at}<${value}>`;
    return option ? below(member, option.fields, path, of, [spec.discriminator]) : [path];
  });
}

/** An object whose one field decides which others have a meaning: each is reached by some member. */
function inTaggedObject(shape: ObjectShape, spec: Union, at: string, of: Inspected): string[] {
  const tag = shape.fields.get(spec.discriminator);
  const values = spec.options.map(({ value }) => value);
  const fields = spec.options.flatMap((option) => option.fields);
  return [
    ...(tag ? optionsMissing(tag, values, `${at}/${spec.discriminator}`) : [at]),
    ...below(shape, fields, at, of, [spec.discriminator]),
  ];
}

/** Named values of the schema that a list of choices does not offer. */
function optionsMissing(shape: Shape, offered: readonly string[], at: string): string[] {
  if (shape.type !== 'value') return [at];
  return namedValues(shape).flatMap((value) =>
    offered.includes(value) ? [] : [`${at} = ${value}`],
  );
}

function namedValues({ bare }: Extract<Shape, { type: 'value' }>): string[] {
  const { def } = bare._zod as { def: { type: string; entries?: Record<string, string> } };
  return def.type === 'enum' ? Object.values(def.entries ?? {}) : [];
}

/** Every collection with an inspector, and the map. */
export const INSPECTED = Object.keys(SPECS) as Inspected[];
export const COLLECTIONS_INSPECTED = INSPECTED.filter(
  (name): name is Exclude<CollectionName, 'assets'> => name !== 'map',
);
