import { isCollection, type JourneyMap, type Target } from '../../map/schema';
import type { MapPatch } from '../../map/edits';
import type { MessageId } from '../../language';
import { same, valueAt } from '../../map/shape';

/** One thing the user did: what it changed, how to undo it, and how to find out whether that is allowed. */
export interface Step {
  /** Names the step in "Undo …" and in announcements. */
  readonly label: MessageId;
  /** Steps of one gesture or one burst of a key share it and become one step. */
  readonly gesture: string;
  readonly patches: readonly MapPatch[];
  readonly inverse: readonly MapPatch[];
  /** What the step left at each inverse patch's path; undefined = nothing. */
  readonly left: readonly unknown[];
}

/** A step from an edit's two sides; `after` is the map it produced. */
export function stepFrom(
  label: MessageId,
  gesture: string,
  patches: readonly MapPatch[],
  inverse: readonly MapPatch[],
  after: JourneyMap,
): Step {
  return {
    label,
    gesture,
    patches,
    inverse,
    left: inverse.map(({ path }) => valueAt(after, path)),
  };
}

/** Joins a later step of the same gesture onto `first`; the earliest inverse of a field wins. */
export function joinSteps(first: Step, second: Step, after: JourneyMap): Step {
  const known = new Set(first.inverse.filter(({ op }) => op === 'replace').map(pathKey));
  const news = second.inverse.filter(
    (patch) => patch.op !== 'replace' || !known.has(pathKey(patch)),
  );
  return stepFrom(
    second.label,
    second.gesture,
    compact([...first.patches, ...second.patches]),
    [...news, ...first.inverse],
    after,
  );
}

/** Keeps the last of replacements of one path that follow each other, as typing makes them. */
function compact(patches: readonly MapPatch[]): MapPatch[] {
  const kept: MapPatch[] = [];
  for (const patch of patches) {
    const last = kept.at(-1);
    const again =
      last?.op === 'replace' && patch.op === 'replace' && pathKey(last) === pathKey(patch);
    if (again) kept.pop();
    kept.push(patch);
  }
  return kept;
}

function pathKey(patch: MapPatch): string {
  return JSON.stringify(patch.path);
}

/**
 * The patches that take a step back on the current map. A field that no longer holds what the
 * step left there belongs to somebody else now: it is skipped and keeps the newer value.
 */
export function takeBack(
  map: JourneyMap,
  step: Step,
): { patches: MapPatch[]; skipped: MapPatch[] } {
  const patches: MapPatch[] = [];
  const skipped: MapPatch[] = [];
  step.inverse.forEach((patch, index) => {
    const untouched = same(valueAt(map, patch.path), step.left[index]);
    (untouched && hasPlace(map, patch.path) ? patches : skipped).push(patch);
  });
  return { patches, skipped };
}

/** The records a list of patches touches, each once, in order. */
export function touchedRecords(patches: readonly MapPatch[]): Target[] {
  const seen = new Map<string, Target>();
  for (const { path } of patches) {
    const [collection, id] = path;
    if (!isCollection(collection) || typeof id !== 'string') continue;
    seen.set(`${collection}/${id}`, { collection, id });
  }
  return [...seen.values()];
}

/** Is there something to hold a value at this path? */
export function hasPlace(map: JourneyMap, path: MapPatch['path']): boolean {
  return path.length < 2 || valueAt(map, path.slice(0, -1)) !== undefined;
}
