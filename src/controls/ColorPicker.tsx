import { COLOR_NAMES, type ColorName } from './colors';
import styles from './ColorPicker.module.css';
import type { FieldProps } from './Field';
import { useText } from './LanguageProvider';
import { RadioRow } from './RadioRow';

interface ColorPickerProps extends FieldProps {
  /** null where there is no one colour, as of several records. */
  readonly value: ColorName | null;
  readonly onChange: (value: ColorName) => void;
}

/** One of the twelve named colours, each of which both themes can show with enough contrast. */
export function ColorPicker({ value, onChange, ...field }: ColorPickerProps) {
  const t = useText();
  return (
    <RadioRow
      {...field}
      className={styles.grid}
      choiceClassName={styles.swatch}
      choices={COLOR_NAMES.map((color) => ({
        value: color,
        name: t(`color.${color}`),
        data: { 'data-color': color },
      }))}
      chosen={value}
      entry={value ?? 'grey'}
      onChoose={onChange}
    />
  );
}
