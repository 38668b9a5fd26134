import { useStore } from 'zustand';
import { Button } from '../../controls/Button';
import { useLanguage } from '../../controls/LanguageProvider';
import { ProgressBar } from '../../controls/ProgressBar';
import type { Analysis } from '../../runs/analysis';
import styles from './Insights.module.css';

/** How far the questions have come, and the way to stop. */
export function Asking({
  analysis,
  question,
}: {
  readonly analysis: Analysis;
  readonly question: 'levers' | 'campaigns';
}) {
  const { t } = useLanguage();
  const progress = useStore(analysis.store, (state) => state.progress);
  const failed = useStore(analysis.store, (state) => state.failed);
  if (progress?.question === question) {
    const { done, of } = progress;
    const text = t('insights.asking', { done, of });
    return (
      <div className={styles.asking}>
        <ProgressBar label={text} value={of > 0 ? done / of : null} text={text} />
        <span>{text}</span>
        <Button size="sm" onClick={() => analysis.cancel()}>
          {t('control.cancel')}
        </Button>
      </div>
    );
  }
  return failed === question && <p role="alert">{t('run.failure.worker')}</p>;
}
