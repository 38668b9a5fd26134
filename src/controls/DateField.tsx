import { useState } from 'react';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import input from './input.module.css';
import { useText } from './LanguageProvider';

interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`; null = none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly min?: string;
  readonly max?: string;
  readonly disabled?: boolean;
}

/** A calendar date, in the platform's own picker and the reader's own order of day and month. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, min, max, disabled } = props;
  const t = useText();
  /** The browser has text that is no date yet; it keeps it, we only say so when the field is left. */
  const [broken, setBroken] = useState(false);
  return (
    <Field {...fieldPropsOf(props)} error={broken ? t('control.date.invalid') : props.error}>
      {(control) => (
        <input
          {...control}
          type="date"
          className={input.input}
          value={value ?? ''}
          min={min}
          max={max}
          disabled={disabled}
          onBlur={(event) => setBroken(event.target.validity.badInput)}
          onChange={(event) => {
            if (event.target.validity.badInput) return;
            setBroken(false);
            onChange(event.target.value === '' ? null : event.target.value);
          }}
        />
      )}
    </Field>
  );
}
