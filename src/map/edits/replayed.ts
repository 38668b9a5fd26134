import { apply, current, isDraft, type Patches } from 'mutative';
import { visitReferences } from '../shape';
import { type Edit } from './applyEdit';
import { type MapPatch } from './patches';
import { type RecordTarget } from './records';
import { removeRecords } from './removeRecords';

/**
 * Makes patches of another state of the map on this one, then clears the references they leave
 * dangling, as if what they point at had been removed after them. Kept references stay.
 */
export function replayed(patches: readonly MapPatch[]): Edit {
  return (map) => {
    apply(map, patches as Patches);
    const now = isDraft(map) ? current(map) : map;
    const missing: RecordTarget[] = [];
    visitReferences(now, ({ to, id, kept }) => {
      if (!kept && !Object.hasOwn(now[to], id)) missing.push({ collection: to, id });
    });
    if (missing.length > 0) removeRecords(missing)(map);
  };
}
