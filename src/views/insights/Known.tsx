import { useLanguage } from '../../controls/LanguageProvider';
import type { Method } from '../../insight';
import styles from './Insights.module.css';

/** How the answers of a table are known, where they all share them. */
export function Known({
  answers,
}: {
  readonly answers: readonly { readonly method: Method }[] | null;
}) {
  const { t } = useLanguage();
  const [first] = answers ?? [];
  if (!first || answers?.some(({ method }) => method !== first.method)) return null;
  return (
    <p className={styles.sub} data-method={first.method}>
      {t(`insights.known.${first.method}`)}
    </p>
  );
}
