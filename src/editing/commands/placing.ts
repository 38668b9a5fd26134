import {
  addRecord,
  type Edit,
  inTurn,
  type Move,
  moveTouchpoints,
  recordIn,
} from '../../map/edits';
import {
  BAND,
  type Band,
  bandsOf,
  cardsOf,
  GRID,
  grown,
  middle,
  overlaps,
  PITCH,
  placeAt,
  type Point,
  type Rect,
  touchpointsInJourneyOrder,
} from '../../map/layout';
import { hasNone, inOrder, orderBetween } from '../../map/records';
import { COLORS, type JourneyMap, type RecordInputOf } from '../../map/schema';
import { type Selection } from '../selection';
import { type Place } from './command';
import { EDGE, takenIn } from './freePlace';

/** The nearest point of the grid. */
export function toGrid(value: number): number {
  return Math.round(value / GRID) * GRID;
}

/** Between a new card and any other, at the least. */
export const LEAST_GAP = 8;

/** What a new touchpoint is: without an entry no customer comes in, so the first is one. */
export function kindOfNext(map: JourneyMap): 'entry' | 'touchpoint' {
  const hasEntry = Object.values(map.touchpoints).some(({ kind }) => kind === 'entry');
  return hasEntry ? 'touchpoint' : 'entry';
}

/** Where the first card of a map goes: the beginning of its first stage. Null where there is a card, or no stage. */
export function firstPlace(map: JourneyMap): Place | null {
  const first = inOrder(map.stages)[0];
  return first && hasNone(map.touchpoints) ? placeAtEnd(map, first[0]) : null;
}

/** Adds a touchpoint with its top left corner at a place, clear of the edge of its stage. */
export function addTouchpoint(
  id: string,
  { stage, x, y }: Place,
  input: Partial<RecordInputOf<'touchpoints'>> = {},
): Edit {
  const position = { x: Math.max(EDGE, toGrid(x)), y: toGrid(y) };
  return addRecord('touchpoints', { ...input, stage, position }, id);
}

/** Where a card or note lands: in the band its middle lies in; it may stick out of it on either side. */
export function landing(bands: readonly Band[], rect: Rect): Required<Omit<Move, 'id'>> {
  const { stage } = placeAt(bands, middle(rect));
  const left = bands.find((band) => band.stage === stage)?.x ?? 0;
  return {
    stage,
    position: { x: Math.round(rect.x - left), y: Math.round(rect.y) },
  };
}

/** Moves touchpoints and notes by a distance among bands; who crosses into another changes stage. */
export function moveBy(
  map: JourneyMap,
  rects: ReadonlyMap<string, Rect>,
  { x, y }: Point,
  bands = bandsOf(map),
): { readonly edit: Edit; readonly moves: readonly Required<Move>[] } {
  const moves = [...rects].map(([id, rect]) => ({
    id,
    ...landing(bands, { ...rect, x: rect.x + x, y: rect.y + y }),
  }));
  const isTouchpoint = ({ id }: Move) => Object.hasOwn(map.touchpoints, id);
  const edit = inTurn(
    moveTouchpoints(moves.filter(isTouchpoint)),
    ...moves.filter((move) => !isTouchpoint(move)).map(moveNote),
  );
  return { edit, moves };
}

function moveNote({ id, stage, position }: Required<Move>): Edit {
  return (map) => {
    const note = recordIn(map, 'notes', id);
    note.stage = stage;
    note.position.x = position.x;
    note.position.y = position.y;
  };
}

/** A free place for a new card next to another, in a direction. */
export function placeBeside(map: JourneyMap, from: string, direction: Point): Place {
  const cards = cardsOf(map);
  const card = cards.get(from);
  if (!card) return { stage: null, x: 0, y: 0 };
  let spot: Rect = {
    ...card,
    x: card.x + PITCH.x * direction.x,
    y: card.y + PITCH.y * direction.y,
  };
  const taken = takenIn(map).map((rect) => grown(rect, LEAST_GAP));
  const isTaken = () => taken.some((other) => overlaps(other, spot));
  for (let tries = 0; tries < 50 && isTaken(); tries++) {
    spot = { ...spot, y: spot.y + (direction.y < 0 ? -1 : 1) * PITCH.y };
  }
  const { stage, position } = landing(bandsOf(map), spot);
  return { stage, x: Math.max(EDGE, position.x), y: position.y };
}

/** Behind the last touchpoint of a stage, in journey order. */
export function placeAtEnd(map: JourneyMap, stage: string | null): Place {
  const last = touchpointsInJourneyOrder(map).findLast(([, each]) => each.stage === stage)?.[1];
  if (!last) return { stage, x: BAND.padding, y: 0 };
  return { stage, x: last.position.x, y: last.position.y + PITCH.y };
}

/** Where something goes that is added to what a list has selected; null where that is no place. */
export function placeAfter(map: JourneyMap, [target]: Selection): Place | null {
  if (target?.collection === 'touchpoints') return placeBeside(map, target.id, { x: 0, y: 1 });
  return target?.collection === 'stages' ? placeAtEnd(map, target.id) : null;
}

/** Adds a stage behind another (null = at the end), in a colour no other stage has yet. */
export function addStage(id: string, after: string | null): Edit {
  return (map) => {
    const stages = inOrder(map.stages);
    const used = new Set(stages.map(([, { color }]) => color));
    const colors = COLORS.slice(1);
    const color = colors.find((name) => !used.has(name)) ?? colors[stages.length % colors.length];
    addRecord('stages', color ? { color } : {}, id)(map);
    const place = stages.findIndex(([other]) => other === after);
    const next = stages[place + 1];
    if (place < 0 || !next) return;
    const order = orderBetween(stages[place]?.[1].order ?? null, next[1].order);
    if (order !== null) recordIn(map, 'stages', id).order = order;
  };
}
