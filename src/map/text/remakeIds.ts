import * as z from 'zod';
import { idFromText } from '../records';
import { Id, isId } from '../schema';
import {
  isObject,
  type Json,
  MAP_SHAPE,
  memberOf,
  type ObjectShape,
  type Path,
  selfDescribed,
  type Shape,
  toPointer,
} from '../shape';
import { Refusal, type Repairs } from './finding';

/** Where an id counts: its collection, or `''` for the ids inside a record. */
type Scope = string;

/**
 * Gives every id that is none a new one, in place: keys of tables and whatever refers to them. The
 * new id is a function of the collection and the old id, so a file read twice gives the same map,
 * and every reference follows without a table of names.
 */
export function remakeIds(root: Json, repairs: Repairs): void {
  remakeInObject(MAP_SHAPE, root, [], repairs);
}

const remadeId = (scope: Scope, old: string): string => idFromText(`${scope}/${old}`);

/** The value to stand in place of `value`. */
function remake(
  shape: Shape,
  value: unknown,
  path: Path,
  repairs: Repairs,
  scope: Scope = '',
): unknown {
  if (typeof value === 'string')
    return isIdShape(shape, value) ? idFor(shape, value, scope) : value;
  const member = memberOf(shape, value);
  if (member?.type === 'object' && isObject(value)) remakeInObject(member, value, path, repairs);
  else if (member?.type === 'table' && isObject(value)) {
    return remakeTable(member.value, member.keys?.to ?? null, scope, value, path, repairs);
  } else if (member?.type === 'list' && Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      value[index] = remake(member.item(), item, [...path, index], repairs);
    });
  }
  return value;
}

function remakeInObject(shape: ObjectShape, value: Json, path: Path, repairs: Repairs): void {
  const described = selfDescribed(shape, value)?.to;
  for (const [field, inner] of shape.fields) {
    if (!Object.hasOwn(value, field)) continue;
    const scope = path.length === 0 ? field : field === 'id' ? (described ?? '') : '';
    const before = value[field];
    value[field] = remake(inner, before, [...path, field], repairs, scope);
    if (path.length === 0 && field === 'id' && value[field] !== before) {
      repairs.add('id-remade', '/id', { from: String(before), to: String(value[field]) });
    }
  }
}

function remakeTable(
  inner: Shape,
  keys: string | null,
  scope: Scope,
  table: Json,
  path: Path,
  repairs: Repairs,
): Json {
  const remade: Json = {};
  for (const key of Object.keys(table)) {
    const id = isId(key) ? key : remadeId(keys ?? scope, key);
    const here = [...path, key];
    if (Object.hasOwn(remade, id) || (id !== key && Object.hasOwn(table, id))) {
      throw new Refusal('same-id-twice', toPointer(here), { id: key });
    }
    if (id !== key && keys === null) {
      repairs.add('id-remade', toPointer(here), { from: key, to: id });
    }
    remade[id] = remake(inner, table[key], here, repairs);
  }
  return remade;
}

function isIdShape(shape: Shape, value: string): boolean {
  if (isId(value)) return false;
  if (shape.type === 'reference') return true;
  if (shape.type === 'value') return shape.bare === Id;
  // A word or an id, e.g. the arm of a campaign.
  return (
    shape.type === 'union' &&
    shape.options.some((option) => isIdShape(option, value)) &&
    !shape.options.some((option) => z.safeParse(option.schema, value).success)
  );
}

function idFor(shape: Shape, value: string, scope: Scope): string {
  return remadeId(shape.type === 'reference' ? shape.reference.to : scope, value);
}
