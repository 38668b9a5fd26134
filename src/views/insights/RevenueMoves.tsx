import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import type { Period } from '../../simulation/results';
import { Chart, Legend, valueMarks } from '../../controls/charts';
import { useLanguage } from '../../controls/LanguageProvider';
import { MONTHS_FRAME, MonthAxes, monthScale, type PeriodsProps } from './MonthAxes';

/** Moves of the recurring revenue: what adds, then what takes. */
const GAINS = ['newMrr', 'expansion', 'reactivation'] as const;
const LOSSES = ['contraction', 'churned'] as const;

/** All moves in the order they are named in. */
export const MOVES = [...GAINS, ...LOSSES] as const;

type Move = (typeof MOVES)[number];

const COLORS: Readonly<Record<Move, string>> = {
  newMrr: 'var(--kpi-met)',
  expansion: 'var(--color-blue-solid)',
  reactivation: 'var(--color-violet-solid)',
  contraction: 'var(--kpi-watch)',
  churned: 'var(--kpi-missed)',
};

/** What adds to the recurring revenue of each month, above 0, and what takes from it, below. */
export function RevenueMoves({ periods, run, map }: PeriodsProps) {
  const { t, money } = useLanguage();
  const x = monthScale(periods);
  const y = useMemo(() => {
    const up = Math.max(1, ...periods.map((period) => sumOf(period, GAINS)));
    const down = Math.max(1, ...periods.map((period) => sumOf(period, LOSSES)));
    return scaleLinear([-down, up], [MONTHS_FRAME.bottom, MONTHS_FRAME.top]).nice();
  }, [periods]);
  return (
    <>
      <Legend
        entries={MOVES.map((move) => ({
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
            {[...stacked(GAINS, period, 1), ...stacked(LOSSES, period, -1)].map(
              ({ move, low, high }) => (
                <rect
                  key={move}
                  x={x(index + 0.2)}
                  width={x(0.6) - x(0)}
                  y={y(high)}
                  height={y(low) - y(high)}
                  fill={COLORS[move]}
                />
              ),
            )}
          </g>
        ))}
      </Chart>
    </>
  );
}

function sumOf(period: Period, moves: readonly Move[]): number {
  return moves.reduce((sum, move) => sum + period[move], 0);
}

/** The moves of a period one on the other, away from 0. */
function stacked(moves: readonly Move[], period: Period, sign: 1 | -1) {
  let at = 0;
  return moves.map((move) => {
    const from = at;
    at += sign * period[move];
    return { move, low: Math.min(from, at), high: Math.max(from, at) };
  });
}
