import { costsOf, PROFIT_ARRIVALS, profitOf } from '../../kpis';
import type { JourneyMap } from '../../map/schema';
import type { RunResult } from '../../simulation/results';
import { useLanguage } from '../controls/LanguageProvider';
import { figure, intervalText, verdictOf } from '../run/figures';
import styles from './Insights.module.css';

export interface PartProps {
  readonly run: RunResult;
  readonly map: JourneyMap;
}

/** Do we lose money? In one sentence, with how sure it is. */
export function VerdictPart({ run, map }: PartProps) {
  const language = useLanguage();
  const { t, number, date } = language;
  const { currency } = map;
  const profit = profitOf(run, map);
  const verdict = verdictOf(profit);
  const money = (value: number) => figure(value, 'money', currency, language);
  const { total, settings } = run;
  const acquired = total.milestones.acquired.customers;
  const spent = total.money.cost.acquisition;
  const clv = acquired > 0 ? total.clv.discounted.value : null;
  const cac = acquired > 0 ? spent / acquired : null;
  const ratio = clv !== null && cac !== null && cac > 0 ? clv / cac : null;
  const facts: (readonly [string, string])[] = [
    [t('kpi.clv-cac.name'), ratio === null ? '–' : number(ratio, { digits: 2 })],
    [t('insights.clv'), clv === null ? '–' : money(clv)],
    [t('insights.cac'), cac === null ? '–' : money(cac)],
    [t('insights.acquired'), number(acquired)],
    [
      t('insights.revenue'),
      money((total.money.revenue + total.money.planRevenue) / total.customers),
    ],
    [t('insights.cost'), money(costsOf(total.money) / total.customers)],
  ];
  return (
    <header className={styles.verdict} data-verdict={verdict}>
      <p className={styles.question}>{t('insights.question')}</p>
      <h1 className={styles.headline}>
        {t(`insights.verdict.${verdict}`, {
          amount: money(Math.abs(profit.value)),
          side: profit.value < 0 ? 'loss' : 'profit',
          arrivals: number(PROFIT_ARRIVALS),
        })}
      </h1>
      <p className={styles.lead}>
        {profit.interval &&
          t('insights.verdict.interval', {
            interval: intervalText(profit.interval, 'money', currency, language) ?? '',
          })}{' '}
        {settings.horizon === null
          ? t('insights.horizon.none', { date: date(settings.startDate) })
          : t('insights.horizon', {
              span: language.duration(settings.horizon, true),
              date: date(settings.startDate),
            })}{' '}
        {settings.discountRate > 0 &&
          t('insights.discounted', {
            rate: language.percent(settings.discountRate),
          })}{' '}
        {ratio !== null && t('insights.ratio', { back: money(ratio), one: money(1) })}
      </p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
