/** Work on a map that nobody asked for. */
export type UnaskedWork = 'run' | 'check';

/** What outlives the page; `localStorage` in the app. */
export type MarkBox = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Which page of the browser is still there; `navigator.locks` in the app. */
export interface Pages {
  /** Says for as long as this page lives that it does. */
  readonly stay: (page: string) => void;
  readonly isThere: (page: string) => Promise<boolean>;
}

/**
 * Remembers over a crash what was being done to which map, so that work that took the page down is not
 * begun again by itself.
 */
export interface Survival {
  /** Marks the beginning; the returned function marks the end, whatever came of it. */
  readonly begin: (work: UnaskedWork, map: string) => () => void;
  /** Did a page that began this work on the map go without an end of it? */
  readonly broke: (work: UnaskedWork, map: string) => Promise<boolean>;
  /** Somebody asked for the work, and it came to its end. */
  readonly forgive: (work: UnaskedWork, map: string) => void;
  /** The page is left in peace: what was begun did not end it. */
  readonly leave: () => void;
}

const keyOf = (work: UnaskedWork, map: string) => `desire-path.unasked.${work}.${map}`;

/** `page` is the id of this page. Without a `box` nothing is remembered, and no work counts as broken off. */
export function createSurvival(box: MarkBox | null, pages: Pages, page: string): Survival {
  /** How often each key has been begun and not ended here. */
  const open = new Map<string, number>();
  let isStaying = false;
  const quietly = <Answer>(act: () => Answer): Answer | null => {
    try {
      return act();
    } catch {
      // Storage may be forbidden or full: then nothing is remembered.
      return null;
    }
  };

  function end(key: string): void {
    const left = (open.get(key) ?? 0) - 1;
    if (left > 0) {
      open.set(key, left);
      return;
    }
    open.delete(key);
    quietly(() => box?.removeItem(key));
  }

  return {
    begin(work, map) {
      const key = keyOf(work, map);
      if (!isStaying) {
        isStaying = true;
        pages.stay(page);
      }
      open.set(key, (open.get(key) ?? 0) + 1);
      quietly(() => box?.setItem(key, page));
      let isOver = false;
      return () => {
        if (!isOver) end(key);
        isOver = true;
      };
    },
    async broke(work, map) {
      const key = keyOf(work, map);
      const owner = quietly(() => box?.getItem(key) ?? null);
      return owner !== null && owner !== page && !(await pages.isThere(owner));
    },
    forgive(work, map) {
      const key = keyOf(work, map);
      if (!open.has(key)) quietly(() => box?.removeItem(key));
    },
    leave() {
      for (const key of open.keys()) quietly(() => box?.removeItem(key));
    },
  };
}

let own: Survival | null = null;

/** The page's own. */
export function pageSurvival(): Survival {
  if (!own) {
    const survival = createSurvival(marks(), browserPages, crypto.randomUUID());
    addEventListener('pagehide', survival.leave);
    own = survival;
  }
  return own;
}

function marks(): MarkBox | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

const lockOf = (page: string) => `desire-path.page.${page}`;

const browserPages: Pages = {
  stay(page) {
    // Held until the page is gone, however it goes.
    void locks()?.request(lockOf(page), () => new Promise(() => undefined));
  },
  async isThere(page) {
    const known = await locks()?.query();
    return known?.held?.some(({ name }) => name === lockOf(page)) ?? false;
  },
};

/** Not there on a page that is served without encryption. */
const locks = () => (navigator as Partial<Navigator>).locks;
