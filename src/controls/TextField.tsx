import type { ComponentProps } from 'react';
import { cx } from './cx';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import input from './input.module.css';
import { isComposing } from './typing';
import { useRestore } from './useRestore';

interface TextFieldProps
  extends
    FieldProps,
    Pick<
      ComponentProps<'input'>,
      'autoComplete' | 'autoFocus' | 'disabled' | 'list' | 'maxLength' | 'placeholder' | 'ref'
    > {
  readonly value: string;
  /** At every keystroke; the editing store makes one undo step of a burst. */
  readonly onChange: (value: string) => void;
  /** Enter was pressed or the field left. */
  readonly onCommit?: (value: string) => void;
  readonly type?: 'text' | 'url' | 'email';
}

/** One line of text. Escape restores what it held on entry. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onCommit, type = 'text', ref, ...rest } = props;
  const { autoComplete = 'off', autoFocus, disabled, list, maxLength, placeholder } = rest;
  const restore = useRestore(value, onChange);
  return (
    <Field {...fieldPropsOf(props)}>
      {(control) => (
        <input
          {...control}
          ref={ref}
          type={type}
          dir="auto"
          className={cx(input.input)}
          value={value}
          autoComplete={autoComplete}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- callers set it where a dialog or a rename opens on this field
          autoFocus={autoFocus}
          disabled={disabled}
          list={list}
          maxLength={maxLength}
          placeholder={placeholder}
          onFocus={restore.onFocus}
          onKeyDown={(event) => {
            restore.onKeyDown(event);
            if (event.key === 'Enter' && !isComposing(event)) onCommit?.(value);
          }}
          onBlur={() => onCommit?.(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
