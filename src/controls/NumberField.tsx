import { useId, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import input from './input.module.css';
import { useLanguage } from './LanguageProvider';
import { plainNumber, readNumber, stepNumber } from './numberText';
import { ReadAsPlace } from './ReadAs';
import { isComposing } from './typing';

/** `min` and `max` limit the value; `step` is in the unit that is shown. */
export interface NumberFieldProps extends FieldProps {
  /** null = empty. */
  readonly value: number | null;
  /** Called with numbers in range only, and with null when emptied (unless `required`). */
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  /** What an arrow key adds; ten times as much with Shift. */
  readonly step?: number;
  readonly integer?: boolean;
  /** Emptying it is an error instead of null. */
  readonly required?: boolean;
  readonly prefix?: ReactNode;
  readonly unit?: ReactNode;
  /** The shown number is the value times this: 100 for percentages. */
  readonly scale?: number;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/**
 * A number, written and read in the reader's language (`1.234,5` in German). Arrow keys step, Escape
 * restores, empty is null; what is no number stays in sight with a sentence, and changes nothing. What can be read two ways
 * (`1,500`) is shown as it was understood, while it is typed.
 */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, step = 1, scale = 1, prefix, unit, placeholder, disabled } = props;
  const language = useLanguage();
  const unitId = useId();
  /** What is being typed; null when the field shows its value. */
  const [draft, setDraft] = useState<string | null>(null);
  const [entered, setEntered] = useState(value);

  const shown = draft ?? plainNumber(value, scale, language.tag);
  const reading = readNumber(shown, props, language);
  const refusal = draft === null || reading.ok ? undefined : reading.error;
  const error = refusal ?? props.error;

  function type(text: string) {
    setDraft(text);
    const next = readNumber(text, props, language);
    if (next.ok && next.value !== value) onChange(next.value);
  }

  /** An input drops line breaks and would join the cells of a spreadsheet to one number: they stay apart, to be refused. */
  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    const cells = event.clipboardData
      .getData('text')
      .trim()
      .split(/\s*[\t\n\r]\s*/);
    if (cells.length < 2) return;
    event.preventDefault();
    const { value: text, selectionStart, selectionEnd } = event.currentTarget;
    const [start, end] = [selectionStart ?? text.length, selectionEnd ?? text.length];
    type(text.slice(0, start) + cells.join('; ') + text.slice(end));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const by = (event.key === 'ArrowUp' ? 1 : -1) * step * (event.shiftKey ? 10 : 1);
      const from = reading.ok ? reading.value : value;
      const next = stepNumber(from, by, scale, props);
      setDraft(null);
      if (next !== value) onChange(next);
    } else if (event.key === 'Enter') {
      if (reading.ok) setDraft(null);
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      event.preventDefault();
      setDraft(null);
      if (entered !== value) onChange(entered);
    }
  }

  return (
    <Field {...fieldPropsOf(props)} error={error}>
      {(control) => (
        <div>
          <span className={cx(input.input, input.box)}>
            {prefix !== undefined && <span className={input.affix}>{prefix}</span>}
            <input
              {...control}
              // No form goes on with the last number that could be read while another stands in the field.
              ref={(box) => box?.setCustomValidity(refusal ?? '')}
              aria-describedby={
                cx(control['aria-describedby'], unit !== undefined && unitId) || undefined
              }
              className={input.number}
              inputMode={props.integer ? 'numeric' : 'decimal'}
              autoComplete="off"
              value={shown}
              placeholder={placeholder}
              disabled={disabled}
              onFocus={(event) => {
                setEntered(value);
                event.target.select();
              }}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
              onBlur={() => {
                if (reading.ok) setDraft(null);
              }}
              onChange={(event) => type(event.target.value)}
            />
            {unit !== undefined && (
              <span id={unitId} className={input.affix}>
                {unit}
              </span>
            )}
          </span>
          <ReadAsPlace
            twoWays={draft === null ? undefined : reading.twoWays}
            hasError={error !== undefined}
          />
        </div>
      )}
    </Field>
  );
}

/** A proportion 0…1, typed as a percentage. */
export function PercentField({
  min = 0,
  max = 1,
  ...props
}: Omit<NumberFieldProps, 'scale' | 'unit' | 'prefix'>) {
  return <NumberField {...props} min={min} max={max} scale={100} unit="%" />;
}

/** Money in major units of `currency` (ISO 4217). */
export function MoneyField({
  currency,
  ...props
}: Omit<NumberFieldProps, 'scale' | 'prefix'> & { readonly currency: string }) {
  return <NumberField {...props} prefix={useLanguage().currencySign(currency)} />;
}
