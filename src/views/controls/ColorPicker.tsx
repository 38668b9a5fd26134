import { COLOR_NAMES, type ColorName } from './colors';
import styles from './ColorPicker.module.css';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import { useText } from './LanguageProvider';
import { radioKeys } from './radioKeys';

export interface ColorPickerProps extends FieldProps {
  readonly value: ColorName;
  readonly onChange: (value: ColorName) => void;
}

/** One of the twelve named colours, each of which both themes can show with enough contrast. */
export function ColorPicker(props: ColorPickerProps) {
  const { value, onChange } = props;
  const t = useText();
  const chooseByKey = radioKeys((index) => {
    const color = COLOR_NAMES[index];
    if (color) onChange(color);
  });
  return (
    <Field {...fieldPropsOf(props)} group>
      {({ 'aria-describedby': describedBy }, labelId) => (
        <div
          role="radiogroup"
          tabIndex={-1}
          className={styles.grid}
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          onKeyDown={chooseByKey}
        >
          {COLOR_NAMES.map((color) => (
            <button
              key={color}
              type="button"
              role="radio"
              aria-checked={color === value}
              aria-label={t(`color.${color}`)}
              title={t(`color.${color}`)}
              tabIndex={color === value ? 0 : -1}
              className={styles.swatch}
              data-color={color}
              onClick={() => onChange(color)}
            />
          ))}
        </div>
      )}
    </Field>
  );
}
