import type { CSSProperties, ReactNode } from 'react';
import { PROFIT_ARRIVALS } from '../../kpis';
import { hasMoney, hasTime, nameOf } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { RunResult } from '../../simulation/results';
import { useLanguage } from '../../controls/LanguageProvider';
import { figure, goalSentence, goalVerdict, intervalText, moneyVerdict } from '../../insight';
import styles from './Insights.module.css';

/** What every part of the insights shows: a run, and the map as it is now, which may have been edited since. */
export interface PartProps {
  readonly run: RunResult;
  readonly map: JourneyMap;
}

/** As many facts as a row can hold on a wide screen; more stand in two. */
const ONE_ROW = 6;

/** The first question of the map and its answer in one sentence: of money, or of who reaches the goal. */
export function VerdictPart({ run, map }: PartProps) {
  return hasMoney(map) ? <MoneyVerdict run={run} map={map} /> : <GoalVerdict run={run} map={map} />;
}

/** Do we lose money? In one sentence, with how sure it is. */
function MoneyVerdict({ run, map }: PartProps) {
  const language = useLanguage();
  const { t, number } = language;
  const { currency, market } = map;
  const said = moneyVerdict(run, map);
  const { profit, acquired, clv, cac, clvPerCac: ratio, perArrival, verdict } = said;
  const wins = Object.values(map.touchpoints).some(({ milestone }) => milestone === 'acquired');
  const money = (value: number) => figure(value, 'money', currency, language);
  const { settings } = run;
  const inMoney = { discounted: settings.discountRate > 0 ? 'yes' : 'no' };
  const facts: Fact[] = [
    ...(wins
      ? ([
          [t('kpi.clv-cac.name'), ratio === null ? '–' : number(ratio, { digits: 2 })],
          [t('insights.clv'), clv === null ? '–' : money(clv)],
          [t('insights.cac'), cac === null ? '–' : money(cac)],
          [t('insights.acquired'), number(acquired)],
        ] as const)
      : []),
    [t('insights.revenue', inMoney), money(perArrival.revenue)],
    ...(market.grossMargin < 1
      ? ([[t('insights.costOfGoods', inMoney), money(perArrival.costOfGoods)]] as const)
      : []),
    [t('insights.cost', inMoney), money(perArrival.cost)],
    ...(perArrival.fixedCost > 0.005
      ? ([[t('insights.fixedCost'), money(perArrival.fixedCost)]] as const)
      : []),
    [t('insights.profit', inMoney), money(perArrival.profit)],
  ];
  return (
    <Answer
      verdict={verdict}
      question={t('insights.question')}
      headline={t(`insights.verdict.${verdict}`, {
        amount: money(Math.abs(profit.value)),
        side: profit.value < 0 ? 'loss' : 'profit',
        arrivals: number(PROFIT_ARRIVALS),
      })}
      facts={facts}
    >
      {!wins && `${t('insights.markAcquired')} `}
      {profit.interval &&
        t('insights.verdict.interval', {
          interval: intervalText(profit.interval, 'money', currency, language) ?? '',
        })}{' '}
      <Horizon run={run} map={map} />{' '}
      {settings.discountRate > 0 &&
        t('insights.discounted', {
          rate: language.percent(settings.discountRate),
        })}{' '}
      {ratio !== null && t('insights.ratio', { back: money(ratio), one: money(1) })}
    </Answer>
  );
}

/** Who reaches the goal, and where are they lost? For a map without money. */
function GoalVerdict({ run, map }: PartProps) {
  const language = useLanguage();
  const { t, number } = language;
  const { goal, ends, loss, leak, share } = goalVerdict(run, map);
  const percent = (value: number) => figure(value, 'share', map.currency, language);
  const facts: Fact[] = [
    ...(goal ? ([[t('insights.goal.reach'), percent(share.value)]] as const) : []),
    ...(loss === null ? [] : ([[t('insights.goal.loss'), percent(loss)]] as const)),
    [t('run.end.drop-off'), percent(ends.dropOff.value)],
    [t('insights.groups.steps'), number(run.total.steps.value, { digits: 1 })],
  ];
  return (
    <Answer
      verdict="none"
      question={t('insights.question.goal')}
      headline={goalSentence(share.value, map, language)}
      facts={facts}
    >
      {goal
        ? t('insights.verdict.interval', {
            interval: intervalText(share.interval, 'share', map.currency, language) ?? '–',
          })
        : t('insights.verdict.markSuccess')}{' '}
      {leak &&
        t('insights.goal.leak', {
          name: nameOf(map, 'touchpoints', leak.id, t),
          share: percent(leak.share),
        })}{' '}
      <Horizon run={run} map={map} />
    </Answer>
  );
}

/** From when on, and for how long; nothing where nothing takes time. */
function Horizon({ run: { settings }, map }: PartProps) {
  const { t, date, duration } = useLanguage();
  if (!hasTime(map)) return null;
  const from = date(settings.startDate);
  return settings.horizon === null
    ? t('insights.horizon.none', { date: from })
    : t('insights.horizon', { span: duration(settings.horizon, true), date: from });
}

type Fact = readonly [name: string, value: string];

interface AnswerProps {
  readonly verdict: 'earns' | 'loses' | 'unsure' | 'none';
  readonly question: string;
  readonly headline: string;
  readonly facts: readonly Fact[];
  /** How sure it is, and what it counts. */
  readonly children: ReactNode;
}

function Answer({ verdict, question, headline, facts, children }: AnswerProps) {
  const columns = facts.length <= ONE_ROW ? facts.length : Math.ceil(facts.length / 2);
  return (
    <header className={styles.verdict} data-verdict={verdict}>
      <p className={styles.question}>{question}</p>
      <h1 className={styles.headline}>{headline}</h1>
      <p className={styles.lead}>{children}</p>
      {facts.length > 0 && (
        <dl className={styles.facts} style={{ '--columns': columns } as CSSProperties}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </header>
  );
}
