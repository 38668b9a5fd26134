import { Range, Root, Thumb, Track } from '@radix-ui/react-slider';
import { Field, fieldPropsOf, type FieldProps } from './Field';
import styles from './Slider.module.css';

export interface SliderProps extends FieldProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** The thumb was let go. */
  readonly onCommit?: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** The value in words, shown at the label's end and read out, e.g. `12.5%`. */
  readonly text: string;
  readonly disabled?: boolean;
}

/** A number by feel. Arrow keys, Page Up and Down, Home and End move it. */
export function Slider(props: SliderProps) {
  const { value, onChange, onCommit, min = 0, max = 100, step = 1, text, disabled = false } = props;
  return (
    <Field {...fieldPropsOf(props)} group aside={<output className={styles.text}>{text}</output>}>
      {({ 'aria-describedby': describedBy }, labelId) => (
        <Root
          className={styles.slider}
          value={[value]}
          min={min}
          max={max}
          step={step}
          disabled={disabled}
          onValueChange={([next]) => {
            if (next !== undefined) onChange(next);
          }}
          onValueCommit={([next]) => {
            if (next !== undefined) onCommit?.(next);
          }}
        >
          <Track className={styles.track}>
            <Range className={styles.range} />
          </Track>
          <Thumb
            className={styles.thumb}
            aria-labelledby={labelId}
            aria-describedby={describedBy}
            aria-valuetext={text}
          />
        </Root>
      )}
    </Field>
  );
}
