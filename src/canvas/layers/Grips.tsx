import { memo } from 'react';
import { useCanvas, useEdited } from '../CanvasContext';
import type { Scene } from '../scene';
import styles from './TransitionLayer.module.css';

/** The ends of selected transitions, to be carried elsewhere: above the cards they touch. */
export const Grips = memo(function Grips({ scene }: { readonly scene: Scene }) {
  const selection = useEdited((state) => state.selection);
  const loose = useCanvas(({ line }) => line?.transition ?? null);
  const isDragging = useCanvas(({ dragged }) => dragged !== null);
  if (isDragging) return null;
  return (
    <svg className={styles.grips} aria-hidden="true">
      {selection.map(({ collection, id }) => {
        const route = collection === 'transitions' ? scene.routes.get(id) : undefined;
        if (!route || id === loose) return null;
        const ends = { from: route.start, to: route.end };
        return (['from', 'to'] as const).map((end) => (
          <circle
            key={`${id} ${end}`}
            className={styles.grip}
            data-item="transition"
            data-id={id}
            data-grip={end}
            cx={ends[end].x}
            cy={ends[end].y}
            r="6"
          />
        ));
      })}
    </svg>
  );
});
