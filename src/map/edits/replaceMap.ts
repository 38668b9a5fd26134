import { current, isDraft } from 'mutative';
import { without } from '../basics';
import { COLLECTIONS, type JourneyMap } from '../schema';
import { same } from '../shape';
import { type Edit } from './applyEdit';

type Fields = Record<string, unknown>;

/** What makes a map this map: it stays when everything else is replaced. */
const OWN: readonly string[] = ['id', 'createdAt', 'lineage'];

/**
 * Makes the map say what another one says, keeping its identity and its past. Only fields that
 * differ are written, so that undoing it later leaves alone what others have changed since.
 */
export function replaceMap(to: JourneyMap): Edit {
  return (map) => {
    const now = isDraft(map) ? current(map) : map;
    const apart = [...OWN, ...COLLECTIONS];
    become(map, without(now, apart), without(to, apart));
    for (const collection of COLLECTIONS) {
      const [draft, before, after] = [map, now, to].map((whole) => whole[collection] as Fields);
      if (!draft || !before || !after) continue;
      const isShared = (id: string) => Object.hasOwn(before, id) && Object.hasOwn(after, id);
      const shared = Object.keys(after).filter(isShared);
      become(draft, without(before, shared), without(after, shared));
      for (const id of shared) {
        become(draft[id] as Fields, before[id] as Fields, after[id] as Fields);
      }
    }
  };
}

/** Gives `draft`, which holds `before`, the entries of `after` and no others. */
function become(draft: Fields, before: Fields, after: Fields): void {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) Reflect.deleteProperty(draft, key);
  }
  for (const [key, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, key) || !same(before[key], value)) draft[key] = value;
  }
}
