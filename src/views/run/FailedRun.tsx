import { CircleAlert, X } from 'lucide-react';
import { Button } from '../../controls/Button';
import { IconButton } from '../../controls/IconButton';
import { useLanguage } from '../../controls/LanguageProvider';
import { useSession } from '../session';
import styles from './RunBar.module.css';
import { useRuns, useRunState } from './RunContext';

/** Why the last run failed, and what can be done. */
export function FailedRun() {
  const { t } = useLanguage();
  const runs = useRuns();
  const { shell } = useSession();
  const failure = useRunState((state) => state.failure);
  const isOfMap = failure === 'no-entry';
  return (
    <section className={styles.bar} data-tone="error" aria-label={t('run.bar')}>
      <CircleAlert aria-hidden="true" />
      <span className={styles.sentence}>{failure && t(`run.failure.${failure}`)}</span>
      <Button
        size="sm"
        onClick={() => {
          runs.dismissFailure();
          if (!isOfMap) shell.open('simulate');
          else if (!shell.isShown('problems')) shell.toggle('problems');
        }}
      >
        {t(isOfMap ? 'run.seeProblems' : 'run.tryAgain')}
      </Button>
      <IconButton label={t('control.dismiss')} size="sm" onClick={() => runs.dismissFailure()}>
        <X aria-hidden="true" />
      </IconButton>
    </section>
  );
}
