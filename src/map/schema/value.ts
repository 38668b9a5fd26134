import * as z from 'zod';
import { CalendarDate, LIMITS } from './primitives';

/** What an attribute can hold. Dates are `YYYY-MM-DD` text; a list is a list of texts. */
export const AttributeValue = z.union([
  z.string().max(LIMITS.text),
  z.number(),
  z.boolean(),
  z.array(z.string().max(LIMITS.name)).max(LIMITS.listValues),
]);
export type AttributeValue = z.infer<typeof AttributeValue>;

/** `choice` is a text among the attribute's own choices. */
export const ATTRIBUTE_TYPES = ['number', 'text', 'choice', 'boolean', 'date', 'list'] as const;
/** One of `ATTRIBUTE_TYPES`. */
export const AttributeType = z.enum(ATTRIBUTE_TYPES);
export type AttributeType = z.infer<typeof AttributeType>;

/** The six bases a segmentation can stand on. */
export const BASES = [
  'demographic',
  'behavioural',
  'psychographic',
  'geographic',
  'value',
  'lifecycle',
] as const;
/** One of `BASES`. */
export const Base = z.enum(BASES);
export type Base = z.infer<typeof Base>;

/** Does `value` suit an attribute of `type`? Null (unset) always does. */
export function suitsType(value: AttributeValue | null, type: AttributeType): boolean {
  if (value === null) return true;
  switch (type) {
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value);
    case 'date':
      return CalendarDate.safeParse(value).success;
    case 'text':
    case 'choice':
      return typeof value === 'string';
  }
}
