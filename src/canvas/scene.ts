import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { lookOf } from '../editing/look';
import {
  type Band,
  bandsOf,
  cardsOf,
  holds,
  type Join,
  notesOf,
  type Point,
  type Rect,
  type Route,
  routesOf,
} from '../map/layout';
import { type JourneyMap } from '../map/schema';
import { foldedJoins, outside, withSummaries } from './folding';
import { useEdited, useTools } from './CanvasContext';
import { sameRect } from './view';

/** Where everything lies, from the document alone. */
export interface Scene {
  readonly bands: readonly Band[];
  readonly cards: ReadonlyMap<string, Rect>;
  readonly notes: ReadonlyMap<string, Rect>;
  /** What transitions end at: cards, and the summaries of folded stages, by {@link summaryOf}. */
  readonly stops: ReadonlyMap<string, Rect>;
  /** Which transition joins which stops. */
  readonly joins: readonly Join[];
  readonly routes: ReadonlyMap<string, Route>;
}

/** The scene of the open map. A part stays the same object until something in it has really moved. */
export function useScene(): Scene {
  const stages = useEdited(({ map }) => map.stages);
  const touchpoints = useEdited(({ map }) => map.touchpoints);
  const transitions = useEdited(({ map }) => map.transitions);
  const notes = useEdited(({ map }) => map.notes);
  // A changed name or chance makes new tables of the same geometry: nothing needs to be drawn anew.
  const [settle] = useState(() => ({
    bands: steady<readonly Band[]>(
      (a, b) => a.length === b.length && a.every((band, at) => sameBand(band, b[at])),
    ),
    cards: steady(sameRects),
    notes: steady(sameRects),
    joins: steady<readonly Join[]>(
      (a, b) => a.length === b.length && a.every((join, at) => sameJoin(join, b[at])),
    ),
  }));
  const placed = useMemo(() => ({ stages, touchpoints, notes }), [stages, touchpoints, notes]);
  const folded = useStore(lookOf(useTools().editor), (look) => look.folded);
  const bands = useMemo(() => settle.bands(bandsOf(placed, folded)), [settle, placed, folded]);
  const cards = useMemo(
    () => settle.cards(outside(folded, placed.touchpoints, cardsOf(placed, bands))),
    [settle, placed, bands, folded],
  );
  const stickies = useMemo(
    () => settle.notes(outside(folded, placed.notes, notesOf(placed, bands))),
    [settle, placed, bands, folded],
  );
  const joins = useMemo(
    () => settle.joins(foldedJoins(folded, touchpoints, joinsOf(transitions))),
    [settle, folded, touchpoints, transitions],
  );
  const stops = useMemo(() => withSummaries(folded, bands, cards), [folded, bands, cards]);
  const routes = useMemo(() => routesOf(stops, joins), [stops, joins]);
  return useMemo(
    () => ({ bands, cards, notes: stickies, stops, joins, routes }),
    [bands, cards, stickies, stops, joins, routes],
  );
}

/** Answers with the last value as long as the next ones are the same. */
function steady<Value>(isSame: (a: Value, b: Value) => boolean) {
  let last: Value | null = null;
  return (next: Value): Value => {
    if (last === null || !isSame(last, next)) last = next;
    return last;
  };
}

function sameRects(a: ReadonlyMap<string, Rect>, b: ReadonlyMap<string, Rect>): boolean {
  return a.size === b.size && [...a].every(([id, rect]) => sameRect(rect, b.get(id)));
}

function sameBand(a: Band, b: Band | undefined): boolean {
  return a.stage === b?.stage && sameRect(a, b);
}

function sameJoin(a: Join, b: Join | undefined): boolean {
  return a.id === b?.id && a.from === b.from && a.to === b.to;
}

function joinsOf(transitions: JourneyMap['transitions']): Join[] {
  return Object.entries(transitions).map(([id, { from, to }]) => ({ id, from, to }));
}

/** The touchpoint whose card is at a point. */
export function cardAt({ cards }: Scene, point: Point): string | null {
  for (const [id, card] of cards) if (holds(card, point)) return id;
  return null;
}
