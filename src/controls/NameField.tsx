import type { ComponentProps } from 'react';
import { cx } from './cx';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import input from './input.module.css';
import { type OpenNameOptions, useOpenName } from './useOpenName';

interface NameFieldProps
  extends
    FieldProps,
    OpenNameOptions,
    Pick<ComponentProps<'input'>, 'maxLength' | 'placeholder' | 'ref'> {}

/** A name that always stands in a form; {@link useOpenName} says how the typing of it ends. */
export function NameField(props: NameFieldProps) {
  const { maxLength, placeholder, ref } = props;
  const typing = useOpenName(props);
  return (
    <Field {...fieldPropsOf(props)}>
      {(control) => (
        <input
          {...control}
          {...typing}
          ref={ref}
          type="text"
          dir="auto"
          className={cx(input.input)}
          autoComplete="off"
          maxLength={maxLength}
          placeholder={placeholder}
        />
      )}
    </Field>
  );
}
