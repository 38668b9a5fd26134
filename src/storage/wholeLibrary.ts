import type { Context } from './context';
import { mapsOf } from './library';
import { readList, watchList } from './lists';
import type { Spare } from './spare';
import type { MapSummary } from './types';

/** Maps that wait in memory for the disk, and after them those on disk. */
export async function readLibrary(context: Context, spare: Spare): Promise<MapSummary[]> {
  const [waiting = [], kept = []] = await Promise.all(
    [spare.context, context].map((place) => readList(place, mapsOf(place))),
  );
  return joined(spare, waiting, kept);
}

/** Calls back at once and after every change made in any tab. */
export function watchLibrary(
  context: Context,
  spare: Spare,
  listener: (maps: MapSummary[]) => void,
): () => void {
  const lists: [MapSummary[] | null, MapSummary[] | null] = [null, null];
  const stops = [spare.context, context].map((place, index) =>
    watchList(place, mapsOf(place), (maps) => {
      // What cannot be read now leaves the list as it was: an empty one would be a lie.
      lists[index] = maps ?? lists[index] ?? null;
      const [waiting, kept] = lists;
      if (waiting && kept) listener(joined(spare, waiting, kept));
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

/** A map that is on its way to disk may be in both lists. */
function joined(spare: Spare, waiting: readonly MapSummary[], kept: readonly MapSummary[]) {
  return [...waiting, ...kept.filter(({ id }) => !spare.has(id))];
}
