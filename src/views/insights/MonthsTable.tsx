import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell } from '../../controls/Table';
import { paysAnybody, REVENUE_MOVES } from '../../insight';
import { dateOfClock } from '../../simulation';
import { AsTable } from './AsTable';
import type { PeriodsProps } from './MonthAxes';

/** The values of the charts by month. */
export function MonthsTable({ periods, run, map }: PeriodsProps) {
  const { t, number, money, date } = useLanguage();
  const { startDate } = run.settings;
  const isPaid = paysAnybody(periods);
  const hasMrr = periods.some(({ mrr }) => mrr > 0);
  const write = (value: number) => money(value, map.currency, { digits: 0 });
  return (
    <AsTable label={t('insights.months.title')}>
      <thead>
        <tr>
          <HeadCell>{t('insights.months.until')}</HeadCell>
          <HeadCell numeric>{t('insights.months.active')}</HeadCell>
          {isPaid && <HeadCell numeric>{t('insights.months.paying')}</HeadCell>}
          {hasMrr && <HeadCell numeric>{t('kpi.mrr.name')}</HeadCell>}
          {(hasMrr ? REVENUE_MOVES : []).map((move) => (
            <HeadCell key={move} numeric>
              {t(`insights.months.${move}`)}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.to}>
            <HeadCell scope="row">{date(dateOfClock(startDate, period.to))}</HeadCell>
            <Cell numeric>{number(period.active)}</Cell>
            {isPaid && <Cell numeric>{number(period.paying)}</Cell>}
            {hasMrr && <Cell numeric>{write(period.mrr)}</Cell>}
            {(hasMrr ? REVENUE_MOVES : []).map((move) => (
              <Cell key={move} numeric>
                {write(period[move])}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </AsTable>
  );
}
