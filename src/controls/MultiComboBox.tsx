import { Root as VisuallyHidden } from '@radix-ui/react-visually-hidden';
import { useId, type KeyboardEvent } from 'react';
import { Chip } from './Chip';
import { cx } from './cx';
import styles from './Combo.module.css';
import { ComboInput } from './ComboInput';
import { ComboList } from './ComboList';
import type { ComboOption } from './comboOptions';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import input from './input.module.css';
import { useText } from './LanguageProvider';
import { useCombo } from './useCombo';

interface MultiComboBoxProps extends FieldProps {
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
  const { options, value, onChange, placeholder, disabled = false, onCreate } = props;
  const t = useText();
  const countId = useId();
  const toggle = ({ id }: ComboOption) =>
    onChange(value.includes(id) ? value.filter((chosen) => chosen !== id) : [...value, id]);
  const combo = useCombo({ options, onChoose: toggle, onCreate, many: true });
  const chosen = value.flatMap((id) => options.filter((option) => option.id === id));

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Backspace' && combo.query === '' && value.length > 0) {
      event.stopPropagation();
      onChange(value.slice(0, -1));
    }
  }

  return (
    <Field {...fieldPropsOf(props)}>
      {(control) => (
        <ComboList combo={combo} label={props.label} isChosen={({ id }) => value.includes(id)} many>
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
            <ComboInput
              combo={combo}
              control={control}
              value={combo.query}
              placeholder={chosen.length === 0 ? (placeholder ?? t('control.none')) : ''}
              disabled={disabled}
              describedBy={countId}
              onKeyDown={onKeyDown}
            />
          </span>
        </ComboList>
      )}
    </Field>
  );
}
