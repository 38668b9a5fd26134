import { Root as VisuallyHidden } from '@radix-ui/react-visually-hidden';
import { useId, type KeyboardEvent } from 'react';
import { Chip } from './Chip';
import { cx } from './cx';
import styles from './Combo.module.css';
import { ComboList, optionId } from './ComboList';
import type { ComboOption } from './comboOptions';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import input from './input.module.css';
import { useText } from './LanguageProvider';
import { useCombo } from './useCombo';

export interface MultiComboBoxProps extends FieldProps {
  readonly options: readonly ComboOption[];
  /** Ids of the chosen options, in the order they are shown. */
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Makes a new one of what was typed. */
  readonly onCreate?: (text: string) => void;
}

/** Several records of many, each a chip. Backspace in the empty box takes the last one away. */
export function MultiComboBox(props: MultiComboBoxProps) {
  const { options, value, onChange, placeholder, disabled, onCreate } = props;
  const t = useText();
  const listId = useId();
  const countId = `${listId}-count`;
  const toggle = ({ id }: ComboOption) =>
    onChange(value.includes(id) ? value.filter((chosen) => chosen !== id) : [...value, id]);
  const combo = useCombo({ options, onChoose: toggle, onCreate, many: true });
  const chosen = value.flatMap((id) => options.filter((option) => option.id === id));

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Backspace' && combo.query === '' && value.length > 0) {
      event.stopPropagation();
      onChange(value.slice(0, -1));
    } else combo.onKeyDown(event);
  }

  return (
    <Field {...fieldPropsOf(props)}>
      {(control) => (
        <ComboList
          combo={combo}
          listId={listId}
          label={props.label}
          isChosen={({ id }) => value.includes(id)}
          onChoose={toggle}
          many
        >
          <span className={cx(input.input, input.box, styles.chips)}>
            {chosen.map((option) => (
              <Chip
                key={option.id}
                tone={option.color ?? 'grey'}
                size="sm"
                name={option.label}
                {...(disabled ? {} : { onRemove: () => toggle(option) })}
              >
                {option.label}
              </Chip>
            ))}
            <VisuallyHidden id={countId}>
              {t('control.combo.selected', { count: value.length })}
            </VisuallyHidden>
            <input
              {...control}
              role="combobox"
              aria-expanded={combo.open}
              aria-controls={combo.open ? listId : undefined}
              aria-autocomplete="list"
              aria-activedescendant={optionId(listId, combo.found[combo.active])}
              aria-describedby={cx(control['aria-describedby'], countId)}
              autoComplete="off"
              spellCheck={false}
              disabled={disabled}
              value={combo.query}
              placeholder={chosen.length === 0 ? (placeholder ?? t('control.none')) : ''}
              onClick={() => combo.setOpen(true)}
              onKeyDown={onKeyDown}
              onBlur={() => combo.setOpen(false)}
              onChange={(event) => combo.type(event.target.value)}
            />
          </span>
        </ComboList>
      )}
    </Field>
  );
}
