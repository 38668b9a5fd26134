import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from './cx';
import styles from './Segmented.module.css';

interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Shows the icon alone; the label stays its name. */
  readonly iconOnly?: boolean;
  readonly disabled?: boolean;
}

interface SegmentedProps<Value extends string> {
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
  const chosen = options.findIndex((option) => option.value === value);
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cx(styles.group, styles[size], wide && styles.wide)}
    >
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          // One stop of the Tab key for the whole group.
          tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
          disabled={option.disabled ?? false}
          className={styles.item}
          onKeyDown={moveFocus}
          aria-label={option.iconOnly ? option.label : undefined}
          title={option.icon === undefined ? undefined : option.label}
          onClick={() => {
            if (index !== chosen) onChange(option.value);
          }}
        >
          {option.icon}
          {!option.iconOnly && <span>{option.label}</span>}
        </button>
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/** Arrow keys, Home and End walk round the options; Space or Enter chooses. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const group = event.currentTarget.parentElement;
  const items = [...(group?.querySelectorAll<HTMLElement>('button:enabled') ?? [])];
  const at = items.indexOf(event.currentTarget);
  const step = STEPS[event.key];
  const next =
    event.key === 'Home' ? 0 : event.key === 'End' ? -1 : step === undefined ? null : at + step;
  if (next === null) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}
