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
  routerOf,
  samePlaces,
} from '../map/layout';
import type { JourneyMap } from '../map/schema';
import { foldedJoins, outside, withSummaries } from './folding';
import { useEdited, useTools } from './CanvasContext';
import { steady, steadyEntries } from './steady';
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
    touchpoints: steady<JourneyMap['touchpoints']>(samePlaces),
    stickies: steady<JourneyMap['notes']>(samePlaces),
    bands: steady<readonly Band[]>(
      (a, b) => a.length === b.length && a.every((band, at) => sameBand(band, b[at])),
    ),
    cards: steadyEntries(sameRect),
    notes: steadyEntries(sameRect),
    joins: steady<readonly Join[]>(
      (a, b) => a.length === b.length && a.every((join, at) => sameJoin(join, b[at])),
    ),
    routes: routerOf(),
  }));
  const [items, stuck] = [settle.touchpoints(touchpoints), settle.stickies(notes)];
  const placed = useMemo(
    () => ({ stages, touchpoints: items, notes: stuck }),
    [stages, items, stuck],
  );
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
    () => settle.joins(foldedJoins(folded, items, joinsOf(transitions))),
    [settle, folded, items, transitions],
  );
  const stops = useMemo(() => withSummaries(folded, bands, cards), [folded, bands, cards]);
  const routes = useMemo(() => settle.routes(stops, joins), [settle, stops, joins]);
  return useMemo(
    () => ({ bands, cards, notes: stickies, stops, joins, routes }),
    [bands, cards, stickies, stops, joins, routes],
  );
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
