import { CircleAlert } from 'lucide-react';
import { Button } from '../../controls/Button';
import { useLanguage } from '../../controls/LanguageProvider';
import { useMap, useSession } from '../session';
import styles from './RunBar.module.css';
import { useLiveAnswer } from './useLiveAnswer';
import { useRunState } from './RunContext';
import { canBeWalked } from '../../runs/store';
import { FailedRun } from './FailedRun';
import { RunningRun } from './RunningRun';
import { ShownRun } from './ShownRun';
import { useSpokenRuns } from './useSpokenRuns';

/** What a run is doing, or which one is seen on the map; always there, so that nothing moves when one comes. */
export function RunBar() {
  const isSlow = useRunState((state) => state.isSlow);
  const failure = useRunState((state) => state.failure);
  const current = useRunState((state) => state.current);
  const live = useLiveAnswer();
  useSpokenRuns();
  if (isSlow) return <RunningRun />;
  if (failure) return <FailedRun />;
  return current ? <ShownRun run={current} live={live} /> : <Idle />;
}

/** Before the first run: what is missing for one. */
function Idle() {
  const { t } = useLanguage();
  const isReady = useMap(canBeWalked);
  const isHeld = useRunState((state) => state.isHeld);
  const { shell } = useSession();
  if (isHeld && isReady) {
    return (
      <section className={styles.bar} data-tone="error" aria-label={t('run.bar')}>
        <CircleAlert aria-hidden="true" />
        <span className={styles.sentence}>{t('run.held')}</span>
        <Button size="sm" onClick={() => shell.open('simulate')}>
          {t('run.held.run')}
        </Button>
      </section>
    );
  }
  return (
    <section className={styles.bar} aria-label={t('run.bar')}>
      <span className={styles.idle}>{t(isReady ? 'run.idle' : 'run.idle.needs')}</span>
    </section>
  );
}
