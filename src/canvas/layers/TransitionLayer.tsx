import { useMemo } from 'react';
import {
  type LabelSize,
  labelPlaces,
  type Point,
  type Rect,
  type Route,
  routesOf,
} from '../../map/layout';
import { useCanvas, useEdited, useExtras } from '../CanvasContext';
import { type Scene } from '../scene';
import { DropOffStubs } from './DropOffStubs';
import { TransitionLabel } from './TransitionLabel';
import { TransitionLine } from './TransitionLine';
import styles from './TransitionLayer.module.css';

const NONE: ReadonlyMap<string, Point> = new Map();

/**
 * The transitions. They are drawn here from their routes and not by React Flow, whose edges each
 * listen to every step of a drag: here only those that hang on a dragged card are drawn again.
 */
export function TransitionLayer({ scene, view }: { readonly scene: Scene; readonly view: Rect }) {
  const transitions = useEdited(({ map }) => map.transitions);
  const detail = useCanvas((state) => state.detail);
  const { words, overlay } = useExtras();
  const routes = useRoutesNow(scene);

  const busiest = useMemo(
    () => Math.max(1, ...Object.values(overlay?.transitions ?? {}).map((one) => one?.flow ?? 0)),
    [overlay],
  );
  const withLabels = detail === 'near' || detail === 'middle';
  const places = useMemo(() => {
    if (!withLabels) return NONE;
    const sizes = new Map<string, LabelSize>();
    for (const [id] of scene.routes) {
      const label = words[id]?.label ?? '';
      if (label !== '') sizes.set(id, { width: 14 + Math.min(label.length, 22) * 6.4, height: 20 });
    }
    return labelPlaces(scene.routes, sizes, scene.cards.values());
  }, [withLabels, scene, words]);

  const shown = [...routes.values()].filter(
    ({ id, bounds }) => transitions[id] && isNear(bounds, view),
  );
  return (
    <>
      <svg className={styles.lines} data-detail={detail}>
        {shown.map((route) => (
          <TransitionLine
            key={route.id}
            route={route}
            weight={
              overlay ? Math.sqrt((overlay.transitions[route.id]?.flow ?? 0) / busiest) : null
            }
          />
        ))}
        <DropOffStubs scene={scene} view={view} />
      </svg>
      <div className={styles.labels} data-detail={detail}>
        {shown.map((route) => (
          <TransitionLabel
            key={route.id}
            id={route.id}
            place={places.get(route.id)}
            route={route}
            words={words[route.id]}
          />
        ))}
      </div>
    </>
  );
}

/** The routes; those of dragged cards as the drag stands, all others as they were. */
function useRoutesNow(scene: Scene): ReadonlyMap<string, Route> {
  const dragged = useCanvas((state) => state.dragged);
  const copying = useCanvas((state) => state.copying);
  return useMemo(() => {
    if (!dragged || copying) return scene.routes;
    const cards = new Map(scene.cards);
    for (const [id, at] of dragged) {
      const card = cards.get(id);
      if (card) cards.set(id, { ...card, x: at.x, y: at.y });
    }
    const touched = scene.joins.filter(({ from, to }) => dragged.has(from) || dragged.has(to));
    return new Map([...scene.routes, ...routesOf(cards, touched)]);
  }, [scene, dragged, copying]);
}

export function isNear(bounds: Rect, view: Rect): boolean {
  const margin = 60;
  return (
    bounds.x - margin < view.x + view.width &&
    bounds.x + bounds.width + margin > view.x &&
    bounds.y - margin < view.y + view.height &&
    bounds.y + bounds.height + margin > view.y
  );
}
