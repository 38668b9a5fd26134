import { isObject } from './shape';

/** The same value with every −0 as 0; the same object where there was none. */
export function withPositiveZeros<Value>(value: Value): Value;
export function withPositiveZeros(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) {
    const items = value as unknown[];
    const copy = items.map((item) => withPositiveZeros(item));
    return copy.some((item, index) => !Object.is(item, items[index])) ? copy : items;
  }
  if (!isObject(value)) return value;
  let copy: Record<string, unknown> | null = null;
  for (const key of Object.keys(value)) {
    const part = withPositiveZeros(value[key]);
    if (!Object.is(part, value[key])) copy = { ...(copy ?? value), [key]: part };
  }
  return copy ?? value;
}
