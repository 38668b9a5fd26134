import { PROFIT_ARRIVALS } from '../../kpis';
import { hasMoney } from '../../map/records';
import type { Headline } from '../../simulation/results';
import { Button } from '../../controls/Button';
import { useLanguage } from '../../controls/LanguageProvider';
import { ProgressBar } from '../../controls/ProgressBar';
import { useMap } from '../session';
import { figure, goalSentence, intervalText, judged } from '../../insight';
import styles from './RunBar.module.css';
import { useRuns, useRunState } from './RunContext';

/** A run that takes long: how far it is, and how to end it. */
export function RunningRun() {
  const { t, percent } = useLanguage();
  const runs = useRuns();
  const progress = useRunState((state) => state.progress) ?? 0;
  const soFar = useRunState((state) => state.soFar);
  const text = percent(progress, { digits: 0 });
  return (
    <section className={styles.bar} aria-label={t('run.bar')}>
      <span className={styles.name}>{t('run.running')}</span>
      <ProgressBar label={t('run.running')} value={progress} text={text} />
      <span className={styles.figure}>{text}</span>
      {soFar && <SoFar soFar={soFar} />}
      <Button size="sm" onClick={() => runs.cancel()}>
        {t(soFar ? 'run.stopHere' : 'control.cancel')}
      </Button>
    </section>
  );
}

/** The headline while a long run goes on: how sure it is grows before one's eyes. */
function SoFar({ soFar }: { readonly soFar: Headline }) {
  const language = useLanguage();
  const { t, number } = language;
  const map = useMap((whole) => whole);
  const { value, interval } = judged(soFar, map);
  const { currency } = map;
  const isMoney = hasMoney(map);
  return (
    <span className={styles.soFar}>
      <strong>
        {isMoney
          ? t('run.soFar', {
              amount: figure(value, 'money', currency, language),
              arrivals: number(PROFIT_ARRIVALS),
            })
          : t('run.soFar.goal', { reach: goalSentence(value, map, language) })}
      </strong>{' '}
      <span className={styles.facts}>
        {t('run.soFar.sure', {
          interval: intervalText(interval, isMoney ? 'money' : 'share', currency, language) ?? '',
          customers: number(soFar.customers),
        })}
      </span>
    </span>
  );
}
