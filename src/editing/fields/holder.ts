import { type Edit, inTurn, setField, setMapField } from '../../map/edits';
import type { CollectionName } from '../../map/schema';
import type { Path } from '../../map/shape';

/** Where the fields below write: a record or the map itself, and how deep inside. */
export interface Holder {
  readonly collection: CollectionName | null;
  readonly id: string;
  readonly base: Path;
  /** Where several records of the collection are edited together: all of them, `id` being the first. */
  readonly ids?: readonly string[];
}

/** The edit that writes `value` at `path` inside the holder, in all its records. */
export function writeEdit(holder: Holder, path: Path, value: unknown): Edit {
  const { collection, id, base, ids = [id] } = holder;
  const full = [...base, ...path];
  if (collection === null) return setMapField(full, value);
  // Each record has a value of its own, for a draft may not stand in two places.
  return inTurn(...ids.map((each) => setField(collection, each, full, structuredClone(value))));
}
