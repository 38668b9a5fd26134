import {
  type AttributeValue,
  type CollectionName,
  COLORS,
  type JourneyMap,
  JourneyMap as MapSchema,
  RECORDS,
} from '../../../src/map/schema';
import { inOrder } from '../../../src/map/records';
import { isObject, type Path, toPointer, valueAt, writeAt } from '../../../src/map/shape';
import type { FieldSpec, UnionField } from '../../../src/editing/fields/spec';
import { fieldsOf, type Inspected, OF_OTHERS } from '../../editing/fields/missing';

/** Into a field, and there into a row: what an element is found by. */
export interface Place {
  readonly field: string;
  readonly control: string;
  readonly row?: number;
}

/** One thing to do in a field, as a person would. */
export type Act =
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'date'; readonly text: string }
  | { readonly do: 'select'; readonly value: string; readonly nth: number }
  /** From a list that opens; options are known by the end of their element's id. */
  | { readonly do: 'choose'; readonly id: string; readonly nth: number }
  | { readonly do: 'switch' }
  | { readonly do: 'radio'; readonly index: number }
  /** Presses the nth button. */
  | { readonly do: 'press'; readonly nth: number };

export interface Step {
  readonly at: readonly Place[];
  readonly act: Act;
}

export interface Plan {
  readonly steps: readonly Step[];
  /** The record, or the map, as it is afterwards; rows the plan adds have ids of its own. */
  readonly record: Record<string, unknown>;
  /** The same to compare with, see {@link plain}. */
  readonly expected: Record<string, unknown>;
}

/** These decide which other fields are shown, or of what type they are: changed when the others are filled. */
const LAST: ReadonlySet<string> = new Set(['/kind', '/otherwise', '/type']);
const EXCLUDED: ReadonlySet<string> = new Set(['readonly', 'picture', ...OF_OTHERS]);

/** The map of the library that a touchpoint is linked to. */
export const LINKED = { map: 'linked-map-0001', title: 'A map in detail' };

/**
 * How every field of a record is filled, each with another value than it had. `variant` counts
 * through the members of unions: as many plans as the largest union has members fill all of them.
 */
export function planFor(
  map: JourneyMap,
  of: Inspected,
  id: string,
  variant: number,
  isWanted: (spec: FieldSpec) => boolean = () => true,
): Plan {
  const steps: Step[] = [];
  const start = of === 'map' ? map : map[of][id];
  const root = structuredClone(start) as unknown as Record<string, unknown>;
  let made = 0;
  let typed = 0;

  const isValid = (candidate: unknown) =>
    (of === 'map' ? MapSchema : RECORDS[of]).safeParse(candidate).success;
  const step = (at: readonly Place[], act: Act) => steps.push({ at, act });

  /** Takes the first value that is another one and leaves a valid record. */
  function pick(path: Path, candidates: readonly unknown[], what: string): unknown {
    const before = valueAt(root, path);
    for (const candidate of candidates) {
      if (JSON.stringify(candidate) === JSON.stringify(before)) continue;
      const trial = structuredClone(root);
      writeAt(trial, path, candidate);
      if (!isValid(trial)) continue;
      writeAt(root, path, candidate);
      return candidate;
    }
    throw new Error(`no value for ${what} at ${toPointer(path)} of ${of}`);
  }

  /** Writes what the app writes, with the defaults it adds. */
  function put(path: Path, value: unknown) {
    writeAt(root, path, value);
    const whole = (of === 'map' ? MapSchema : RECORDS[of]).parse(root) as Record<string, unknown>;
    Object.assign(root, whole);
  }

  function fillAll(specs: readonly FieldSpec[], base: Path, within: readonly Place[]) {
    const isLast = ({ path }: FieldSpec) => base.length === 0 && LAST.has(toPointer(path));
    for (const spec of [...specs.filter((each) => !isLast(each)), ...specs.filter(isLast)]) {
      if (spec.shownFor?.(valueAt(root, base) ?? root, map) === false) continue;
      if (EXCLUDED.has(spec.control)) continue;
      const place = { field: toPointer(spec.path), control: spec.control };
      fill(spec, [...base, ...spec.path], [...within, place]);
    }
  }

  function row(at: readonly Place[], index: number): readonly Place[] {
    const own = at.at(-1);
    return own ? [...at.slice(0, -1), { ...own, row: index }] : at;
  }

  function others(to: CollectionName): string[] {
    return Object.keys(map[to]).filter((other) => other !== id);
  }

  function fill(spec: FieldSpec, path: Path, at: readonly Place[]): void {
    switch (spec.control) {
      case 'line':
      case 'url':
      case 'text':
      case 'channel': {
        // Short, because typing costs time, and nowhere the same.
        typed += 1;
        const texts = [`t${String(typed)}`, 'MYR', 'ms'];
        step(at, { do: 'type', text: String(pick(path, texts, spec.control)) });
        return;
      }
      case 'number':
      case 'integer':
      case 'money':
      case 'days':
      case 'share': {
        const known = spec.min === undefined ? [] : [spec.min + 1];
        const numbers = spec.control === 'share' ? [0.25, 0.5] : [7, 3, 2, 4, 1, ...known, 0.5, 50];
        const value = Number(pick(path, numbers, spec.control));
        const isPercent = spec.control === 'share' || spec.unitOf?.(root) === 'share';
        const shown = isPercent ? value * 100 : value;
        step(at, { do: 'type', text: String(shown) });
        return;
      }
      case 'date': {
        const days = ['2026-05-06', '2031-05-06', '2020-05-06'];
        step(at, { do: 'date', text: String(pick(path, days, 'date')) });
        return;
      }
      case 'switch':
        pick(path, [true, false], 'switch');
        step(at, { do: 'switch' });
        return;
      case 'rating':
        pick(path, [4], 'rating');
        step(at, { do: 'radio', index: 3 });
        return;
      case 'emotion':
        pick(path, [-1], 'emotion');
        step(at, { do: 'radio', index: 1 });
        return;
      case 'color':
        pick(path, ['teal'], 'color');
        step(at, { do: 'radio', index: COLORS.indexOf('teal') });
        return;
      case 'lines':
        pick(path, [['first line', 'second line']], 'lines');
        step(at, { do: 'type', text: 'first line\nsecond line' });
        return;
      case 'numbers':
        pick(path, [[1.5, 2, 30]], 'numbers');
        step(at, { do: 'type', text: '1.5\n2\n30' });
        return;
      case 'choice': {
        const turned = spec.options.map(
          (_, index) => spec.options[(index + variant + 1) % spec.options.length],
        );
        step(at, { do: 'select', value: String(pick(path, turned, 'choice')), nth: 0 });
        return;
      }
      case 'many':
      case 'records': {
        const ids = spec.control === 'many' ? spec.options.slice(1) : others(spec.to).slice(0, 2);
        const value =
          spec.control === 'many' ? ids : Object.fromEntries(ids.map((each) => [each, true]));
        pick(path, [value], spec.control);
        for (const each of ids) step(at, { do: 'choose', id: each, nth: 0 });
        return;
      }
      case 'record':
        step(at, { do: 'choose', id: String(pick(path, others(spec.to), 'record')), nth: 0 });
        return;
      case 'rule':
        fillRule(path, at);
        return;
      case 'value':
        fillValue(path, at);
        return;
      case 'options':
        fillOptions(path, at);
        return;
      case 'map-link':
        pick(path, [LINKED], 'map');
        step(at, { do: 'choose', id: LINKED.map, nth: 0 });
        return;
      case 'number-path': {
        const target = { collection: 'personas', id: others('personas')[0], path: '/share' };
        for (const [key, part] of Object.entries(target)) writeAt(root, [...path, key], part);
        step(at, { do: 'choose', id: Object.values(target).join(' '), nth: 0 });
        return;
      }
      case 'variant': {
        const own = map.campaigns[id]?.variants ?? {};
        const value = pick(path, [...Object.keys(own), null], 'variant');
        step(at, { do: 'select', value: String(value), nth: 0 });
        return;
      }
      case 'optional':
        put(path, spec.initial);
        step(at, { do: 'switch' });
        fillAll(spec.fields, path, at);
        return;
      case 'union':
        fillUnion(spec, path, at);
        return;
      case 'table': {
        const initial = spec.initial(map);
        if (initial === null) throw new Error(`no row to begin with at ${toPointer(path)}`);
        made += 1;
        const fresh = `row-added-${String(made).padStart(6, '0')}`;
        const count = Object.keys(valueAt(root, path) ?? {}).length;
        put([...path, fresh], { ...initial, order: 'zz' });
        step(at, { do: 'press', nth: 0 });
        fillAll(spec.fields, [...path, fresh], row(at, count));
        return;
      }
      case 'keyed': {
        const [key] = others(spec.to).slice(variant % others(spec.to).length);
        if (key === undefined) throw new Error(`nothing of ${spec.to} to add a row for`);
        const initial = typeof spec.initial === 'object' ? { ...spec.initial } : spec.initial;
        if (spec.ordered) Object.assign(initial as object, { order: 'a0' });
        put([...path, key], initial);
        // The list to add from is the last one in the field.
        step(at, { do: 'choose', id: key, nth: -1 });
        fillAll(spec.fields, [...path, key], row(at, 0));
        return;
      }
      case 'attached':
      case 'outgoing':
      case 'reading':
      case 'readonly':
      case 'picture':
        return;
    }
  }

  function fillUnion(spec: UnionField, path: Path, at: readonly Place[]) {
    const current = (valueAt(root, path) ?? root) as Record<string, unknown>;
    const option = spec.options[variant % spec.options.length];
    if (!option) return;
    if (current[spec.discriminator] !== option.value) {
      step(at, { do: 'select', value: option.value, nth: 0 });
      const pointing = option.fields.flatMap((each) =>
        each.control === 'record' && !each.nullable
          ? [[String(each.path[0]), Object.keys(map[each.to])[0]]]
          : [],
      );
      const order = typeof current.order === 'string' ? { order: current.order } : {};
      put(path, {
        [spec.discriminator]: option.value,
        ...option.initial,
        ...(Object.fromEntries(pointing) as object),
        ...order,
      });
    }
    fillAll(option.fields, path, at);
  }

  /** A rule begins with a clause on days; it becomes one on revenue. */
  function fillRule(path: Path, at: readonly Place[]) {
    step(at, { do: 'press', nth: 0 });
    step(at, { do: 'choose', id: 'revenue', nth: 0 });
    step(at, { do: 'type', text: '42' });
    const rules = [{ kind: 'revenue', not: false, operator: 'at-least', value: 42, to: 1 }];
    put(path, { kind: 'group', not: false, match: 'all', rules });
  }

  /** The attribute whose value stands at a path: the record itself, the row's key, or the row's reference. */
  function attributeAt(path: Path) {
    if (of === 'attributes') return map.attributes[id];
    const [table, key] = path;
    if (table === 'attributes') return map.attributes[String(key)];
    return map.attributes[String(valueAt(root, [...path.slice(0, -1), 'attribute']))];
  }

  /** A value of the attribute's own type, and how it is entered. */
  function valueFor(path: Path): readonly [AttributeValue, Act] {
    const attribute = attributeAt(path);
    const chosen = attribute?.choices.at(-1) ?? '';
    switch (attribute?.type) {
      case 'number':
        return [12.5, { do: 'type', text: '12.5' }];
      case 'choice':
        return [chosen, { do: 'select', value: chosen, nth: 0 }];
      case 'boolean':
        return [true, { do: 'select', value: 'true', nth: 0 }];
      case 'date':
        return ['2026-05-06', { do: 'date', text: '2026-05-06' }];
      case 'list':
        return [['red', 'blue'], { do: 'type', text: 'red\nblue' }];
      case 'text':
      case undefined:
        return ['entered', { do: 'type', text: 'entered' }];
    }
  }

  function fillValue(path: Path, at: readonly Place[]) {
    const [value, act] = valueFor(path);
    pick(path, [value], 'value');
    step(at, act);
  }

  /** The one row a choice begins with. */
  function fillOptions(path: Path, at: readonly Place[]) {
    const [value, act] = valueFor(path);
    step(at, act);
    put(path, [{ value, share: 1 }]);
  }

  // What has no union is the same in every variant.
  const fields = fieldsOf(of).filter(isWanted);
  fillAll(variant === 0 ? fields : fields.filter(hasUnion), [], []);
  return { steps, record: root, expected: plain(root) as Record<string, unknown> };
}

/** A value with its tables as lists in order, so that ids made meanwhile are left out of comparisons. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  const rows = Object.values(value);
  const isTable = rows.length > 0 && rows.every((each) => isObject(each) && 'order' in each);
  if (isTable) {
    return inOrder(value as Record<string, { order: string }>).map(([, each]) =>
      plain(Object.fromEntries(Object.entries(each).filter(([key]) => key !== 'order'))),
    );
  }
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, plain(each)]),
  );
}

function hasUnion(spec: FieldSpec): boolean {
  return spec.control === 'union' || ('fields' in spec && spec.fields.some(hasUnion));
}

/** How many plans fill every member of every union of an inspector. */
export function variantsOf(of: Inspected): number {
  const members = (specs: readonly FieldSpec[]): number =>
    Math.max(
      1,
      ...specs.map((spec) => {
        if (spec.control === 'union') {
          return Math.max(
            spec.options.length,
            ...spec.options.map(({ fields }) => members(fields)),
          );
        }
        return 'fields' in spec ? members(spec.fields) : 1;
      }),
    );
  return members(fieldsOf(of));
}
