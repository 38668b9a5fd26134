import { ArrowRight } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { Estimate, RunResult } from '../../simulation/results';
import { PROFIT_ARRIVALS } from '../../kpis';
import { useLanguage } from '../../controls/LanguageProvider';
import { useMap, useSession } from '../session';
import { hasMoney, nameOf } from '../../map/records';
import { figure, goalSentence, intervalText, judged, verdictOf } from '../../insight';
import type { LiveAnswer } from '../../insight/live';
import styles from './RunBar.module.css';

/** Does the journey earn or lose money, or who reaches its goal while it has none? One sentence, and the way to why. */
export function Verdict({ run }: { readonly run: RunResult }) {
  const map = useMap((whole) => whole);
  const said = useMemo(() => judged(run, map), [run, map]);
  return <Headline said={said} />;
}

interface LiveProps {
  readonly answer: LiveAnswer;
  readonly behind: LiveAnswer | null;
}

/** What the map says as it is being changed, how well that is known, and what sampled customers say to it. */
export function LiveVerdict({ answer, behind }: LiveProps) {
  const { t } = useLanguage();
  const map = useMap((whole) => whole);
  const { figure: said, sampled, reason } = answer;
  const named = (record: { collection: Parameters<typeof nameOf>[1]; id: string } | null) =>
    record ? nameOf(map, record.collection, record.id, t) : '';
  const why =
    reason &&
    t(reason.key, {
      record: named(reason.record),
      because: named(reason.because),
      count: reason.count,
    });
  return (
    <>
      <Headline said={said} />
      <span className={styles.live} data-live={sampled === null ? 'exact' : 'sampled'}>
        <HowKnown answer={answer} />
        {behind && <Behind answer={behind} />}
        {why && (
          <span className={styles.why} title={why}>
            {' '}
            {t('run.live.why', { why })}
          </span>
        )}
      </span>
    </>
  );
}

/** Exact, computed on a grid of time, or sampled. */
function HowKnown({ answer: { figure: said, sampled, step } }: { readonly answer: LiveAnswer }) {
  const language = useLanguage();
  const { t, number } = language;
  const [unit, currency] = useYardstick();
  if (sampled !== null) return t('run.live.sampled', { count: number(sampled) });
  if (step === null) return t('run.live.exact');
  const error = said.interval ? said.interval[1] - said.value : 0;
  return (
    <span title={t('run.live.near.how', { step: language.duration(step) })}>
      {t('run.live.near', { error: figure(error, unit, currency, language) })}
    </span>
  );
}

/** What the first customers of the run say, once they have been walked. */
function Behind({ answer: { figure: said, sampled } }: { readonly answer: LiveAnswer }) {
  const language = useLanguage();
  const { t, number } = language;
  const [unit, currency] = useYardstick();
  const interval = intervalText(said.interval, unit, currency, language);
  if (interval === null || sampled === null) return null;
  const text = t('run.live.behind', { count: number(sampled), interval });
  return (
    <span className={styles.behind} title={text}>
      {text}
    </span>
  );
}

/** The unit of the figure the map is judged by, and its currency. */
function useYardstick() {
  return [useMap(hasMoney) ? 'money' : 'share', useMap((map) => map.currency)] as const;
}

function Headline({ said }: { readonly said: Estimate }) {
  const language = useLanguage();
  const { t, number } = language;
  const map = useMap((whole) => whole);
  if (!hasMoney(map)) {
    return <Sentence verdict="none">{goalSentence(said.value, map, language)}</Sentence>;
  }
  const verdict = verdictOf(said);
  return (
    <Sentence verdict={verdict}>
      {t(`insights.verdict.${verdict}`, {
        amount: figure(Math.abs(said.value), 'money', map.currency, language),
        side: said.value < 0 ? 'loss' : 'profit',
        arrivals: number(PROFIT_ARRIVALS),
      })}
    </Sentence>
  );
}

interface SentenceProps {
  readonly verdict: ReturnType<typeof verdictOf> | 'none';
  readonly children: ReactNode;
}

function Sentence({ verdict, children }: SentenceProps) {
  const { shell } = useSession();
  return (
    <button
      type="button"
      className={styles.verdict}
      data-verdict={verdict}
      onClick={() => shell.show('insights')}
    >
      {children}
      <ArrowRight aria-hidden="true" />
    </button>
  );
}
