import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import { Chart, Legend, stepScale, valueMarks } from '../../controls/charts';
import { useLanguage } from '../../controls/LanguageProvider';
import { movesReach, REVENUE_MOVES, type RevenueMove, stackedMoves } from '../../insight';
import { MONTHS_FRAME, MonthAxes, type PeriodsProps } from './MonthAxes';

const COLORS: Readonly<Record<RevenueMove, string>> = {
  newMrr: 'var(--kpi-met)',
  expansion: 'var(--color-blue-solid)',
  reactivation: 'var(--color-violet-solid)',
  contraction: 'var(--kpi-watch)',
  churned: 'var(--kpi-missed)',
};

/** What adds to the recurring revenue of each month, above 0, and what takes from it, below. */
export function RevenueMoves({ periods, run, map }: PeriodsProps) {
  const { t, money } = useLanguage();
  const x = stepScale(periods.length, MONTHS_FRAME);
  const y = useMemo(() => {
    const { down, up } = movesReach(periods);
    return scaleLinear([-down, up], [MONTHS_FRAME.bottom, MONTHS_FRAME.top]).nice();
  }, [periods]);
  return (
    <>
      <Legend
        entries={REVENUE_MOVES.map((move) => ({
          key: move,
          label: t(`insights.months.${move}`),
          color: COLORS[move],
        }))}
      />
      <Chart label={t('insights.months.mrr')} frame={MONTHS_FRAME}>
        <MonthAxes
          periods={periods}
          run={run}
          values={valueMarks(y, 5, (tick) => money(tick, map.currency, { compact: true }))}
        />
        {periods.map((period, index) => (
          <g key={period.from}>
            {stackedMoves(period).map(({ move, low, high }) => (
              <rect
                key={move}
                x={x(index + 0.2)}
                width={x(0.6) - x(0)}
                y={y(high)}
                height={y(low) - y(high)}
                fill={COLORS[move]}
              />
            ))}
          </g>
        ))}
      </Chart>
    </>
  );
}
