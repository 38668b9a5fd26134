import { memo, useMemo, useState } from 'react';
import { Later, later } from '../../controls/Later';
import {
  type LabelPlace,
  type LabelSize,
  labelPlaces,
  type Rect,
  type Route,
  routesOf,
} from '../../map/layout';
import { idsOf } from '../../editing';
import type { Overlay } from '../../insight/flow';
import { perObject } from '../../map/memo';
import { useCanvas, useEdited } from '../CanvasContext';

import type { Scene } from '../scene';
import { steadyEntries } from '../steady';
import { useInTurn } from '../useInTurn';
import { useInPieces } from '../useInPieces';
import { isNear } from '../view';
import { shortOf } from './shortLabel';
import { TransitionLabel } from './TransitionLabel';
import { TransitionLine } from './TransitionLine';
import styles from './TransitionLayer.module.css';

// Drop-offs are drawn after the journey itself is.
const DropOffStubs = later(async () => (await import('./DropOffStubs')).DropOffStubs);

const NONE: ReadonlyMap<string, LabelPlace> = new Map();
const sameSize = (a: LabelSize, b: LabelSize) => a.width === b.width && a.short === b.short;
/** As wide as so many letters are drawn, or a little wider: a line beside a label must not get under it. */
const widthOf = (letters: number) => 24 + Math.min(letters, 22) * 6;

interface LayerProps {
  readonly scene: Scene;
  /** The part of the canvas worth drawing. */
  readonly view: Rect;
}

/**
 * The transitions. They are drawn here from their routes and not by React Flow, whose edges each
 * listen to every step of a drag: here those that hang on a dragged card have a picture of their
 * own, and the others stay as they are painted.
 */
export const TransitionLayer = memo(function TransitionLayer({ scene, view }: LayerProps) {
  const detail = useCanvas((state) => state.detail);
  const carried = useCanvas((state) => state.carrying);
  const isClose = detail === 'near' || detail === 'middle';
  const places = useLabelPlaces(scene, isClose);
  const touched = useMemo(
    () =>
      new Set(
        scene.joins
          .filter(({ from, to }) => carried?.has(from) || carried?.has(to))
          .map(({ id }) => id),
      ),
    [scene, carried],
  );
  const inView = useMemo(
    () => [...scene.routes.values()].filter(({ bounds }) => isNear(bounds, view)),
    [scene.routes, view],
  );
  const shown = useInPieces(inView, view, boundsOfRoute);
  return (
    <>
      <svg className={styles.lines} data-detail={detail}>
        <Lines routes={shown.filter(({ id }) => !touched.has(id))} />
        <Later missing="notice">
          <DropOffStubs scene={scene} view={view} />
        </Later>
      </svg>
      {touched.size > 0 && <MovingLines scene={scene} touched={touched} />}
      <div
        className={styles.labels}
        data-detail={detail}
        // Labels stand where cards were before the drag: hidden all at once, and not one by one.
        data-dragging={carried !== null || undefined}
      >
        <Labels
          near={isClose ? shown : null}
          routes={scene.routes}
          places={isClose ? places : NONE}
        />
      </div>
    </>
  );
});

const boundsOfRoute = ({ bounds }: Route): Rect => bounds;

interface LabelsProps {
  /** Those in view; null = seen from afar. */
  readonly near: readonly Route[] | null;
  readonly routes: Scene['routes'];
  readonly places: ReadonlyMap<string, LabelPlace>;
}

/** Near, what has room says something; from however far, what somebody looks at. */
function Labels({ near, routes, places }: LabelsProps) {
  const selection = useEdited((state) => state.selection);
  const renamed = useEdited(({ renaming }) => renaming?.id);
  const hovered = useCanvas((state) => state.hovered);
  const ids = new Set([...idsOf(selection, 'transitions'), renamed ?? '', hovered ?? '']);
  const drawn = near
    ? near.filter(({ id }) => places.has(id) || ids.has(id))
    : [...ids].flatMap((id) => routes.get(id) ?? []);
  return drawn.map((route) => (
    <TransitionLabel key={route.id} place={places.get(route.id)} route={route} />
  ));
}

function Lines({ routes }: { readonly routes: readonly Route[] }) {
  const overlayOf = useInTurn(
    useCanvas((state) => state.overlay),
    routes.length,
  );
  return routes.map((route, at) => (
    <TransitionLine key={route.id} route={route} weight={weightIn(overlayOf(at), route.id)} />
  ));
}

/** How wide a line is by what a run says of it; null without a run. */
function weightIn(overlay: Overlay | null, id: string): number | null {
  return overlay && Math.sqrt((overlay.transitions[id]?.flow ?? 0) / busiestOf(overlay));
}

const busiestOf = perObject(({ transitions }: Overlay) =>
  Object.values(transitions).reduce((most, one) => Math.max(most, one?.flow ?? 0), 1),
);

interface MovingProps {
  readonly scene: Scene;
  readonly touched: ReadonlySet<string>;
}

/** The transitions of dragged cards, as the drag stands. */
function MovingLines({ scene, touched }: MovingProps) {
  const dragged = useCanvas((state) => state.dragged);
  const detail = useCanvas((state) => state.detail);
  const routes = useMemo(() => {
    const cards = new Map(scene.stops);
    for (const [id, at] of dragged ?? []) {
      const card = cards.get(id);
      if (card) cards.set(id, { ...card, x: at.x, y: at.y });
    }
    return routesOf(
      cards,
      scene.joins.filter(({ id }) => touched.has(id)),
    );
  }, [scene, touched, dragged]);
  return (
    <svg className={styles.lines} data-detail={detail}>
      <Lines routes={[...routes.values()]} />
    </svg>
  );
}

function useLabelPlaces(scene: Scene, withLabels: boolean): ReadonlyMap<string, LabelPlace> {
  const words = useCanvas((state) => state.words);
  const quiet = useCanvas((state) => state.quiet);
  const { routes, stops } = scene;
  // Words change with every name; how long the labels are mostly does not.
  const [settle] = useState(() => steadyEntries(sameSize));
  const sizes = useMemo(() => {
    const lengths = new Map<string, LabelSize>();
    if (!withLabels) return settle(lengths);
    for (const id of routes.keys()) {
      if (quiet.has(id)) continue;
      const { label, tail } = words[id] ?? { label: '', tail: '' };
      if (label === '') continue;
      const short = shortOf(tail).length;
      const size = { width: widthOf(label.length), height: 20 };
      lengths.set(id, short > 0 ? { ...size, short: widthOf(short) } : size);
    }
    return settle(lengths);
  }, [withLabels, routes, words, quiet, settle]);
  return useMemo(
    () => (sizes.size === 0 ? NONE : labelPlaces(routes, sizes, stops.values())),
    [routes, stops, sizes],
  );
}
