import { cx } from './cx';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import input from './input.module.css';
import styles from './TextArea.module.css';
import { useRestore } from './useRestore';

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The field was left. */
  readonly onCommit?: (value: string) => void;
  /** Lines shown when empty; it grows with its text. */
  readonly rows?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** Several lines of text, as tall as what it holds. Escape restores what it held on entry. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, onCommit, rows = 2, maxLength, placeholder, disabled } = props;
  const restore = useRestore(value, onChange);
  return (
    <Field {...fieldPropsOf(props)}>
      {(control) => (
        // The hidden twin has the same text, so the grid cell, and with it the area, gets its height.
        <div className={styles.grow}>
          <textarea
            {...control}
            {...restore}
            className={cx(input.input, styles.area)}
            rows={rows}
            dir="auto"
            value={value}
            maxLength={maxLength}
            placeholder={placeholder}
            disabled={disabled}
            onBlur={() => onCommit?.(value)}
            onChange={(event) => onChange(event.target.value)}
          />
          <div className={cx(input.input, styles.twin)} aria-hidden="true">
            {value}{' '}
          </div>
        </div>
      )}
    </Field>
  );
}
