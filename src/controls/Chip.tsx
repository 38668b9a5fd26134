import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { cx } from './cx';
import { useText } from './LanguageProvider';
import type { ColorName } from './colors';

/** A colour a person has chosen, or what a state stands for. */
export type Tone = ColorName | 'accent' | 'met' | 'watch' | 'missed' | 'error' | 'warning' | 'info';

interface ChipProps {
  readonly children: ReactNode;
  /** What the colour means is also said in words or by an icon. */
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  /** A dot in the tone's full colour instead of a tinted ground. */
  readonly dot?: boolean;
  readonly size?: 'sm' | 'md';
  /** Adds a button that takes it away; `name` says what. */
  readonly onRemove?: () => void;
  readonly name?: string;
}

/** A small label: a state, a segment, a chosen record. */
export function Chip({
  children,
  tone = 'grey',
  icon,
  dot = false,
  size = 'md',
  onRemove,
  name,
}: ChipProps) {
  const t = useText();
  return (
    <span className={cx(styles.chip, styles[size], dot && styles.plain)} data-tone={tone}>
      {dot && <span className={styles.dot} />}
      {icon}
      <span className={styles.text} dir="auto">
        {children}
      </span>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('control.remove', { name: name ?? '' })}
          title={t('control.remove', { name: name ?? '' })}
          onClick={onRemove}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
