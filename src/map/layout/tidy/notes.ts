import { listUnder } from '../../basics';
import type { JourneyMap } from '../../schema';
import { overlaps, type Point, type Rect } from '../geometry';
import { BAND, CARD_SIZE, GRID, NOTE_SIZE, PITCH } from '../sizes';

/** Between two notes that had to make way. */
const GAP = 2 * GRID;

/**
 * New places for the notes that tidied cards would cover: below the cards of their stage, side by side, in the order
 * they are read in. Notes that nothing covers stay.
 */
export function tidyNotes(
  { touchpoints, notes }: Pick<JourneyMap, 'touchpoints' | 'notes'>,
  places: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const cards = new Map<string | null, Rect[]>();
  for (const [id, { stage, position }] of Object.entries(touchpoints)) {
    const card = { ...(places.get(id) ?? position), ...CARD_SIZE };
    listUnder(cards, stage, card);
  }
  const moved = new Map<string, Point>();
  for (const [stage, taken] of cards) {
    const own = Object.entries(notes)
      .filter(([, note]) => note.stage === stage)
      .map(([id, { position }]) => ({ id, rect: { x: position.x, y: position.y, ...NOTE_SIZE } }))
      .sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x || (a.id < b.id ? -1 : 1));
    const covered = own.filter(({ rect }) => taken.some((card) => overlaps(card, rect)));
    const staying = own.filter((note) => !covered.includes(note)).map(({ rect }) => rect);
    const lowest = Math.max(...[...taken, ...staying].map(({ y, height }) => y + height));
    const right = Math.max(...taken.map(({ x, width }) => x + width));
    const perRow = Math.max(1, Math.floor((right - BAND.padding + GAP) / (NOTE_SIZE.width + GAP)));
    covered.forEach(({ id }, index) => {
      moved.set(id, {
        x: BAND.padding + (index % perRow) * (NOTE_SIZE.width + GAP),
        y:
          lowest +
          PITCH.y -
          CARD_SIZE.height +
          Math.floor(index / perRow) * (NOTE_SIZE.height + GAP),
      });
    });
  }
  return moved;
}
