import { useLanguage } from '../../controls/LanguageProvider';
import type { Means } from '../../runs/analysis/analysis';
import styles from './Insights.module.css';

/** By what means the answers of a table are known, where they all share them. */
export function Known({
  answers,
}: {
  readonly answers: readonly { readonly means: Means }[] | null;
}) {
  const { t } = useLanguage();
  const [first] = answers ?? [];
  if (!first || answers?.some(({ means }) => means !== first.means)) return null;
  return (
    <p className={styles.sub} data-means={first.means}>
      {t(`insights.known.${first.means}`)}
    </p>
  );
}
