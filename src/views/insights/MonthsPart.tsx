import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Period } from '../../simulation/results';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { addDays } from '../../language';
import styles from './Insights.module.css';
import { Part } from './Part';
import type { PartProps } from './VerdictPart';

const WIDTH = 1000;
const HEIGHT = 240;
const LEFT = 64;
const BOTTOM = HEIGHT - 28;
const TOP = 12;

/** Moves of the recurring revenue: what adds, then what takes. */
const GAINS = ['newMrr', 'expansion', 'reactivation'] as const;
const LOSSES = ['contraction', 'churned'] as const;

/** Month by month: who is there, and what moves the recurring revenue. */
export function MonthsPart({ run, map }: PartProps) {
  const language = useLanguage();
  const { t, number, money, compact, date } = language;
  const { periods } = run.series;
  if (periods.length < 2) return null;
  const { currency } = map;
  const { startDate } = run.settings;
  const x = scaleLinear([0, periods.length], [LEFT, WIDTH]);
  const people = scaleLinear(
    [0, Math.max(1, ...periods.map(({ active }) => active))],
    [BOTTOM, TOP],
  ).nice();
  const sum = (
    period: Period,
    names: readonly (keyof Period &
      ('newMrr' | 'expansion' | 'reactivation' | 'contraction' | 'churned'))[],
  ) => names.reduce((total, name) => total + period[name], 0);
  const up = Math.max(1, ...periods.map((period) => sum(period, GAINS)));
  const down = Math.max(1, ...periods.map((period) => sum(period, LOSSES)));
  const mrr = scaleLinear([-down, up], [BOTTOM, TOP]).nice();
  const draw = (pick: (period: Period) => number) =>
    line<Period>()
      .x((_, index) => x(index + 0.5))
      .y((period) => people(pick(period)))([...periods]) ?? '';
  const every = Math.ceil(periods.length / 12);
  const hasMrr = periods.some(({ mrr: level }) => level > 0);
  const months = periods.map(({ from, to }, index) =>
    index % every === 0 ? (
      <text key={from} x={x(index + 0.5)} y={HEIGHT - 6} textAnchor="middle">
        {/* A cycle need not begin with a month: its middle names it. */}
        {language.month(addDays(startDate, (from + to) / 2))}
      </text>
    ) : null,
  );
  return (
    <Part title={t('insights.months.title')} text={t('insights.months.text')}>
      <ul className={styles.legend}>
        <li>
          <i style={{ background: 'var(--line-strong)' }} />
          {t('insights.months.active')}
        </li>
        <li>
          <i style={{ background: 'var(--accent)' }} />
          {t('insights.months.paying')}
        </li>
      </ul>
      <div className={styles.wide}>
        <svg
          className={styles.chart}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t('insights.months.people')}
        >
          {people.ticks(4).map((tick) => (
            <g key={tick}>
              <line x1={LEFT} x2={WIDTH} y1={people(tick)} y2={people(tick)} />
              <text x={LEFT - 8} y={people(tick)} textAnchor="end" dominantBaseline="middle">
                {compact(tick)}
              </text>
            </g>
          ))}
          <path
            className={styles.curve}
            style={{ color: 'var(--line-strong)' }}
            d={draw(({ active }) => active)}
          />
          <path
            className={styles.curve}
            style={{ color: 'var(--accent)' }}
            d={draw(({ paying }) => paying)}
          />
          {months}
        </svg>
      </div>
      {hasMrr && (
        <>
          <ul className={styles.legend}>
            {[...GAINS, ...LOSSES].map((name) => (
              <li key={name}>
                <i data-move={name} />
                {t(`insights.months.${name}`)}
              </li>
            ))}
          </ul>
          <div className={styles.wide}>
            <svg
              className={styles.chart}
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              role="img"
              aria-label={t('insights.months.mrr')}
            >
              {mrr.ticks(5).map((tick) => (
                <g key={tick}>
                  <line
                    x1={LEFT}
                    x2={WIDTH}
                    y1={mrr(tick)}
                    y2={mrr(tick)}
                    data-zero={tick === 0 || undefined}
                  />
                  <text x={LEFT - 8} y={mrr(tick)} textAnchor="end" dominantBaseline="middle">
                    {money(tick, currency, { compact: true })}
                  </text>
                </g>
              ))}
              {periods.map((period, index) => (
                <g key={period.from}>
                  {stacked(GAINS, period, 1).map(({ name, from, to }) => (
                    <rect
                      key={name}
                      data-move={name}
                      x={x(index + 0.2)}
                      width={x(0.6) - x(0)}
                      y={mrr(to)}
                      height={Math.max(0, mrr(from) - mrr(to))}
                    />
                  ))}
                  {stacked(LOSSES, period, -1).map(({ name, from, to }) => (
                    <rect
                      key={name}
                      data-move={name}
                      x={x(index + 0.2)}
                      width={x(0.6) - x(0)}
                      y={mrr(from)}
                      height={Math.max(0, mrr(to) - mrr(from))}
                    />
                  ))}
                </g>
              ))}
              {months}
            </svg>
          </div>
        </>
      )}
      <details className={styles.details}>
        <summary>{t('insights.asTable')}</summary>
        <Table label={t('insights.months.title')}>
          <thead>
            <tr>
              <HeadCell>{t('insights.months.until')}</HeadCell>
              <HeadCell numeric>{t('insights.months.active')}</HeadCell>
              <HeadCell numeric>{t('insights.months.paying')}</HeadCell>
              <HeadCell numeric>{t('kpi.mrr.name')}</HeadCell>
              {[...GAINS, ...LOSSES].map((name) => (
                <HeadCell key={name} numeric>
                  {t(`insights.months.${name}`)}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.to}>
                <HeadCell scope="row">{date(addDays(startDate, period.to))}</HeadCell>
                <Cell numeric>{number(period.active)}</Cell>
                <Cell numeric>{number(period.paying)}</Cell>
                <Cell numeric>{money(period.mrr, currency, { digits: 0 })}</Cell>
                {[...GAINS, ...LOSSES].map((name) => (
                  <Cell key={name} numeric>
                    {money(period[name], currency, { digits: 0 })}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </Part>
  );
}

/** The moves of a period one on the other, away from 0. */
function stacked<Name extends 'newMrr' | 'expansion' | 'reactivation' | 'contraction' | 'churned'>(
  names: readonly Name[],
  period: Period,
  sign: 1 | -1,
): { name: Name; from: number; to: number }[] {
  let at = 0;
  return names.map((name) => {
    const from = at;
    at += sign * period[name];
    return { name, from, to: at };
  });
}
