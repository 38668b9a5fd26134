import { Item, Root } from '@radix-ui/react-toggle-group';
import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './Segmented.module.css';

export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Shows the icon alone; the label stays its name. */
  readonly iconOnly?: boolean;
  readonly disabled?: boolean;
}

export interface SegmentedProps<Value extends string> {
  /** What is being chosen. */
  readonly label: string;
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly size?: 'sm' | 'md';
  /** Fills its row. */
  readonly wide?: boolean;
}

/** One of a few, all in sight. Arrow keys move between them. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  size = 'md',
  wide = false,
}: SegmentedProps<Value>) {
  return (
    <Root
      type="single"
      aria-label={label}
      value={value}
      className={cx(styles.group, styles[size], wide && styles.wide)}
      onValueChange={(next) => {
        // Radix answers '' when the chosen one is pressed again.
        const option = options.find((candidate) => candidate.value === next);
        if (option) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className={styles.item}
          aria-label={option.iconOnly ? option.label : undefined}
          title={option.iconOnly ? option.label : undefined}
        >
          {option.icon}
          {!option.iconOnly && <span>{option.label}</span>}
        </Item>
      ))}
    </Root>
  );
}
