import { useText } from './LanguageProvider';
import type { TwoWays } from './numberText';
import styles from './ReadAs.module.css';

/** How a number that can be read two ways was understood: `= 1,500 not 1.5`. */
export function ReadAs({ understood, not }: TwoWays) {
  const t = useText();
  return (
    <span className={styles.reading}>
      <span className={styles.value}>{t('control.number.read', { value: understood })}</span>{' '}
      <span className={styles.value}>{t('control.number.notRead', { value: not })}</span>
    </span>
  );
}

/**
 * The place under a field for it: always there, so that screen readers notice what appears, and without a height, so
 * that nothing moves while somebody types. Above an error, which moves the page anyway, it is a line of its own.
 */
export function ReadAsPlace({
  twoWays,
  hasError,
}: {
  readonly twoWays: TwoWays | undefined;
  readonly hasError: boolean;
}) {
  return (
    <div className={twoWays && hasError ? styles.line : styles.float} aria-live="polite">
      {twoWays && <ReadAs {...twoWays} />}
    </div>
  );
}
