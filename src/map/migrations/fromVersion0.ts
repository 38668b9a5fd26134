import { freshOrders } from '../records';
import { isObject, type Json } from '../shape';

const KINDS: Readonly<Record<string, string>> = {
  start: 'entry',
  step: 'touchpoint',
  choice: 'decision',
  end: 'outcome',
};

/**
 * Version 0 was a pre-release: lists instead of tables, `name` for the title, `steps` with `type`,
 * `x` and `y`, and `arrows` with `probability`, `days` and `else`. Whatever else it held is kept.
 */
export function fromVersion0(old: Json): Json {
  const { name, stages, steps, arrows, ...rest } = old;
  return {
    ...rest,
    version: 1,
    ...given('title', name),
    ...given('stages', tableFrom(stages, withOrder)),
    ...given('touchpoints', tableFrom(steps, touchpointFrom)),
    ...given(
      'transitions',
      tableFrom(arrows, (arrow, order) => transitionFrom(arrow, order)),
    ),
  };
}

function given(key: string, value: unknown): Json {
  return value === undefined ? {} : { [key]: value };
}

function withOrder(record: Json, order: string): Json {
  return { ...record, order };
}

function touchpointFrom({ type, x, y, ...step }: Json): Json {
  return {
    ...step,
    ...given('kind', typeof type === 'string' ? (KINDS[type] ?? type) : type),
    ...(x === undefined && y === undefined
      ? {}
      : { position: { ...given('x', x), ...given('y', y) } }),
  };
}

function transitionFrom(
  { probability, days, else: otherwise, ...arrow }: Json,
  order: string,
): Json {
  return {
    ...arrow,
    order,
    ...(probability === undefined ? {} : { chance: { base: probability } }),
    ...(days === undefined ? {} : { delay: { family: 'constant', value: days } }),
    ...given('otherwise', otherwise),
  };
}

/** A table by the `id` of each element; anything else is left for the reader to refuse. */
function tableFrom(list: unknown, convert: (record: Json, order: string) => Json): unknown {
  if (!Array.isArray(list)) return list;
  const orders = freshOrders(list.length);
  const table: Json = {};
  for (const [index, element] of list.entries()) {
    if (!isObject(element) || typeof element.id !== 'string' || Object.hasOwn(table, element.id)) {
      return list;
    }
    const { id, ...record } = element;
    table[id] = convert(record, orders[index] ?? 'a0');
  }
  return table;
}
