import { memo } from 'react';
import type { Touchpoint } from '../../map/schema';
import { emotionName } from '../../controls/emotions';
import { useLanguage } from '../../controls/LanguageProvider';
import { EmotionPoint } from './EmotionPoint';
import { emotionOf, type EmotionTime, offsetOf, type ShownPerson } from '../../map/table';
import { type CellProps, GridCell } from './GridCell';
import styles from './Emotion.module.css';

interface EmotionCellProps extends CellProps {
  readonly touchpoint: Touchpoint;
  readonly touchpointName: string;
  readonly laneName: string;
  readonly people: readonly ShownPerson[];
  readonly showAim: boolean;
}

/** The points of every shown person at one touchpoint. */
export const EmotionCell = memo(function EmotionCell(props: EmotionCellProps) {
  const { touchpoint, touchpointName, laneName, people, showAim, ...cell } = props;
  const { t, list } = useLanguage();
  const times: readonly EmotionTime[] = showAim ? ['aim', 'now'] : ['now'];
  const told = people.map(({ id, name }) => {
    const value = t(emotionName(emotionOf(touchpoint, id, 'now').value));
    return people.length === 1 ? value : t('table.point.value', { name, value });
  });

  return (
    <GridCell
      {...cell}
      label={t('table.cell', { lane: laneName, touchpoint: touchpointName, text: list(told) })}
      className={styles.cell}
    >
      {people.flatMap((person, place) =>
        times.map((time) => (
          <EmotionPoint
            key={`${person.key} ${time}`}
            place={{ row: cell.row, column: cell.column }}
            person={person}
            time={time}
            level={emotionOf(touchpoint, person.id, time).value}
            touchpointName={touchpointName}
            offset={offsetOf(place, people.length)}
            isStop={cell.isActive}
            isFace={people.length === 1 && time === 'now'}
          />
        )),
      )}
    </GridCell>
  );
});
