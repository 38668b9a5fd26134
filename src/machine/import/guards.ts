import { without } from '../../map/basics';
import { isObject } from '../../map/shape';
import { listOf, stringOf } from './tree';

/** Guards that stand for XState 4's `in`, and for `in` beside `cond`. */
const STATE_IN = 'xstate.stateIn';
const AND = 'xstate.and';

/** The conditions a guard consists of; `isPlace` for those that ask which state is active. */
export function guardParts(
  guard: unknown,
): readonly { readonly name: string; readonly isPlace: boolean }[] {
  if (!isObject(guard)) return [{ name: stringOf(guard), isPlace: false }];
  const { type, params } = guard;
  const guards = type === AND && isObject(params) ? listOf(params.guards) : [];
  if (guards.length > 0) return guards.flatMap(guardParts);
  if (type === STATE_IN && isObject(params)) return [{ name: stringOf(params.in), isPlace: true }];
  return [{ name: stringOf(type), isPlace: false }];
}

/** What a label calls a guard. */
export function guardName(guard: unknown): string {
  const names = guardParts(guard).map(({ name, isPlace }) => (isPlace ? `in ${name}` : name));
  return names.join(' & ');
}

/** `cond` and `in` as one guard: both have to hold. */
export function guardOf4(cond: unknown, place: unknown): unknown {
  const guards = [
    ...(cond ? [conditionOf(cond)] : []),
    ...(place ? [{ type: STATE_IN, params: { in: placeText(place) } }] : []),
  ];
  return guards.length > 1 ? { type: AND, params: { guards } } : guards[0];
}

const placeText = (place: unknown): string =>
  typeof place === 'string' ? place : JSON.stringify(place);

/** XState 4 has a guard's parameters beside its type, and wraps a name when it writes one. */
function conditionOf(cond: unknown): unknown {
  if (!isObject(cond)) return cond;
  const { type, name } = cond;
  const params = without(cond, ['type', 'name', 'predicate']);
  if (type === 'xstate.guard') return stringOf(name) || type;
  const all = { ...params, ...(name !== undefined && { name }) };
  return { type, ...(Object.keys(all).length > 0 && { params: all }) };
}
