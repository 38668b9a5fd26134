import type { MessageId } from '../../language';
import styles from './EmotionPicker.module.css';
import { Face } from './Face';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import { useText } from './LanguageProvider';
import { radioKeys } from './radioKeys';

const EMOTIONS = [-2, -1, 0, 1, 2] as const;

const NAMES: readonly MessageId[] = [
  'control.emotion.veryBad',
  'control.emotion.bad',
  'control.emotion.neutral',
  'control.emotion.good',
  'control.emotion.veryGood',
];

/** The key of an emotion's name; what lies between two levels takes the nearest. */
export function emotionName(level: number | null): MessageId {
  if (level === null) return 'control.emotion.unset';
  return NAMES[Math.max(-2, Math.min(2, Math.round(level))) + 2] ?? 'control.emotion.neutral';
}

export interface EmotionPickerProps extends FieldProps {
  /** −2 (very bad) … 2 (very good); null = not said. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** Five faces. Choosing the same again, or Backspace, unsays it. */
export function EmotionPicker(props: EmotionPickerProps) {
  const { value, onChange } = props;
  const t = useText();
  const near = value === null ? null : Math.round(value);
  const chooseByKey = radioKeys((index) => onChange(EMOTIONS[index] ?? null));
  return (
    <Field {...fieldPropsOf(props)} group>
      {({ 'aria-describedby': describedBy }, labelId) => (
        <div
          role="radiogroup"
          tabIndex={-1}
          className={styles.row}
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' || event.key === 'Delete') {
              event.stopPropagation();
              onChange(null);
            } else chooseByKey(event);
          }}
        >
          {EMOTIONS.map((level) => (
            <button
              key={level}
              type="button"
              role="radio"
              aria-checked={level === near}
              aria-label={t(emotionName(level))}
              title={t(emotionName(level))}
              tabIndex={level === (near ?? 0) ? 0 : -1}
              className={styles.face}
              onClick={() => onChange(level === near ? null : level)}
            >
              <Face level={level} size={24} plain={near !== null && level !== near} />
            </button>
          ))}
          <span className={styles.text}>{t(emotionName(value))}</span>
        </div>
      )}
    </Field>
  );
}
