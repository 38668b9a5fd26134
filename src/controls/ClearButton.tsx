import { X } from 'lucide-react';
import styles from './ClearButton.module.css';
import { useText } from './LanguageProvider';

/** Empties the box it stands in. */
export function ClearButton({
  disabled = false,
  onClear,
}: {
  readonly disabled?: boolean;
  readonly onClear: () => void;
}) {
  const t = useText();
  return (
    <button
      type="button"
      className={styles.clear}
      aria-label={t('control.clear')}
      title={t('control.clear')}
      disabled={disabled}
      onClick={onClear}
    >
      <X aria-hidden="true" />
    </button>
  );
}
