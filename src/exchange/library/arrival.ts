import type { MapSummary } from '../../storage';

/**
 * How a map from a file meets the library:
 * - `new`: nothing here has its id.
 * - `same`: the map here says the same, so there is nothing to ask.
 * - `differs`: the map here says something else, and somebody must decide.
 * - `binned`: it lies in the bin.
 */
export type Arrival =
  | { readonly kind: 'new' }
  | { readonly kind: 'same' | 'differs' | 'binned'; readonly here: MapSummary };

/** What to do with it. */
export type ArrivalChoice = 'open' | 'replace' | 'both';

/**
 * Decides what a file's map is to the library. `revisionHere` is the revision of the map with the
 * same id; null where it cannot be read, which never counts as the same.
 */
export function arrivalOf(
  file: { readonly id: string; readonly revision: string },
  library: readonly MapSummary[],
  revisionHere: string | null,
): Arrival {
  const here = library.find(({ id }) => id === file.id);
  if (!here) return { kind: 'new' };
  if (here.deletedAt !== null) return { kind: 'binned', here };
  return { kind: revisionHere === file.revision ? 'same' : 'differs', here };
}

/** What a file may do here. A map that cannot be read is never written over. */
export function answersTo(arrival: Arrival): readonly ArrivalChoice[] {
  if (arrival.kind !== 'differs' && arrival.kind !== 'binned') return [];
  return arrival.here.unreadable || arrival.kind === 'binned'
    ? ['both', 'open']
    : ['replace', 'both', 'open'];
}
