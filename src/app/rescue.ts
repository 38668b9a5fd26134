import type { JourneyMap } from '../map/schema';

let open: (() => JourneyMap) | null = null;

/** Names the map to save when everything else fails; answers how to take the name back. */
export function rescuable(current: () => JourneyMap): () => void {
  open = current;
  return () => {
    if (open === current) open = null;
  };
}

/** The map that is open, if there is one and it can still be had. */
export function rescued(): JourneyMap | null {
  try {
    return open?.() ?? null;
  } catch {
    return null;
  }
}
