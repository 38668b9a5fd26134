import { addRecord, changeRecord, type Edit, inTurn, removeRecords, reorder } from '../edits';
import { freshOrders, inOrder } from '../records';
import { type JourneyMap, type Lane, LANE_KINDS } from '../schema';

/** What a lane of the table shows. */
export type LaneKind = Lane['kind'];

/** A lane as the table shows it; `name` is never empty. */
export interface TableLane {
  readonly id: string;
  readonly kind: LaneKind;
  readonly name: string;
  readonly visible: boolean;
  readonly cells: Lane['cells'];
}

/** What a map without lanes is shown with. */
const SUGGESTED: readonly LaneKind[] = [
  'doing',
  'thinking',
  'feeling',
  'emotion',
  'channel',
  'kpis',
  'campaigns',
  'pains',
];

/** Kinds that make sense once; own texts may be had any number of times. */
const ONCE = LANE_KINDS.filter((kind) => kind !== 'custom');

/** The lanes of the map in order; a map without any gets the suggested ones, under `ids`. */
export function lanesOf(
  lanes: JourneyMap['lanes'],
  ids: readonly string[],
  nameOf: (kind: LaneKind) => string,
): TableLane[] {
  const own = inOrder(lanes);
  if (own.length > 0) {
    return own.map(([id, { kind, name, visible, cells }]) => {
      return { id, kind, visible, cells, name: name.trim() || nameOf(kind) };
    });
  }
  return SUGGESTED.map((kind, index) => {
    return { id: ids[index] ?? kind, kind, name: nameOf(kind), visible: true, cells: {} };
  });
}

/** How many lanes a table has until somebody changes them. */
export const SUGGESTED_COUNT = SUGGESTED.length;

/** Makes shown lanes part of a map that has none; on every other map it changes nothing. */
export function keepLanes(lanes: readonly TableLane[]): Edit {
  return (map) => {
    if (Object.keys(map.lanes).length > 0) return;
    const orders = freshOrders(lanes.length);
    for (const [index, { id, kind, name, visible }] of lanes.entries()) {
      addRecord('lanes', { kind, name, visible, order: orders[index] }, id)(map);
    }
  };
}

/** Shows or hides a lane. */
export function showLane(lanes: readonly TableLane[], id: string, visible: boolean): Edit {
  return inTurn(keepLanes(lanes), changeRecord('lanes', id, { visible }));
}

/** Adds a lane at the end; suggested lanes become part of the map first. */
export function addLane(
  lanes: readonly TableLane[],
  id: string,
  kind: LaneKind,
  name: string,
): Edit {
  return inTurn(keepLanes(lanes), addRecord('lanes', { kind, name }, id));
}

/** Takes a lane out of the table, and keeps the others. */
export function removeLane(lanes: readonly TableLane[], id: string): Edit {
  return inTurn(keepLanes(lanes), removeRecords([{ collection: 'lanes', id }]));
}

/** Puts a lane one place up (−1) or down (1) among those in sight; null where there is no such place. */
export function moveLane(lanes: readonly TableLane[], id: string, by: -1 | 1): Edit | null {
  const shown = lanes.filter(({ visible }) => visible);
  const neighbour = shown[shown.findIndex((lane) => lane.id === id) + by];
  if (!neighbour) return null;
  const place = lanes.indexOf(neighbour);
  const before = by === -1 ? neighbour.id : (lanes[place + 1]?.id ?? null);
  return inTurn(keepLanes(lanes), reorder('lanes', id, before));
}

/** The kinds that can still be added. */
export function kindsToAdd(lanes: readonly TableLane[]): LaneKind[] {
  const used = new Set(lanes.map(({ kind }) => kind));
  return [...ONCE.filter((kind) => !used.has(kind)), 'custom'];
}
