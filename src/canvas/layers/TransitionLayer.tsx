import { memo, useMemo, useState } from 'react';
import { Later, later } from '../../controls/Later';
import {
  type LabelSize,
  labelPlaces,
  type Point,
  type Rect,
  type Route,
  routesOf,
} from '../../map/layout';
import { idsOf } from '../../editing';
import { useCanvas, useEdited } from '../CanvasContext';
import type { Scene } from '../scene';
import { steadyEntries } from '../steady';
import { useInPieces } from '../useInPieces';
import { isNear } from '../view';
import { TransitionLabel } from './TransitionLabel';
import { TransitionLine } from './TransitionLine';
import styles from './TransitionLayer.module.css';

// Drop-offs are drawn after the journey itself is.
const DropOffStubs = later(async () => (await import('./DropOffStubs')).DropOffStubs);

const NONE: ReadonlyMap<string, Point> = new Map();
const sameSize = (a: LabelSize, b: LabelSize) => a.width === b.width;

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
  const shown = useInPieces(inView, view, isClose, boundsOfRoute);
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
        {isClose ? (
          inView.map((route) => (
            <TransitionLabel key={route.id} place={places.get(route.id)} route={route} />
          ))
        ) : (
          <LookedAt routes={scene.routes} />
        )}
      </div>
    </>
  );
});

const boundsOfRoute = ({ bounds }: Route): Rect => bounds;

/** From afar, only what somebody looks at says something. */
function LookedAt({ routes }: { readonly routes: Scene['routes'] }) {
  const selection = useEdited((state) => state.selection);
  const renamed = useEdited(({ renaming }) => renaming?.id);
  const hovered = useCanvas((state) => state.hovered);
  const ids = new Set([...idsOf(selection, 'transitions'), renamed ?? '', hovered ?? '']);
  return [...ids].map((id) => {
    const route = routes.get(id);
    return route && <TransitionLabel key={id} place={undefined} route={route} />;
  });
}

function Lines({ routes }: { readonly routes: readonly Route[] }) {
  const overlay = useCanvas((state) => state.overlay);
  const busiest = useMemo(
    () => Math.max(1, ...Object.values(overlay?.transitions ?? {}).map((one) => one?.flow ?? 0)),
    [overlay],
  );
  const weight = (id: string) =>
    overlay ? Math.sqrt((overlay.transitions[id]?.flow ?? 0) / busiest) : null;
  return routes.map((route) => (
    <TransitionLine key={route.id} route={route} weight={weight(route.id)} />
  ));
}

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

function useLabelPlaces(scene: Scene, withLabels: boolean): ReadonlyMap<string, Point> {
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
      const { length } = words[id]?.label ?? '';
      if (length > 0) lengths.set(id, { width: 14 + Math.min(length, 22) * 6.4, height: 20 });
    }
    return settle(lengths);
  }, [withLabels, routes, words, quiet, settle]);
  return useMemo(
    () => (sizes.size === 0 ? NONE : labelPlaces(routes, sizes, stops.values())),
    [routes, stops, sizes],
  );
}
