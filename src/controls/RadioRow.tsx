import type { ReactNode } from 'react';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import { radioKeys } from './radioKeys';

/** One of the choices of a row. */
export interface RadioChoice<Value> {
  readonly value: Value;
  readonly name: string;
  readonly face?: ReactNode;
  readonly data?: Readonly<Record<`data-${string}`, string | boolean>>;
}

interface RadioRowProps<Value> extends FieldProps {
  readonly choices: readonly RadioChoice<Value>[];
  /** What is chosen; null = nothing. */
  readonly chosen: Value | null;
  /** Where the keyboard enters while nothing is chosen. */
  readonly entry: Value;
  readonly onChoose: (value: Value) => void;
  /** Where given, Backspace and choosing the same again take the choice back. */
  readonly onClear?: () => void;
  readonly className: string | undefined;
  readonly choiceClassName: string | undefined;
  /** Behind the choices: what is chosen, in words. */
  readonly children?: ReactNode;
}

/** A labelled row of small choices of which one is taken, by pointer or arrow keys. */
export function RadioRow<Value extends string | number>(props: RadioRowProps<Value>) {
  const { choices, chosen, entry, onChoose, onClear } = props;
  const chooseByKey = radioKeys((index) => {
    const choice = choices[index];
    if (choice) onChoose(choice.value);
  });
  return (
    <Field {...fieldPropsOf(props)} group>
      {({ 'aria-describedby': describedBy }, labelId) => (
        <div
          role="radiogroup"
          tabIndex={-1}
          className={props.className}
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          onKeyDown={(event) => {
            if (onClear && (event.key === 'Backspace' || event.key === 'Delete')) {
              event.stopPropagation();
              onClear();
            } else chooseByKey(event);
          }}
        >
          {choices.map(({ value, name, face, data }) => (
            <button
              key={value}
              type="button"
              role="radio"
              aria-checked={value === chosen}
              aria-label={name}
              title={name}
              tabIndex={value === (chosen ?? entry) ? 0 : -1}
              className={props.choiceClassName}
              onClick={() => (onClear && value === chosen ? onClear() : onChoose(value))}
              {...data}
            >
              {face}
            </button>
          ))}
          {props.children}
        </div>
      )}
    </Field>
  );
}
