/** Every touchpoint is drawn this large, so that geometry needs no measuring. */
export const CARD_SIZE = { width: 224, height: 96 } as const;
/** Every note is drawn this large, in canvas units. */
export const NOTE_SIZE = { width: 168, height: 128 } as const;

/** What moves snaps to this grid. */
export const GRID = 8;

/** Distance from one column or row of cards to the next, as tidy-up sets them. */
export const PITCH = { x: CARD_SIZE.width + 72, y: CARD_SIZE.height + 48 } as const;

/** Measures of a stage's band, in canvas units. */
export const BAND = {
  /** From the edge of a band to its first card. */
  padding: 36,
  minWidth: 288,
  /** Of a stage that is drawn as its summary. */
  folded: 216,
  /** Between two bands. */
  gap: 8,
  head: 96,
  /** What stays of a head at the edge of the view, where the name can be read in one line. */
  pinned: 52,
  /** Between a band's head and y 0, where the first row begins. */
  headGap: 28,
  /** From y 0 to the bottom of the shortest band. */
  minHeight: 420,
} as const;
