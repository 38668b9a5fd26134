import { type AttributeValue, type Attribute, type Effect, LIMITS } from '../../map/schema';
import { addDays } from '../../rules';

/**
 * The value after an effect, or undefined where it is refused: a result that is not finite, or an
 * operation its type does not support. Unset counts as 0 for numbers and as empty for lists.
 */
export function afterEffect(
  now: AttributeValue | null,
  { operation, value }: Pick<Effect, 'operation' | 'value'>,
  type: Attribute['type'],
): AttributeValue | undefined {
  switch (operation) {
    case 'set':
      return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
    case 'add':
      if (type === 'date') return laterDate(now, value);
      return arithmetic(now, value, (a, b) => a + b);
    case 'multiply':
      return arithmetic(now, value, (a, b) => a * b);
    case 'append':
    case 'remove':
      return listAfter(now, operation, value);
  }
}

function arithmetic(
  now: AttributeValue | null,
  value: AttributeValue,
  compute: (a: number, b: number) => number,
): number | undefined {
  const left = now ?? 0;
  if (typeof left !== 'number' || typeof value !== 'number') return undefined;
  const result = compute(left, value);
  return Number.isFinite(result) ? result : undefined;
}

/** A date moves by whole days. */
function laterDate(now: AttributeValue | null, value: AttributeValue): string | undefined {
  if (typeof now !== 'string' || typeof value !== 'number' || !Number.isFinite(value)) {
    return undefined;
  }
  const date = addDays(now, value);
  return /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined;
}

function listAfter(
  now: AttributeValue | null,
  operation: 'append' | 'remove',
  value: AttributeValue,
): AttributeValue | undefined {
  const list = now ?? [];
  if (!Array.isArray(list)) return undefined;
  const items = Array.isArray(value) ? value : typeof value === 'string' ? [value] : null;
  if (!items) return undefined;
  if (operation === 'remove') return list.filter((item) => !items.includes(item));
  return list.length + items.length <= LIMITS.listValues ? [...list, ...items] : undefined;
}
