import { Star } from 'lucide-react';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import { useText } from './LanguageProvider';
import { radioKeys } from './radioKeys';
import styles from './Rating.module.css';

const STEPS = [1, 2, 3, 4, 5] as const;

export interface RatingProps extends FieldProps {
  /** 1–5; null = not rated. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** One to five. Choosing the same again, or Backspace, takes the rating away. */
export function Rating(props: RatingProps) {
  const { value, onChange } = props;
  const t = useText();
  const chooseByKey = radioKeys((index) => onChange(STEPS[index] ?? null));
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
          {STEPS.map((step) => (
            <button
              key={step}
              type="button"
              role="radio"
              aria-checked={step === value}
              aria-label={t('control.rating.value', { value: step, max: STEPS.length })}
              tabIndex={step === (value ?? 1) ? 0 : -1}
              className={styles.step}
              data-filled={value !== null && step <= value}
              onClick={() => onChange(step === value ? null : step)}
            >
              <Star aria-hidden="true" />
            </button>
          ))}
          <span className={styles.text}>
            {value === null
              ? t('control.rating.clear')
              : t('control.rating.value', { value, max: STEPS.length })}
          </span>
        </div>
      )}
    </Field>
  );
}
