import { ChevronsUpDown, X } from 'lucide-react';
import { useId } from 'react';
import { cx } from './cx';
import styles from './Combo.module.css';
import { ComboList, Dot, optionId } from './ComboList';
import type { ComboOption } from './comboOptions';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import input from './input.module.css';
import { useText } from './LanguageProvider';
import { useCombo } from './useCombo';

export interface ComboBoxProps extends FieldProps {
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
  const { options, value, onChange, clearable = false, placeholder, disabled, onCreate } = props;
  const t = useText();
  const listId = useId();
  const chosen = options.find(({ id }) => id === value);
  const choose = (option: ComboOption) => {
    onChange(option.id);
    combo.setOpen(false);
  };
  const combo = useCombo({ options, onChoose: choose, onCreate, many: false });

  return (
    <Field {...fieldPropsOf(props)}>
      {(control) => (
        <ComboList
          combo={combo}
          listId={listId}
          label={props.label}
          isChosen={({ id }) => id === value}
          onChoose={choose}
          many={false}
        >
          <span className={cx(input.input, input.box)}>
            {!combo.open && chosen?.color && <Dot color={chosen.color} />}
            <input
              {...control}
              role="combobox"
              aria-expanded={combo.open}
              aria-controls={combo.open ? listId : undefined}
              aria-autocomplete="list"
              aria-activedescendant={optionId(listId, combo.found[combo.active])}
              autoComplete="off"
              spellCheck={false}
              disabled={disabled}
              value={combo.open ? combo.query : (chosen?.label ?? '')}
              placeholder={combo.open && chosen ? chosen.label : (placeholder ?? t('control.none'))}
              onClick={() => combo.setOpen(true)}
              onKeyDown={combo.onKeyDown}
              onBlur={() => combo.setOpen(false)}
              onChange={(event) => combo.type(event.target.value)}
            />
            {clearable && value !== null && (
              <button
                type="button"
                className={styles.clear}
                aria-label={t('control.clear')}
                disabled={disabled}
                onClick={() => onChange(null)}
              >
                <X aria-hidden="true" />
              </button>
            )}
            <ChevronsUpDown aria-hidden="true" />
          </span>
        </ComboList>
      )}
    </Field>
  );
}
