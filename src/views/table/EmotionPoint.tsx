import { type CSSProperties, type KeyboardEvent, type PointerEvent, useState } from 'react';
import { emotionName } from '../../controls/emotions';
import { Face } from '../../controls/Face';
import { useLanguage } from '../../controls/LanguageProvider';
import { useEditor } from '../session';
import { within } from '../../map/basics';
import { heightOf, levelAt } from '../../map/layout';
import { type EmotionTime, type ShownPerson, writeEmotion } from '../../map/table';
import { personColor } from '../../controls/colors';
import styles from './Emotion.module.css';
import { type CellPlace, useGridActions } from './TableContext';

interface EmotionPointProps {
  readonly place: CellPlace;
  readonly person: ShownPerson;
  readonly time: EmotionTime;
  /** −2 … 2; null = not said. */
  readonly level: number | null;
  readonly touchpointName: string;
  /** From the middle of the column, in columns. */
  readonly offset: number;
  readonly isStop: boolean;
  /** Drawn as a face instead of a dot. */
  readonly isFace: boolean;
}

/** What an arrow key changes: half a level, or a whole one with Shift. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 0.5,
  ArrowDown: -0.5,
  PageUp: 1,
  PageDown: -1,
};

/** One point of a curve: dragged up and down, or changed by the arrow keys; Delete unsays it. */
export function EmotionPoint(props: EmotionPointProps) {
  const { place, person, time, level, touchpointName, offset, isStop, isFace } = props;
  const language = useLanguage();
  const { t } = language;
  const editor = useEditor();
  const { beside } = useGridActions();
  const [isDragged, setDragged] = useState(false);
  const part = `${person.key}/${time}`;

  function write(next: number | null) {
    editor.edit('table.edit.emotion', writeEmotion(place.column, person.id, time, next), {
      gesture: `table/emotion/${place.column}/${part}`,
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      const by = event.shiftKey ? Math.sign(step) : step;
      // What was not said begins in the middle.
      write(level === null ? 0 : within(level + by, -2, 2));
    } else if (event.key === 'Delete' || event.key === 'Backspace') write(null);
    else if (event.key === 'Home') write(-2);
    else if (event.key === 'End') write(2);
    else if (event.key === 'ArrowLeft') beside(place, -1, part);
    else if (event.key === 'ArrowRight') beside(place, 1, part);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onPointerMove(event: PointerEvent) {
    const cell = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!isDragged || !cell || cell.height === 0) return;
    const next = levelAt((event.clientY - cell.top) / cell.height);
    if (next !== level) write(next);
  }

  return (
    <div
      role="slider"
      aria-orientation="vertical"
      aria-label={t(`table.point.${time}`, { person: person.name, touchpoint: touchpointName })}
      aria-valuemin={-2}
      aria-valuemax={2}
      aria-valuenow={level ?? 0}
      aria-valuetext={
        level === null
          ? t(emotionName(null))
          : t('table.point.value', {
              name: t(emotionName(level)),
              value: language.number(level, { signed: true }),
            })
      }
      tabIndex={isStop ? 0 : -1}
      data-part={part}
      data-time={time}
      data-unsaid={level === null || undefined}
      data-face={isFace || undefined}
      data-dragged={isDragged || undefined}
      className={styles.point}
      style={
        {
          '--down': heightOf(level ?? 0),
          '--across': 0.5 + offset,
          '--ink': personColor(person),
        } as CSSProperties
      }
      onKeyDown={onKeyDown}
      onBlur={() => editor.settle()}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(true);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        setDragged(false);
        editor.settle();
      }}
      onPointerCancel={() => setDragged(false)}
    >
      {isFace ? <Face level={level ?? 0} size={22} /> : <span className={styles.dot} />}
    </div>
  );
}
