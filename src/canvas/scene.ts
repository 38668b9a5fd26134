import {
  BAND,
  type Band,
  bandsOf,
  cardsOf,
  contains,
  distanceTo,
  grown,
  type Join,
  notesOf,
  type Point,
  type Rect,
  type Route,
  routerOf,
  samePlaces,
} from '../map/layout';
import { lastCall } from '../map/memo';
import type { JourneyMap } from '../map/schema';
import { foldedJoins, outside, withSummaries } from './folding';
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
  /** Whether that is all: of a large map the next call routes more. */
  readonly isWhole: boolean;
}

/** So many transitions are routed in one call, at most. */
const MOST_ROUTES = 1000;

/** The tables of a map that decide where things lie. */
export type SceneTables = Pick<JourneyMap, 'stages' | 'touchpoints' | 'transitions' | 'notes'>;

type Folded = ReadonlySet<string>;
type Placed = Pick<JourneyMap, 'stages' | 'touchpoints' | 'notes'>;

/**
 * Builds the scenes of one map while it is edited. A part stays the same object until something in
 * it has moved: a changed name or chance makes new tables of the same geometry, and nothing is drawn
 * again. Of a map with thousands of transitions each call routes a part.
 */
export function sceneBuilder(): (tables: SceneTables, folded: Folded) => Scene {
  const samePlacedTouchpoints = steady<JourneyMap['touchpoints']>(samePlaces);
  const samePlacedNotes = steady<JourneyMap['notes']>(samePlaces);
  const sameBands = steady<readonly Band[]>(
    (a, b) => a.length === b.length && a.every((band, at) => sameBand(band, b[at])),
  );
  const sameCards = steadyEntries(sameRect);
  const sameNotes = steadyEntries(sameRect);
  const sameJoins = steady<readonly Join[]>(
    (a, b) => a.length === b.length && a.every((join, at) => sameJoin(join, b[at])),
  );
  const routesIn = routesInPieces();

  const placedOf = lastCall(
    (
      stages: JourneyMap['stages'],
      touchpoints: JourneyMap['touchpoints'],
      notes: JourneyMap['notes'],
    ): Placed => ({ stages, touchpoints, notes }),
  );
  const bandsIn = lastCall((placed: Placed, folded: Folded) => sameBands(bandsOf(placed, folded)));
  const cardsIn = lastCall((placed: Placed, bands: readonly Band[], folded: Folded) =>
    sameCards(outside(folded, placed.touchpoints, cardsOf(placed, bands))),
  );
  const notesIn = lastCall((placed: Placed, bands: readonly Band[], folded: Folded) =>
    sameNotes(outside(folded, placed.notes, notesOf(placed, bands))),
  );
  const joinsIn = lastCall(
    (
      touchpoints: JourneyMap['touchpoints'],
      transitions: JourneyMap['transitions'],
      folded: Folded,
    ) => sameJoins(foldedJoins(folded, touchpoints, joinsOf(transitions))),
  );
  const stopsIn = lastCall(withSummaries);
  const sceneOf = lastCall(
    (
      bands: Scene['bands'],
      cards: Scene['cards'],
      notes: Scene['notes'],
      stops: Scene['stops'],
      joins: Scene['joins'],
      routes: Scene['routes'],
      isWhole: boolean,
    ): Scene => ({ bands, cards, notes, stops, joins, routes, isWhole }),
  );

  return ({ stages, touchpoints, transitions, notes }, folded) => {
    const placed = placedOf(stages, samePlacedTouchpoints(touchpoints), samePlacedNotes(notes));
    const bands = bandsIn(placed, folded);
    const cards = cardsIn(placed, bands, folded);
    const stops = stopsIn(folded, bands, cards);
    const joins = joinsIn(placed.touchpoints, transitions, folded);
    const shownNotes = notesIn(placed, bands, folded);
    const { routes, isWhole } = routesIn(stops, joins);
    return sceneOf(bands, cards, shownNotes, stops, joins, routes, isWhole);
  };
}

/** Routes so many transitions with each call until all are, and then again where something has moved. */
function routesInPieces() {
  const router = routerOf();
  const last = { stops: null as Scene['stops'] | null, joins: null as Scene['joins'] | null };
  let routes: Scene['routes'] = new Map();
  return (stops: Scene['stops'], joins: Scene['joins']): Pick<Scene, 'routes' | 'isWhole'> => {
    if (stops !== last.stops || joins !== last.joins || !router.isDone()) {
      routes = router.route(stops, joins, MOST_ROUTES);
      Object.assign(last, { stops, joins });
    }
    return { routes, isWhole: router.isDone() };
  };
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
  for (const [id, card] of cards) if (contains(card, point)) return id;
  return null;
}

/** A touchpoint whose middle is nearer than this to a transition is put on it. */
const MEETS = 22;

/** The transition that a touchpoint with its middle at a point is put on; `isOpen` leaves some out. */
export function transitionAt(
  { routes }: Scene,
  point: Point,
  isOpen: (transition: string) => boolean = () => true,
): string | null {
  for (const { id, bounds, chain } of routes.values()) {
    if (!contains(grown(bounds, MEETS), point) || !isOpen(id)) continue;
    if (distanceTo(chain, point) < MEETS) return id;
  }
  return null;
}

/** Where among the stages one is put down at an x of the canvas: where that is drawn, and the stages around it. */
export function stageSlot(scene: Pick<Scene, 'bands'>, x: number) {
  const bands = scene.bands.filter(({ stage }) => stage !== null);
  const place = bands.findLastIndex((band) => band.x + band.width / 2 < x);
  const band = bands[place];
  return {
    /** How many stages come before it. */
    place: place + 1,
    /** The stage it is put before; null = it comes last. */
    before: bands[place + 1]?.stage ?? null,
    x: (band ? band.x + band.width : (bands[0]?.x ?? 0) - BAND.gap) + BAND.gap / 2,
  };
}
