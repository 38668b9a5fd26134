import { useState } from 'react';
import { nameOf } from '../../../map/records';
import type { JourneyMap } from '../../../map/schema';
import { dateOfClock, type LoggedStep } from '../../../simulation';
import { describeRule } from '../../../rules';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useLogEnd } from '../useLogEnd';
import { Transitions } from './Transitions';
import styles from './Walk.module.css';

/** Every step so far. It scrolls with the walk only while its end is in sight; a step opens to show why. */
export function WalkLog({
  log,
  map,
  startDate,
}: {
  readonly log: readonly LoggedStep[];
  readonly map: JourneyMap;
  readonly startDate: string;
}) {
  const { t, date } = useLanguage();
  const { box, onScroll } = useLogEnd<HTMLOListElement>(log.length);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <ol ref={box} className={styles.log} aria-label={t('walk.log')} onScroll={onScroll}>
      {log.map((step, index) => {
        const isOpen = open === index;
        const hasWhy = step.drawn !== null || step.chosen !== null;
        return (
          <li key={`${index}-${step.touchpoint}`} className={styles.logged}>
            <button
              type="button"
              className={styles.logHead}
              aria-expanded={isOpen}
              disabled={!hasWhy}
              onClick={() => setOpen(isOpen ? null : index)}
            >
              <time className={styles.logDate}>
                {date(dateOfClock(startDate, step.clock), 'short')}
              </time>
              <span className={styles.logName}>
                {nameOf(map, 'touchpoints', step.touchpoint, t)}
              </span>
              {step.byHand && <span className={styles.byHand}>{t('walk.byHand')}</span>}
            </button>
            {isOpen && <Why step={step} map={map} />}
          </li>
        );
      })}
    </ol>
  );
}

function Why({ step, map }: { readonly step: LoggedStep; readonly map: JourneyMap }) {
  const { t } = useLanguage();
  const { possible, chosen, drawn, byHand } = step;
  if (possible.length === 0) {
    const when = chosen === null ? null : (map.transitions[chosen]?.when ?? null);
    return (
      <p className={styles.factors}>
        {when
          ? t('walk.decided', { rule: describeRule(when, map, t) })
          : t('walk.decidedOtherwise')}
      </p>
    );
  }
  return <Transitions map={map} step={step} drawn={byHand ? null : drawn} chosen={chosen} />;
}
