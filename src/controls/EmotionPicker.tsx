import styles from './EmotionPicker.module.css';
import { emotionName } from './emotions';
import { Face } from './Face';
import type { FieldProps } from './Field';
import { useText } from './LanguageProvider';
import { RadioRow } from './RadioRow';

const EMOTIONS = [-2, -1, 0, 1, 2] as const;

interface EmotionPickerProps extends FieldProps {
  /** −2 (very bad) … 2 (very good); null = not said. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** Five faces. Choosing the same again, or Backspace, unsays it. */
export function EmotionPicker({ value, onChange, ...field }: EmotionPickerProps) {
  const t = useText();
  const near = value === null ? null : Math.round(value);
  return (
    <RadioRow
      {...field}
      className={styles.row}
      choiceClassName={styles.face}
      choices={EMOTIONS.map((level) => ({
        value: level,
        name: t(emotionName(level)),
        face: <Face level={level} size={24} plain={near !== null && level !== near} />,
      }))}
      chosen={near}
      entry={0}
      onChoose={onChange}
      onClear={() => onChange(null)}
    >
      <span className={styles.text}>{t(emotionName(value))}</span>
    </RadioRow>
  );
}
