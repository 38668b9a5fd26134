import { cut } from '../../language';
import type * as z from 'zod';
import {
  memberOf,
  type Path,
  type Shape,
  type Slot,
  slotOf,
  toPointer,
  valueAt,
  writeAt,
} from '../shape';
import { type Repairs } from './finding';

/**
 * Mends one value the schema forbids, in place: text is cut, a number brought within its limits, a
 * list shortened; everything else gives way to its default, or its entry is taken out.
 * @param at where `root` stands in the file
 * @param done places mended in this round already, whose other issues went with them
 * @returns false when nothing around the value may give way
 */
export function repair(
  shape: Shape,
  root: unknown,
  issue: z.core.$ZodIssue,
  at: Path,
  repairs: Repairs,
  done: Path[],
): boolean {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (done.some((other) => other.every((key, index) => key === path[index]))) return true;
  const pointer = toPointer([...at, ...path]);
  const value = valueAt(root, path);
  if (path.length > 0 && shorten(root, path, value, issue, pointer, repairs)) return true;
  const slot = slotsTo(shape, root, path)[0];
  if (!slot) return false;
  done.push(slot.path);
  const where = toPointer([...at, ...slot.path]);
  if (slot.how === 'entry' || slot.how === 'item') repairs.add('entry-removed', where);
  else repairs.add('value-reset', where, { value: shown(value) });
  writeAt(root, slot.path, slot.how === 'null' ? null : undefined);
  return true;
}

function shorten(
  root: unknown,
  path: Path,
  value: unknown,
  issue: z.core.$ZodIssue,
  pointer: string,
  repairs: Repairs,
): boolean {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return false;
  const limit = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
  if (typeof value === 'number' && issue.inclusive !== false) {
    repairs.add('number-limited', pointer, { from: value, to: limit });
    writeAt(root, path, limit);
    return true;
  }
  if (issue.code === 'too_small') return false;
  if (typeof value === 'string') {
    repairs.add('text-cut', pointer, { length: value.length, most: limit });
    writeAt(root, path, cut(value, limit));
    return true;
  }
  if (Array.isArray(value)) {
    repairs.add('list-cut', pointer, { length: value.length, most: limit });
    // A lineage begins with its oldest ancestor; elsewhere the first are as good as the last.
    writeAt(root, path, path[0] === 'lineage' ? value.slice(-limit) : value.slice(0, limit));
    return true;
  }
  return false;
}

function shown(value: unknown): string {
  return value === undefined ? '—' : JSON.stringify(value);
}

/** The places that can give way along a path, from the inside out. */
function slotsTo(shape: Shape, root: unknown, path: Path): readonly Slot[] {
  let slots: readonly Slot[] = [];
  let current = shape;
  let value = root;
  const here: (string | number)[] = [];
  for (const key of path) {
    const member: Shape | null = memberOf(current, value);
    here.push(key);
    const inner: Shape | null = member && partOf(member, key);
    if (!member || !inner) break;
    const place = [...here];
    if (member.type === 'table') slots = [{ path: place, how: 'entry', shape: inner }, ...slots];
    if (member.type === 'list') slots = [{ path: place, how: 'item', shape: inner }, ...slots];
    slots = slotOf(inner, place, slots);
    current = inner;
    value = valueAt(value, [key]);
  }
  return slots;
}

function partOf(shape: Shape, key: string | number): Shape | null {
  if (shape.type === 'table') return shape.value;
  if (shape.type === 'list') return shape.item();
  return shape.type === 'object' ? (shape.fields.get(String(key)) ?? null) : null;
}
