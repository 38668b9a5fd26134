import { ChevronDown } from 'lucide-react';
import { cx } from './cx';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import input from './input.module.css';
import styles from './Select.module.css';

interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
  /** Options with the same group stand together under it. */
  readonly group?: string;
}

interface SelectProps<Value extends string> extends FieldProps {
  readonly options: readonly SelectOption<Value>[];
  /** null shows the placeholder. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** One of a known list: the platform's own list, so that phones and screen readers feel at home. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, placeholder, disabled } = props;
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <Field {...fieldPropsOf(props)}>
      {(control) => (
        <span className={styles.box}>
          <select
            {...control}
            className={cx(input.input, styles.select)}
            value={value ?? ''}
            disabled={disabled}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen) onChange(chosen.value);
            }}
          >
            {(value === null || !options.some((option) => option.value === value)) && (
              <option value={value ?? ''} disabled>
                {placeholder ?? value ?? ''}
              </option>
            )}
            {groups.map((group) => {
              const members = options
                .filter((option) => option.group === group)
                .map((option) => (
                  <option key={option.value} value={option.value} disabled={option.disabled}>
                    {option.label}
                  </option>
                ));
              return group === undefined ? (
                members
              ) : (
                <optgroup key={group} label={group}>
                  {members}
                </optgroup>
              );
            })}
          </select>
          <ChevronDown aria-hidden="true" />
        </span>
      )}
    </Field>
  );
}
