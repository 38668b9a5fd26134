import { useText } from './LanguageProvider';
import styles from './Skeleton.module.css';

/** Stands where something is being fetched; says so once to screen readers. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const t = useText();
  return (
    <div className={styles.skeleton} role="status" aria-label={t('control.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} />
      ))}
    </div>
  );
}
