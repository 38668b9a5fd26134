import { hasTime } from '../../map/records';
import type { RetentionPoint, RunResult } from '../../simulation/results';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell } from '../../controls/Table';
import { intervalText } from '../../insight';
import { AsTable } from './AsTable';
import { Part } from './Part';
import { RetentionChart } from './RetentionChart';
import type { PartProps } from './VerdictPart';

/** Who still pays, month by month of their own, with the curve that people who differ would show. */
export function RetentionPart({ run, map }: PartProps) {
  const { t, percent, number } = useLanguage();
  const { retention, retentionFit: fit } = run.series;
  const points = retention.filter(({ age }) => age % 1 === 0.5);
  if (points.length < 2 || !hasTime(map)) return null;
  const text = fit
    ? t('insights.retention.fitted', {
        alpha: number(fit.alpha, { digits: 2 }),
        beta: number(fit.beta, { digits: 2 }),
        churn: percent(fit.alpha / (fit.alpha + fit.beta), { digits: 1 }),
      })
    : t('insights.retention.text');
  return (
    <Part title={t('insights.retention.title')} text={text}>
      <RetentionChart points={points} fit={fit} />
      <RetentionTable points={points} fit={fit} currency={map.currency} />
    </Part>
  );
}

interface RetentionTableProps {
  readonly points: readonly RetentionPoint[];
  readonly fit: RunResult['series']['retentionFit'];
  readonly currency: string;
}

function RetentionTable({ points, fit, currency }: RetentionTableProps) {
  const language = useLanguage();
  const { t, number, percent } = language;
  return (
    <AsTable label={t('insights.retention.title')}>
      <thead>
        <tr>
          <HeadCell numeric>{t('insights.retention.renewals')}</HeadCell>
          <HeadCell numeric>{t('insights.retention.seen')}</HeadCell>
          <HeadCell numeric>{t('compare.interval')}</HeadCell>
          <HeadCell numeric>{t('insights.retention.curve')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {points.map(({ age, share }, index) => {
          const curve = fit?.shares[index];
          return (
            <tr key={age}>
              <HeadCell scope="row" numeric>
                {number(index)}
              </HeadCell>
              <Cell numeric>{percent(share.value, { digits: 1 })}</Cell>
              <Cell numeric>
                {intervalText(share.interval, 'share', currency, language) ?? '–'}
              </Cell>
              <Cell numeric>{curve === undefined ? '–' : percent(curve, { digits: 1 })}</Cell>
            </tr>
          );
        })}
      </tbody>
    </AsTable>
  );
}
