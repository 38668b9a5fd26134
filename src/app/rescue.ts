import type { Editor } from '../editing';
import type { JourneyMap } from '../map/schema';

type Open = Pick<Editor, 'store' | 'leave'>;

let open: Open | null = null;

/** Names the editor to save from when everything else fails; returns how to take the name back. */
export function rescuable(editor: Open): () => void {
  open = editor;
  return () => {
    if (open === editor) open = null;
  };
}

/** The map that is open, if there is one and it can still be had. */
export function rescued(): JourneyMap | null {
  try {
    return open?.store.getState().map ?? null;
  } catch {
    return null;
  }
}

/** Hands what waits of the open map to storage, in one call. */
export function flushRescued(): void {
  open?.leave();
}
