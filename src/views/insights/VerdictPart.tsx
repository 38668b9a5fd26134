import type { CSSProperties } from 'react';
import { PROFIT_ARRIVALS } from '../../kpis';
import { hasMoney, nameOf } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { RunResult } from '../../simulation/results';
import { useLanguage } from '../../controls/LanguageProvider';
import { bestOutcome } from '../../insight/flow';
import { figure, intervalText, moneyVerdict } from '../../insight';
import styles from './Insights.module.css';

export interface PartProps {
  readonly run: RunResult;
  readonly map: JourneyMap;
}

/** As many facts as a row can hold on a wide screen; more stand in two. */
const ONE_ROW = 6;

/** Do we lose money? In one sentence, with how sure it is. */
export function VerdictPart({ run, map }: PartProps) {
  const language = useLanguage();
  const { t, number, percent, date } = language;
  const { currency, market } = map;
  const said = moneyVerdict(run, map);
  const { profit, acquired, clv, cac, clvPerCac: ratio, perArrival } = said;
  const earns = hasMoney(map);
  const verdict = earns ? said.verdict : 'none';
  const best = bestOutcome(run, map);
  const wins = Object.values(map.touchpoints).some(({ milestone }) => milestone === 'acquired');
  const money = (value: number) => figure(value, 'money', currency, language);
  const { settings } = run;
  const inMoney = { discounted: settings.discountRate > 0 ? 'yes' : 'no' };
  const facts: (readonly [string, string])[] = [
    ...(wins && earns
      ? ([
          [t('kpi.clv-cac.name'), ratio === null ? '–' : number(ratio, { digits: 2 })],
          [t('insights.clv'), clv === null ? '–' : money(clv)],
          [t('insights.cac'), cac === null ? '–' : money(cac)],
        ] as const)
      : []),
    ...(wins ? ([[t('insights.acquired'), number(acquired)]] as const) : []),
    ...(earns ? ([[t('insights.revenue', inMoney), money(perArrival.revenue)]] as const) : []),
    ...(market.grossMargin < 1 && earns
      ? ([[t('insights.costOfGoods', inMoney), money(perArrival.costOfGoods)]] as const)
      : []),
    ...(earns ? ([[t('insights.cost', inMoney), money(perArrival.cost)]] as const) : []),
    ...(perArrival.fixedCost > 0.005
      ? ([[t('insights.fixedCost'), money(perArrival.fixedCost)]] as const)
      : []),
    ...(earns ? ([[t('insights.profit', inMoney), money(perArrival.profit)]] as const) : []),
  ];
  const columns = facts.length <= ONE_ROW ? facts.length : Math.ceil(facts.length / 2);
  return (
    <header className={styles.verdict} data-verdict={verdict}>
      <p className={styles.question}>{t('insights.question')}</p>
      <h1 className={styles.headline}>
        {verdict !== 'none'
          ? t(`insights.verdict.${verdict}`, {
              amount: money(Math.abs(profit.value)),
              side: profit.value < 0 ? 'loss' : 'profit',
              arrivals: number(PROFIT_ARRIVALS),
            })
          : best
            ? t('insights.verdict.reach', {
                share: percent(best.share, { digits: 0 }),
                outcome: nameOf(map, 'touchpoints', best.id, t),
              })
            : t('insights.verdict.noMoney')}
      </h1>
      <p className={styles.lead}>
        {!earns && `${t('insights.enterMoney')} `}
        {!wins && `${t('insights.markAcquired')} `}
        {earns &&
          profit.interval &&
          t('insights.verdict.interval', {
            interval: intervalText(profit.interval, 'money', currency, language) ?? '',
          })}{' '}
        {settings.horizon === null
          ? t('insights.horizon.none', { date: date(settings.startDate) })
          : t('insights.horizon', {
              span: language.duration(settings.horizon, true),
              date: date(settings.startDate),
            })}{' '}
        {earns &&
          settings.discountRate > 0 &&
          t('insights.discounted', {
            rate: language.percent(settings.discountRate),
          })}{' '}
        {ratio !== null && t('insights.ratio', { back: money(ratio), one: money(1) })}
      </p>
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
