import { apply, type Patches } from 'mutative';
import * as z from 'zod';
import { applyEdit, type MapPatch, replayed } from '../map/edits';
import type { JourneyMap } from '../map/schema';
import { isPlainJson } from './json';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** One step of an edit as it is stored; an empty path is the whole map. */
export const Patch: z.ZodType<MapPatch> = z.object({
  op: z.enum(['add', 'remove', 'replace']),
  path: z
    .array(
      z.union([
        z
          .string()
          .max(1_000)
          .refine((key) => !FORBIDDEN.has(key)),
        z.number().int().min(0).max(1e7),
      ]),
    )
    .max(40),
  value: z.unknown().refine(isPlainJson, { error: 'expected JSON' }).optional(),
});

/**
 * The map after the patches, unchecked: a whole journal is replayed first and validated once.
 * @throws when a patch points into nothing.
 */
export function applyTo(map: JourneyMap, patches: readonly MapPatch[]): JourneyMap {
  return apply(map, patches as Patches);
}

/**
 * Makes patches of another state of the map on this one. What no longer fits is left out, and what
 * they would leave dangling is cleared; the patches that come back are what was really done.
 */
export function rebased(map: JourneyMap, patches: readonly MapPatch[]) {
  try {
    return { ...applyEdit(map, replayed(patches)), whole: true };
  } catch {
    return oneByOne(map, patches);
  }
}

function oneByOne(start: JourneyMap, patches: readonly MapPatch[]) {
  let map = start;
  const done: MapPatch[] = [];
  const inverse: MapPatch[] = [];
  for (const patch of patches) {
    try {
      const step = applyEdit(map, replayed([patch]));
      map = step.map;
      done.push(...step.patches);
      inverse.unshift(...step.inverse);
    } catch {
      // Another tab has removed what this one wrote into; the rest of the edit still counts.
    }
  }
  return { map, patches: done, inverse, whole: false };
}
