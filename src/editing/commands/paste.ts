import { type Edit, extract, type Fragment, insertFragment, inTurn } from '../../map/edits';
import {
  around,
  BAND,
  bandsOf,
  CARD_SIZE,
  cardsOf,
  NOTE_SIZE,
  notesOf,
  PITCH,
  type Point,
  pointOf,
} from '../../map/layout';
import { inOrder } from '../../map/records';
import { COLLECTIONS, FORMAT, type JourneyMap, type Target } from '../../map/schema';
import { parseFragment, parseMap } from '../../map/text';
import { type Place } from './command';
import { type Cut } from './cuts';
import { freePlace } from './freePlace';
import { freeShift } from './freeShift';
import { landing } from './placing';

/** `select` is what is to be selected afterwards: the touchpoints and notes among `made`. */
export interface Paste {
  readonly edit: Edit;
  readonly select: Target[];
  /** Every record of what was copied, as it is in this map. */
  readonly made: readonly Target[];
}

/**
 * What pasting a text would do: a fragment of ours, or a whole map. Touchpoints land with their
 * common corner at `place`, or, without one, where they came from, and further down where they would
 * cover something.
 * What comes from stages this map does not have goes into the stage `into`, else the first. The text of
 * a cut brings back the very records that were cut, as long as none of them is there.
 * @returns null for a text that is neither.
 */
export function pasted(
  map: JourneyMap,
  text: string,
  place: Place | null,
  into: string | null = place?.stage ?? null,
  cut: Cut | null = null,
): Paste | null {
  const parsed = parseFragment(text) ?? fragmentOfMap(text);
  if (!parsed) return null;
  const bringsStages = Object.keys(parsed.records.stages).length > 0;
  const fragment = bringsStages ? parsed : settled(map, parsed, into);
  const isSettled = bringsStages || fragment !== parsed;
  const back = cut?.bringBack(map) ?? null;
  const shift = isSettled ? { x: 0, y: 0 } : shiftTo(map, fragment, place);
  const { edit, made } =
    cut && back
      ? { edit: inTurn(back, asIn(fragment, cut.targets)), made: cut.targets }
      : insertFragment(map, fragment);
  const settle: Edit = (draft) => {
    const bands = bandsOf(draft);
    const rects = new Map([...cardsOf(draft, bands), ...notesOf(draft, bands)]);
    for (const { collection, id } of made) {
      const rect = rects.get(id);
      const record = collection === 'notes' ? draft.notes[id] : draft.touchpoints[id];
      if (!rect || !record) continue;
      const moved = { ...rect, x: rect.x + shift.x, y: rect.y + shift.y };
      const { stage, position } = landing(bands, moved);
      record.stage = stage;
      record.position.x = position.x;
      record.position.y = position.y;
    }
  };
  const visible = ['stages', 'touchpoints', 'notes'];
  return {
    edit: isSettled ? edit : inTurn(edit, settle),
    select: made.filter(({ collection }) => visible.includes(collection)),
    made,
  };
}

/** Puts what came back where the fragment has it: its stage may be gone. */
function asIn({ records }: Fragment, targets: readonly Target[]): Edit {
  return (draft) => {
    for (const { collection, id } of targets) {
      if (collection !== 'touchpoints' && collection !== 'notes') continue;
      const [record, wanted] = [draft[collection][id], records[collection][id]];
      if (!record || !wanted) continue;
      if (wanted.stage === null || draft.stages[wanted.stage]) record.stage = wanted.stage;
      record.position = { ...wanted.position };
    }
  };
}

/**
 * What comes from stages this map does not have, side by side below what the stage it goes into
 * holds; as it is where the map has these stages, or none at all.
 */
function settled(map: JourneyMap, fragment: Fragment, into: string | null): Fragment {
  const known = new Set(bandsOf(map).map(({ stage }) => stage));
  const all = [
    ...Object.values(fragment.records.touchpoints).map((item) => ({ ...item, ...CARD_SIZE })),
    ...Object.values(fragment.records.notes).map((item) => ({ ...item, ...NOTE_SIZE })),
  ];
  const stage = into ?? inOrder(map.stages)[0]?.[0] ?? null;
  if (stage === null || all.every((item) => known.has(item.stage))) return fragment;
  const below = [...Object.entries(map.touchpoints), ...Object.entries(map.notes)]
    .filter(([, item]) => item.stage === stage)
    .map(([id, { position }]) => position.y + (map.notes[id] ? NOTE_SIZE : CARD_SIZE).height);
  const top = below.length > 0 ? Math.max(...below) + PITCH.y - CARD_SIZE.height : 0;
  const highest = Math.min(...all.map(({ position }) => position.y));
  const shifts = new Map<string | null, number>();
  let left: number = BAND.padding;
  for (const from of new Set(all.map((item) => item.stage))) {
    const inside = all.filter((item) => item.stage === from);
    const start = Math.min(...inside.map(({ position }) => position.x));
    shifts.set(from, left - start);
    left += Math.max(...inside.map(({ position, width }) => position.x - start + width));
    left += PITCH.x - CARD_SIZE.width;
  }
  const moved = <Item extends Placed>(items: Record<string, Item>): Record<string, Item> =>
    Object.fromEntries(
      Object.entries(items).map(([id, item]) => {
        const x = item.position.x + (shifts.get(item.stage) ?? 0);
        return [id, { ...item, stage, position: { x, y: item.position.y - highest + top } }];
      }),
    );
  const { touchpoints, notes } = fragment.records;
  const records = { ...fragment.records, touchpoints: moved(touchpoints), notes: moved(notes) };
  return { ...fragment, records };
}

interface Placed {
  readonly stage: string | null;
  readonly position: Point;
}

/** From where the fragment's items would lie in this map to where they shall, and cover nothing. */
function shiftTo(map: JourneyMap, { records }: Fragment, place: Place | null): Point {
  const bands = bandsOf(map);
  const known = new Set(bands.map(({ stage }) => stage));
  // A stage of another map becomes "unsorted" when it is put in.
  const stageOf = (stage: string | null) => (known.has(stage) ? stage : null);
  const rects = [
    ...Object.values(records.touchpoints).map((item) => ({ ...item, ...CARD_SIZE })),
    ...Object.values(records.notes).map((item) => ({ ...item, ...NOTE_SIZE })),
  ].map(({ stage, position, width, height }) => ({
    ...pointOf(bands, { stage: stageOf(stage), ...position }),
    width,
    height,
  }));
  const corner = around(rects);
  if (!place || !corner) return freeShift(map, rects, { x: 0, y: 0 });
  const goal = pointOf(bands, place);
  return freeShift(map, rects, { x: goal.x - corner.x, y: goal.y - corner.y });
}

/** A map file, pasted as text, is everything in it. */
function fragmentOfMap(text: string): Fragment | null {
  if (!text.includes(FORMAT)) return null;
  const { map } = parseMap(text);
  if (!map) return null;
  const all = COLLECTIONS.flatMap((collection) =>
    Object.keys(map[collection]).map((id) => ({ collection, id })),
  );
  return extract(map, all);
}

/** Where what is copied lands: a place where it covers nothing, however often it is pasted. */
export function besides(map: JourneyMap, place: Place): Place {
  return freePlace(map, place);
}
