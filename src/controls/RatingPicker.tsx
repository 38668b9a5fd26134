import { Star } from 'lucide-react';
import type { FieldProps } from './Field';
import { useText } from './LanguageProvider';
import { RadioRow } from './RadioRow';
import styles from './RatingPicker.module.css';

const STEPS = [1, 2, 3, 4, 5] as const;

interface RatingPickerProps extends FieldProps {
  /** 1–5; null = not rated. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** One to five. Choosing the same again, or Backspace, takes the rating away. */
export function RatingPicker({ value, onChange, ...field }: RatingPickerProps) {
  const t = useText();
  const said = (step: number) => t('control.rating.value', { value: step, max: STEPS.length });
  return (
    <RadioRow
      {...field}
      className={styles.row}
      choiceClassName={styles.step}
      choices={STEPS.map((step) => ({
        value: step,
        name: said(step),
        face: <Star aria-hidden="true" />,
        data: { 'data-filled': value !== null && step <= value },
      }))}
      chosen={value}
      entry={1}
      onChoose={onChange}
      onClear={() => onChange(null)}
    >
      <span className={styles.text}>
        {value === null ? t('control.rating.clear') : said(value)}
      </span>
    </RadioRow>
  );
}
