import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { RetentionPoint } from '../../simulation/results';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { intervalText } from '../../insight';
import styles from './Insights.module.css';
import { Part } from './Part';
import type { PartProps } from './VerdictPart';

const WIDTH = 1000;
const HEIGHT = 240;
const LEFT = 64;
const BOTTOM = HEIGHT - 28;
const TOP = 12;

/** Who still pays, month by month of their own, with the curve that people who differ would show. */
export function RetentionPart({ run, map }: PartProps) {
  const language = useLanguage();
  const { t, percent, number } = language;
  const { retention, retentionFit } = run.series;
  const middles = retention.filter(({ age }) => age % 1 === 0.5);
  if (middles.length < 2) return null;
  const x = scaleLinear([0, middles.length - 1], [LEFT, WIDTH - 12]);
  const y = scaleLinear([0, 1], [BOTTOM, TOP]);
  const band = area<RetentionPoint>()
    .x((_, index) => x(index))
    .y0(({ share }) => y(share.interval?.[0] ?? share.value))
    .y1(({ share }) => y(share.interval?.[1] ?? share.value));
  const fitted = line<number>()
    .x((_, index) => x(index))
    .y((share) => y(share));
  const every = Math.ceil(middles.length / 12);
  return (
    <Part
      title={t('insights.retention.title')}
      text={
        retentionFit
          ? t('insights.retention.fitted', {
              alpha: number(retentionFit.alpha, { digits: 2 }),
              beta: number(retentionFit.beta, { digits: 2 }),
              churn: percent(retentionFit.alpha / (retentionFit.alpha + retentionFit.beta), {
                digits: 1,
              }),
            })
          : t('insights.retention.text')
      }
    >
      <ul className={styles.legend}>
        <li>
          <i style={{ background: 'var(--accent)' }} />
          {t('insights.retention.seen')}
        </li>
        {retentionFit && (
          <li>
            <i style={{ background: 'var(--line-strong)' }} />
            {t('insights.retention.curve')}
          </li>
        )}
      </ul>
      <div className={styles.wide}>
        <svg
          className={styles.chart}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t('insights.retention.title')}
        >
          {y.ticks(4).map((tick) => (
            <g key={tick}>
              <line x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
              <text x={LEFT - 8} y={y(tick)} textAnchor="end" dominantBaseline="middle">
                {percent(tick, { digits: 0 })}
              </text>
            </g>
          ))}
          <path className={styles.band} d={band(middles) ?? ''} />
          {retentionFit && (
            <path
              className={styles.curve}
              style={{ color: 'var(--line-strong)' }}
              d={fitted(retentionFit.shares) ?? ''}
            />
          )}
          {middles.map(({ age, share }, index) => (
            <circle
              key={age}
              cx={x(index)}
              cy={y(share.value)}
              r={4}
              style={{ fill: 'var(--accent)' }}
            >
              <title>{`${number(index)}: ${percent(share.value, { digits: 1 })}`}</title>
            </circle>
          ))}
          {middles.map(({ age }, index) =>
            index % every === 0 ? (
              <text key={age} x={x(index)} y={HEIGHT - 6} textAnchor="middle">
                {number(index)}
              </text>
            ) : null,
          )}
        </svg>
      </div>
      <details className={styles.details}>
        <summary>{t('insights.asTable')}</summary>
        <Table label={t('insights.retention.title')}>
          <thead>
            <tr>
              <HeadCell numeric>{t('insights.retention.renewals')}</HeadCell>
              <HeadCell numeric>{t('insights.retention.seen')}</HeadCell>
              <HeadCell numeric>{t('compare.interval')}</HeadCell>
              <HeadCell numeric>{t('insights.retention.curve')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {middles.map(({ age, share }, index) => {
              const curve = retentionFit?.shares[index];
              return (
                <tr key={age}>
                  <HeadCell scope="row" numeric>
                    {number(index)}
                  </HeadCell>
                  <Cell numeric>{percent(share.value, { digits: 1 })}</Cell>
                  <Cell numeric>
                    {intervalText(share.interval, 'share', map.currency, language) ?? '–'}
                  </Cell>
                  <Cell numeric>{curve === undefined ? '–' : percent(curve, { digits: 1 })}</Cell>
                </tr>
              );
            })}
          </tbody>
        </Table>
      </details>
    </Part>
  );
}
