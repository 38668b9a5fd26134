import type { Hint } from './TooltipLayer';

/** In ms: until the first tooltip shows; how long after one the next shows at once; to reach one. */
const DELAY = 450;
const STILL_WARM = 250;
const WAY = 120;

/** Shows and hides the one tooltip that may be in sight, for whoever asks. */
export interface Hints {
  /** `at once` for the keyboard; a pointer has to rest. */
  show: (owner: string, hint: Hint, atOnce: boolean) => void;
  /** A pointer that leaves has a moment to reach the tooltip itself. */
  hide: (owner: string, atOnce: boolean) => void;
  keep: () => void;
  /** What is said has changed while it is in sight: in another language, or pressed. */
  renew: (owner: string, words: Pick<Hint, 'text' | 'keys'>) => void;
}

/** The tooltip in sight, and whose it is. */
export interface ShownHint {
  readonly owner: string;
  readonly hint: Hint;
}

type Change = ShownHint | null | ((shown: ShownHint | null) => ShownHint | null);

/** Who may show a tooltip when. */
export function hintsOn(set: (change: Change) => void): Hints {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: string | null = null;
  let closedAt = -Infinity;

  function open(owner: string, hint: Hint) {
    current = owner;
    set({ owner, hint });
  }
  function close() {
    if (current !== null) closedAt = performance.now();
    current = null;
    set(null);
  }
  return {
    show(owner, hint, atOnce) {
      clearTimeout(timer);
      const isWarm = current !== null || performance.now() - closedAt < STILL_WARM;
      if (atOnce || isWarm) open(owner, hint);
      else timer = setTimeout(() => open(owner, hint), DELAY);
    },
    hide(owner, atOnce) {
      if (current !== null && current !== owner) return;
      clearTimeout(timer);
      if (atOnce || current === null) close();
      else timer = setTimeout(close, WAY);
    },
    keep: () => clearTimeout(timer),
    renew(owner, words) {
      set((shown) =>
        shown?.owner === owner ? { owner, hint: { ...shown.hint, ...words } } : shown,
      );
    },
  };
}
