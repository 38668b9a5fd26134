import { useMemo } from 'react';
import {
  type Band,
  bandsOf,
  cardsOf,
  holds,
  notesOf,
  type Point,
  type Rect,
  type Route,
  routesOf,
} from '../map/layout';
import { type JourneyMap } from '../map/schema';
import { useEdited } from './CanvasContext';

/** Where everything lies, from the document alone. */
export interface Scene {
  readonly bands: readonly Band[];
  readonly cards: ReadonlyMap<string, Rect>;
  readonly notes: ReadonlyMap<string, Rect>;
  readonly routes: ReadonlyMap<string, Route>;
}

/** The scene of the open map; each part stays the same object until what it is made of changes. */
export function useScene(): Scene {
  const stages = useEdited(({ map }) => map.stages);
  const touchpoints = useEdited(({ map }) => map.touchpoints);
  const transitions = useEdited(({ map }) => map.transitions);
  const notes = useEdited(({ map }) => map.notes);
  const placed = useMemo(() => ({ stages, touchpoints, notes }), [stages, touchpoints, notes]);
  const bands = useMemo(() => bandsOf(placed), [placed]);
  const cards = useMemo(() => cardsOf(placed, bands), [placed, bands]);
  const stickies = useMemo(() => notesOf(placed, bands), [placed, bands]);
  const routes = useMemo(() => routesOf(cards, joinsOf(transitions)), [cards, transitions]);
  return useMemo(
    () => ({ bands, cards, notes: stickies, routes }),
    [bands, cards, stickies, routes],
  );
}

export function joinsOf(transitions: JourneyMap['transitions']) {
  return Object.entries(transitions).map(([id, { from, to }]) => ({ id, from, to }));
}

/** The touchpoint whose card is at a point. */
export function cardAt({ cards }: Scene, point: Point): string | null {
  for (const [id, card] of cards) if (holds(card, point)) return id;
  return null;
}
