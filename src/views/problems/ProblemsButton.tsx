import { TriangleAlert } from 'lucide-react';
import { useText } from '../../controls/LanguageProvider';
import { Tooltip } from '../../controls/Tooltip';
import { useSession } from '../session';
import styles from './ProblemsButton.module.css';
import { useProblems } from './useProblems';

/** In the top bar: how many errors and warnings there are, and the way to them. Nothing at none. */
export function ProblemsButton() {
  const t = useText();
  const { shell } = useSession();
  const grave = (useProblems() ?? []).filter(({ severity }) => severity !== 'hint');
  if (grave.length === 0) return null;
  const label = t('problems.button', { count: grave.length });
  return (
    <Tooltip text={label} keys="Alt+Shift+P">
      <button
        type="button"
        className={styles.button}
        aria-label={label}
        aria-expanded={shell.isShown('problems')}
        data-severity={grave.some(({ severity }) => severity === 'error') ? 'error' : 'warning'}
        onClick={() => shell.toggle('problems')}
      >
        <TriangleAlert aria-hidden="true" />
        <span className={styles.count}>{grave.length}</span>
        <span className={styles.words}>{label}</span>
      </button>
    </Tooltip>
  );
}
