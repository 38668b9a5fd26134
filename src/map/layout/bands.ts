import { columnsInOrder } from '../records';
import { type JourneyMap } from '../schema';
import { type Point, type Rect } from './geometry';
import { BAND, CARD_SIZE, NOTE_SIZE } from './sizes';

/** A stage as drawn: a tall band; `stage` null is the column of what no stage has yet. */
export interface Band extends Rect {
  readonly stage: string | null;
}

/** A point in a band: `x` counts from its left edge, `y` from where the first row begins. */
export interface InBand {
  readonly stage: string | null;
  readonly x: number;
  readonly y: number;
}

const NONE: ReadonlySet<string> = new Set();

type Placed = Pick<JourneyMap, 'stages' | 'touchpoints' | 'notes'>;

/**
 * The bands from left to right, all equally tall. The unsorted column comes first, and only where
 * something is in it. A band is as wide as what it holds, a folded one as wide as its summary.
 */
export function bandsOf(map: Placed, folded: ReadonlySet<string> = NONE): readonly Band[] {
  const rights = new Map<string | null, number>();
  let lowest: number = BAND.minHeight;
  const reach = ({ stage, position }: Item, size: typeof CARD_SIZE | typeof NOTE_SIZE) => {
    rights.set(stage, Math.max(rights.get(stage) ?? 0, position.x + size.width));
    lowest = Math.max(lowest, position.y + size.height + BAND.padding);
  };
  for (const touchpoint of Object.values(map.touchpoints)) reach(touchpoint, CARD_SIZE);
  for (const note of Object.values(map.notes)) reach(note, NOTE_SIZE);

  const y = -BAND.head - BAND.headGap;
  let x = 0;
  const bands: Band[] = [];
  for (const { id } of columnsInOrder(map)) {
    if (id === null && !rights.has(null)) continue;
    const whole = Math.max(BAND.minWidth, (rights.get(id) ?? 0) + BAND.padding);
    const width = id !== null && folded.has(id) ? BAND.folded : whole;
    bands.push({ stage: id, x, y, width, height: lowest - y });
    x += width + BAND.gap;
  }
  return bands;
}

interface Item {
  readonly stage: string | null;
  readonly position: Point;
}

type Items = Readonly<Record<string, Item>>;
let compared: { readonly a: Items; readonly b: Items; readonly isSame: boolean } | null = null;

/** Do the records of both tables stand at the same places? Several ask it of the same edit. */
export function samePlaces(a: Items, b: Items): boolean {
  if (a === b) return true;
  if (compared?.a !== a || compared.b !== b) compared = { a, b, isSame: comparePlaces(a, b) };
  return compared.isSame;
}

function comparePlaces(a: Items, b: Items): boolean {
  let left = Object.keys(a).length;
  for (const id in b) {
    const [one, other] = [a[id], b[id]];
    left -= 1;
    if (one === other) continue;
    if (one?.stage !== other?.stage) return false;
    if (one?.position.x !== other?.position.x || one?.position.y !== other?.position.y)
      return false;
  }
  return left === 0;
}

/** The head of a band, which carries its name. */
export function headOf(band: Band): Rect {
  return { x: band.x, y: band.y, width: band.width, height: BAND.head };
}

/** The band at `x`; left of the first and right of the last count as those. */
export function bandAt(bands: readonly Band[], x: number): Band | undefined {
  return bands.findLast((band) => x >= band.x) ?? bands[0];
}

/** Where a point of the canvas lies in the journey. On a map without bands that is unsorted. */
export function placeAt(bands: readonly Band[], point: Point): InBand {
  const band = bandAt(bands, point.x);
  return band
    ? { stage: band.stage, x: point.x - band.x, y: point.y }
    : { stage: null, x: point.x, y: point.y };
}

/** Where a place of the journey lies on the canvas. */
export function pointOf(bands: readonly Band[], { stage, x, y }: InBand): Point {
  return { x: (bands.find((band) => band.stage === stage)?.x ?? 0) + x, y };
}

/** Where every touchpoint is drawn. */
export function cardsOf(map: Placed, bands = bandsOf(map)): ReadonlyMap<string, Rect> {
  return rectsOf(map.touchpoints, CARD_SIZE, bands);
}

/** Where every note is drawn. */
export function notesOf(map: Placed, bands = bandsOf(map)): ReadonlyMap<string, Rect> {
  return rectsOf(map.notes, NOTE_SIZE, bands);
}

function rectsOf(
  items: Readonly<Record<string, Item>>,
  size: typeof CARD_SIZE | typeof NOTE_SIZE,
  bands: readonly Band[],
): ReadonlyMap<string, Rect> {
  const starts = new Map(bands.map(({ stage, x }) => [stage, x]));
  return new Map(
    Object.entries(items).map(([id, { stage, position }]) => [
      id,
      { x: (starts.get(stage) ?? 0) + position.x, y: position.y, ...size },
    ]),
  );
}
