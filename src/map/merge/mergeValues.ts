import { hasParts, keysOf, partShape } from '../change';
import { isObject, type Json, ownValue, type Path, same, type Shape } from '../shape';

/** Both sides changed one thing differently; the merged map holds `mine`. */
export interface Clash {
  readonly path: Path;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * Merges one value three ways. Undefined stands for "is not there". Objects and tables are merged
 * part by part; where both sides changed one part differently, mine stands and the clash is
 * reported. A part one side removed and the other changed is kept.
 */
export function mergeValues(
  shape: Shape | null,
  base: unknown,
  mine: unknown,
  theirs: unknown,
  path: Path,
  clash: (clash: Clash) => void,
): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (shape && hasParts(shape) && isObject(mine) && isObject(theirs)) {
    const old: Json = isObject(base) ? base : {};
    const merged: Json = {};
    for (const key of keysOf(mine, theirs, old)) {
      const inner = partShape(shape, key);
      const [was, a, b] = [old, mine, theirs].map((object) => ownValue(object, key));
      const part = mergeValues(inner, was, a, b, [...path, key], clash);
      if (part !== undefined) merged[key] = part;
    }
    return merged;
  }
  clash({ path, mine, theirs });
  return mine === undefined ? theirs : mine;
}
