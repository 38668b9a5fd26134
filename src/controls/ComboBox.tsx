import { ChevronsUpDown } from 'lucide-react';
import { ClearButton } from './ClearButton';
import { cx } from './cx';
import { ComboInput } from './ComboInput';
import { ComboList, ColorDot } from './ComboList';
import type { ComboOption } from './comboOptions';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import input from './input.module.css';
import { useText } from './LanguageProvider';
import { useCombo } from './useCombo';

interface ComboBoxProps extends FieldProps {
  readonly options: readonly ComboOption[];
  /** The chosen option's id; null = none. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Offers a way back to nothing chosen. */
  readonly clearable?: boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Makes a new one of what was typed. */
  readonly onCreate?: (text: string) => void;
}

/** One record of many, found by typing. */
export function ComboBox(props: ComboBoxProps) {
  const {
    options,
    value,
    onChange,
    clearable = false,
    placeholder,
    disabled = false,
    onCreate,
  } = props;
  const t = useText();
  const chosen = options.find(({ id }) => id === value);
  const combo = useCombo({ options, onChoose: ({ id }) => onChange(id), onCreate, many: false });

  return (
    <Field {...fieldPropsOf(props)}>
      {(control) => (
        <ComboList
          combo={combo}
          label={props.label}
          isChosen={({ id }) => id === value}
          many={false}
        >
          <span className={cx(input.input, input.box)}>
            {!combo.open && chosen?.color && <ColorDot color={chosen.color} />}
            <ComboInput
              combo={combo}
              control={control}
              value={combo.open ? combo.query : (chosen?.label ?? '')}
              placeholder={combo.open && chosen ? chosen.label : (placeholder ?? t('control.none'))}
              disabled={disabled}
            />
            {clearable && value !== null && (
              <ClearButton disabled={disabled} onClear={() => onChange(null)} />
            )}
            <ChevronsUpDown aria-hidden="true" />
          </span>
        </ComboList>
      )}
    </Field>
  );
}
