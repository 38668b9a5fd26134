import { ArrowRight } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { Estimate, RunResult } from '../../simulation/results';
import { PROFIT_ARRIVALS, profitOf } from '../../kpis';
import { useLanguage } from '../../controls/LanguageProvider';
import { useMap, useSession } from '../session';
import { hasMoney, nameOf } from '../../map/records';
import { bestOutcome } from '../../insight/flow';
import { figure, intervalText, verdictOf } from '../../insight';
import type { LiveAnswer } from '../../insight/live';
import styles from './RunBar.module.css';

/** Does the journey earn or lose money, or where do people come to while it has none? One sentence, and the way to why. */
export function Verdict({ run }: { readonly run: RunResult }) {
  const map = useMap((whole) => whole);
  const profit = useMemo(() => profitOf(run, map), [run, map]);
  const { t, percent } = useLanguage();
  if (hasMoney(map)) return <ProfitSentence profit={profit} />;
  const best = bestOutcome(run, map);
  return (
    <Sentence verdict="none">
      {best
        ? t('insights.verdict.reach', {
            share: percent(best.share, { digits: 0 }),
            outcome: nameOf(map, 'touchpoints', best.id, t),
          })
        : t('insights.verdict.noMoney')}
    </Sentence>
  );
}

interface LiveProps {
  readonly answer: LiveAnswer;
  readonly behind: LiveAnswer | null;
}

/** What the map says as it is being changed, how well that is known, and what sampled customers say to it. */
export function LiveVerdict({ answer, behind }: LiveProps) {
  const { t } = useLanguage();
  const map = useMap((whole) => whole);
  const { profit, sampled, reason } = answer;
  const named = (record: { collection: Parameters<typeof nameOf>[1]; id: string } | null) =>
    record ? nameOf(map, record.collection, record.id, t) : '';
  const why =
    reason &&
    t(reason.key, {
      record: named(reason.record),
      because: named(reason.because),
      count: reason.count,
    });
  // Nothing times anything is exactly nothing: not worth saying.
  if (!hasMoney(map)) return <Sentence verdict="none">{t('insights.verdict.noMoney')}</Sentence>;
  return (
    <>
      <ProfitSentence profit={profit} />
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
function HowKnown({ answer: { profit, sampled, step } }: { readonly answer: LiveAnswer }) {
  const language = useLanguage();
  const { t, number } = language;
  const currency = useMap((map) => map.currency);
  if (sampled !== null) return t('run.live.sampled', { count: number(sampled) });
  if (step === null) return t('run.live.exact');
  const error = profit.interval ? profit.interval[1] - profit.value : 0;
  return (
    <span title={t('run.live.near.how', { step: language.duration(step) })}>
      {t('run.live.near', { error: figure(error, 'money', currency, language) })}
    </span>
  );
}

/** What the first customers of the run say, once they have been walked. */
function Behind({ answer: { profit, sampled } }: { readonly answer: LiveAnswer }) {
  const language = useLanguage();
  const { t, number } = language;
  const currency = useMap((map) => map.currency);
  const interval = intervalText(profit.interval, 'money', currency, language);
  if (interval === null || sampled === null) return null;
  const text = t('run.live.behind', { count: number(sampled), interval });
  return (
    <span className={styles.behind} title={text}>
      {text}
    </span>
  );
}

function ProfitSentence({ profit }: { readonly profit: Estimate }) {
  const language = useLanguage();
  const { t, number } = language;
  const currency = useMap((map) => map.currency);
  const verdict = verdictOf(profit);
  return (
    <Sentence verdict={verdict}>
      {t(`insights.verdict.${verdict}`, {
        amount: figure(Math.abs(profit.value), 'money', currency, language),
        side: profit.value < 0 ? 'loss' : 'profit',
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
