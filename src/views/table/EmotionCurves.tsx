import { type CSSProperties, memo, useId } from 'react';
import type { Touchpoint } from '../../map/schema';
import {
  emotionOf,
  type EmotionTime,
  offsetOf,
  type ShownPerson,
  type TableColumn,
} from '../../map/table';
import { curvePath, heightOf } from '../../map/layout';
import styles from './Emotion.module.css';
import { GridLines } from '../../controls/charts';
import { emotionVar, personColor } from '../../controls/colors';

interface EmotionCurvesProps {
  readonly columns: readonly TableColumn[];
  readonly touchpoints: Readonly<Record<string, Touchpoint>>;
  readonly people: readonly ShownPerson[];
  readonly showAim: boolean;
  /** First and last column drawn, both inclusive. */
  readonly start: number;
  readonly end: number;
}

/** The best, the middle and the worst. */
const LEVELS = [2, 0, -2].map((level) => ({ at: heightOf(level) * 100, isStrong: level === 0 }));

/** The curves behind the points: now solid, aim dashed; one person's alone in the colours of emotion. */
export const EmotionCurves = memo(function EmotionCurves(props: EmotionCurvesProps) {
  const { columns, touchpoints, people, showAim, start, end } = props;
  const gradient = useId();
  const width = end - start + 1;
  const isAlone = people.length === 1;
  const times: readonly EmotionTime[] = showAim ? ['aim', 'now'] : ['now'];

  return (
    <svg
      className={styles.curves}
      viewBox={`${start} 0 ${width} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      style={{ '--place': start, '--span': width } as CSSProperties}
    >
      <defs>
        <linearGradient id={gradient} gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="0" y2="100">
          {([2, 1, 0, -1, -2] as const).map((level) => (
            <stop key={level} offset={heightOf(level)} style={{ stopColor: emotionVar(level) }} />
          ))}
        </linearGradient>
      </defs>
      <GridLines marks={LEVELS} from={start} to={start + width} />
      {times.map((time) =>
        people.map((person, place) => (
          <path
            key={`${person.key} ${time}`}
            className={styles.curve}
            data-time={time}
            d={curvePath(pointsOf(person, place, time), start, end + 1)}
            stroke={isAlone && time === 'now' ? `url(#${gradient})` : personColor(person)}
          />
        )),
      )}
    </svg>
  );

  function pointsOf(person: ShownPerson, place: number, time: EmotionTime) {
    const x = 0.5 + offsetOf(place, people.length);
    return columns.map(({ touchpoint }, index) => {
      const record = touchpoint === null ? undefined : touchpoints[touchpoint];
      const level = record ? emotionOf(record, person.id, time).value : null;
      return { x: index + x, level };
    });
  }
});
