import { apply, create, type Patches } from 'mutative';
import { type JourneyMap } from '../schema';
import { checkTouched } from './check';
import { EditRefused } from './editRefused';
import { type MapPatch } from './patches';

/** A change of the document: writes to a draft of the map and may read what it wrote. */
export type Edit = (map: JourneyMap) => void;

/** What an edit made of a map. */
export interface Applied {
  /** The same object as before where nothing changed. */
  readonly map: JourneyMap;
  readonly patches: readonly MapPatch[];
  /** Patches that undo `patches`, in the order to apply them. */
  readonly inverse: readonly MapPatch[];
}

/**
 * Applies an edit. Untouched records keep their identity; touched ones are checked.
 * @throws {EditRefused} when the result would not be a valid map.
 */
export function applyEdit(map: JourneyMap, edit: Edit): Applied {
  const first = recorded(map, edit);
  if (first.patches.length === 0) return { map, patches: [], inverse: [] };
  const completed = checkTouched(map, first.map, first.patches);
  if (completed.length === 0) return first;
  const second = recorded(first.map, (draft) => {
    for (const [collection, id, record] of completed) {
      Object.assign(draft[collection], { [id]: record });
    }
  });
  return {
    map: second.map,
    patches: [...first.patches, ...second.patches],
    inverse: [...second.inverse, ...first.inverse],
  };
}

function recorded(map: JourneyMap, edit: Edit): Applied {
  const [next, patches, inverse] = create(map, edit, { enablePatches: { pathAsArray: true } });
  return { map: next, patches, inverse };
}

/**
 * Applies patches made by `applyEdit`, perhaps on another state of the map.
 * @throws {EditRefused} when a path leads nowhere or the result would not be a valid map.
 */
export function applyPatches(map: JourneyMap, patches: readonly MapPatch[]): JourneyMap {
  if (patches.length === 0) return map;
  for (const { path } of patches) {
    if (path.some((key, place) => isReserved(key, place === path.length - 1))) {
      throw new EditRefused(`/${path.join('/')}`, 'a reserved name cannot be a key');
    }
  }
  const next = patched(map, patches);
  checkTouched(map, next, patches);
  return next;
}

/**
 * Names that every object inherits lead out of the map. As the last key of a path one may be a field of its own that this
 * version does not know, but for those that no file may carry.
 */
function isReserved(key: string | number, isLast: boolean): boolean {
  if (typeof key === 'number' || !(key in Object.prototype)) return key === 'prototype';
  return !isLast || key === '__proto__' || key === 'constructor';
}

function patched(map: JourneyMap, patches: readonly MapPatch[]): JourneyMap {
  try {
    return apply(map, patches as Patches);
  } catch (error) {
    const path = patches[0]?.path ?? [];
    throw new EditRefused(`/${path.join('/')}`, error instanceof Error ? error.message : 'no path');
  }
}
