import { useState } from 'react';
import { hasTime, nameOf } from '../../../map/records';
import type { JourneyMap } from '../../../map/schema';
import { dateOfClock, type LoggedStep } from '../../../simulation';
import { emotionName } from '../../../controls/emotions';
import { Face } from '../../../controls/Face';
import { useLanguage } from '../../../controls/LanguageProvider';
import { emotionOnStep, whyText } from '../../../insight/walk';
import { useLogEnd } from '../useLogEnd';
import { Transitions } from './Transitions';
import styles from './Walk.module.css';

/** Every step so far. It scrolls with the walk only while its end is in sight; a step opens to show why. */
export function WalkLog({
  log,
  map,
  startDate,
  persona,
}: {
  readonly log: readonly LoggedStep[];
  readonly map: JourneyMap;
  readonly startDate: string;
  /** Whose walk; null = nobody's in particular. */
  readonly persona: string | null;
}) {
  const { t, date } = useLanguage();
  const isDated = hasTime(map);
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
              {isDated && (
                <time className={styles.logDate}>
                  {date(dateOfClock(startDate, step.clock), 'short')}
                </time>
              )}
              <span className={styles.logName}>
                {nameOf(map, 'touchpoints', step.touchpoint, t)}
              </span>
              <Felt step={step} map={map} persona={persona} />
              {step.byHand && <span className={styles.byHand}>{t('walk.byHand')}</span>}
            </button>
            {isOpen && <Why step={step} map={map} />}
          </li>
        );
      })}
    </ol>
  );
}

/** How it felt there. */
function Felt({
  step,
  map,
  persona,
}: {
  readonly step: LoggedStep;
  readonly map: JourneyMap;
  readonly persona: string | null;
}) {
  const { t } = useLanguage();
  const emotion = emotionOnStep(map, step, persona);
  if (emotion === null) return null;
  const name = t(emotionName(emotion));
  return (
    <span className={styles.felt} role="img" aria-label={name} title={name}>
      <Face level={emotion} size={18} />
    </span>
  );
}

function Why({ step, map }: { readonly step: LoggedStep; readonly map: JourneyMap }) {
  const { possible, chosen, drawn, byHand } = step;
  const language = useLanguage();
  return (
    <>
      <p className={styles.because}>{whyText(step, map, language)}</p>
      {possible.length > 0 && (
        <Transitions map={map} step={step} drawn={byHand ? null : drawn} chosen={chosen} />
      )}
    </>
  );
}
