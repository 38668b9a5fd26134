import { compareText } from '../records';
import { type JourneyMap } from '../schema';
import { isObject, MAP_SHAPE, memberOf, type Shape } from '../shape';

const STEP = '  ';

/**
 * The canonical text of a map: known keys in schema order, then unknown ones and the ids of tables
 * by code unit, two spaces, a final newline, −0 as 0. Equal maps give equal text.
 */
export function serialise(map: JourneyMap): string {
  return `${write(map, MAP_SHAPE, '')}\n`;
}

/** SHA-256, hex, of the canonical map without its lineage. */
export async function revisionOf(map: JourneyMap): Promise<string> {
  const bytes = new TextEncoder().encode(serialise({ ...map, lineage: [] }));
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function write(value: unknown, shape: Shape | null, indent: string): string {
  const inner = indent + STEP;
  const known = shape && memberOf(shape, value);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const item = known?.type === 'list' ? known.item() : null;
    const items = value.map((element: unknown) => inner + write(element, item, inner));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  // Strings are escaped and lone surrogates kept legible by JSON.stringify; it writes −0 as 0.
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const keys = orderedKeys(value, known);
  if (keys.length === 0) return '{}';
  const members = keys.map(
    (key) => `${inner}${JSON.stringify(key)}: ${write(value[key], partOf(known, key), inner)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function orderedKeys(value: Readonly<Record<string, unknown>>, shape: Shape | null): string[] {
  const present = Object.keys(value).filter((key) => value[key] !== undefined);
  if (shape?.type !== 'object') return present.sort(compareText);
  const unknown = present.filter((key) => !shape.fields.has(key)).sort(compareText);
  return [...[...shape.fields.keys()].filter((key) => value[key] !== undefined), ...unknown];
}

function partOf(shape: Shape | null, key: string): Shape | null {
  if (shape?.type === 'table') return shape.value;
  return shape?.type === 'object' ? (shape.fields.get(key) ?? null) : null;
}
