import { memo, useMemo } from 'react';
import { average } from '../../map/basics';
import type { Band } from '../../map/layout';
import { useEdited, useTools } from '../CanvasContext';
import { Face } from '../../controls/Face';
import { summaryRect } from '../folding';
import styles from './BandLayer.module.css';

/** What is left to see of a folded stage: how much is in it, and how it feels there on the whole. */
export const StageSummary = memo(function StageSummary({
  stage,
  band,
}: {
  readonly stage: string;
  readonly band: Band;
}) {
  const { t } = useTools().language;
  const touchpoints = useEdited(({ map }) => map.touchpoints);
  const inside = useMemo(
    () => Object.values(touchpoints).filter((touchpoint) => touchpoint.stage === stage),
    [touchpoints, stage],
  );
  const felt = inside
    .map(({ experience }) => experience.default.emotion.now)
    .filter((emotion) => emotion !== null);
  const { x, y, width, height } = summaryRect(band);
  return (
    <div
      className={styles.summary}
      style={{ transform: `translate(${x - band.x}px, ${y - band.y}px)`, width, height }}
    >
      <strong>{inside.length}</strong>
      <span>{t('canvas.inside', { count: inside.length })}</span>
      {felt.length > 0 && (
        <span className={styles.mood}>
          <Face level={average(felt)} size={37} />
        </span>
      )}
    </div>
  );
});
