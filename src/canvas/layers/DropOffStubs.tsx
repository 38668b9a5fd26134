import { stubOf, type Rect } from '../../map/layout';
import { baseDropOffOf, outgoingOf } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import { useCanvas, useEdited, useTools } from '../CanvasContext';
import type { Scene } from '../scene';
import { isNear } from '../view';
import styles from './TransitionLayer.module.css';

/** Shares below this are noise of the drawing, not people. */
const LEAST = 0.005;

/** Who is lost, where: a fading line with its percentage, from the run or from the chances. */
export function DropOffStubs({ scene, view }: { readonly scene: Scene; readonly view: Rect }) {
  const { language } = useTools();
  const overlay = useCanvas((state) => state.overlay);
  const touchpoints = useEdited(({ map }) => map.touchpoints);
  const transitions = useEdited(({ map }) => map.transitions);
  const detail = useCanvas((state) => state.detail);
  const carried = useCanvas((state) => state.carrying);
  const lit = useCanvas((state) => state.lit);
  const shareOf = (id: string) =>
    overlay
      ? (overlay.touchpoints[id]?.dropOff ?? 0)
      : plannedDropOff({ touchpoints, transitions }, id);
  if (detail === 'far') return null;
  return (
    <g className={styles.stubs}>
      <defs>
        <linearGradient id="drop-off-fade" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--kpi-missed)" stopOpacity="0.85" />
          <stop offset="1" stopColor="var(--kpi-missed)" stopOpacity="0" />
        </linearGradient>
      </defs>
      {[...scene.cards].map(([id, card]) => {
        if (!isNear(card, view) || carried?.has(id) || (lit && !lit.items.has(id))) return null;
        const share = shareOf(id);
        if (share < LEAST) return null;
        const { path, label } = stubOf(card);
        return (
          <g key={id}>
            <path d={path} stroke="url(#drop-off-fade)" strokeWidth={2 + share * 14} />
            {(detail === 'near' || detail === 'middle') && (
              <text x={label.x} y={label.y} textAnchor="end" dominantBaseline="middle">
                {language.percent(share, { digits: 0 })}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** What the base chances leave of 1; none where a rule decides or an end is reached. */
function plannedDropOff(map: Pick<JourneyMap, 'touchpoints' | 'transitions'>, id: string): number {
  const kind = map.touchpoints[id]?.kind;
  const transitions = outgoingOf(map, id);
  if (kind === 'outcome' || kind === 'decision' || transitions.length === 0) return 0;
  return baseDropOffOf(transitions);
}
