import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo } from 'react';
import { hasTime } from '../../map/records';
import type { Period } from '../../simulation/results';
import { Chart, Curve, Legend, stepScale, valueMarks } from '../../controls/charts';
import { useLanguage } from '../../controls/LanguageProvider';
import { paysAnybody } from '../../insight';
import { MONTHS_FRAME, MonthAxes, type PeriodsProps } from './MonthAxes';
import { MonthsTable } from './MonthsTable';
import { Part } from './Part';
import { RevenueMoves } from './RevenueMoves';
import type { PartProps } from './VerdictPart';

const ACTIVE = 'var(--line-strong)';
const PAYING = 'var(--accent)';

/** Month by month: who is there, and what moves the recurring revenue. */
export function MonthsPart({ run, map }: PartProps) {
  const { t } = useLanguage();
  const { periods } = run.series;
  if (periods.length < 2 || !hasTime(map)) return null;
  const hasMrr = periods.some(({ mrr }) => mrr > 0);
  return (
    <Part
      title={t('insights.months.title')}
      text={t('insights.months.text', { money: hasMrr ? 'yes' : 'no' })}
    >
      <People periods={periods} run={run} map={map} />
      {hasMrr && <RevenueMoves periods={periods} run={run} map={map} />}
      <MonthsTable periods={periods} run={run} map={map} />
    </Part>
  );
}

/** Who is in the journey, and who of them pays. */
function People({ periods, run }: PeriodsProps) {
  const { t, compact } = useLanguage();
  const isPaid = paysAnybody(periods);
  const drawn = useMemo(() => {
    const x = stepScale(periods.length, MONTHS_FRAME);
    const most = Math.max(1, ...periods.map(({ active }) => active));
    const y = scaleLinear([0, most], [MONTHS_FRAME.bottom, MONTHS_FRAME.top]).nice();
    const curve = (pick: (period: Period) => number) =>
      line<Period>()
        .x((_, index) => x(index + 0.5))
        .y((period) => y(pick(period)))([...periods]);
    return { y, active: curve(({ active }) => active), paying: curve(({ paying }) => paying) };
  }, [periods]);
  return (
    <>
      <Legend
        entries={[
          { key: 'active', label: t('insights.months.active'), color: ACTIVE },
          ...(isPaid ? [{ key: 'paying', label: t('insights.months.paying'), color: PAYING }] : []),
        ]}
      />
      <Chart
        label={t('insights.months.people', { money: isPaid ? 'yes' : 'no' })}
        frame={MONTHS_FRAME}
      >
        <MonthAxes periods={periods} run={run} values={valueMarks(drawn.y, 4, compact)} />
        <Curve color={ACTIVE} path={drawn.active} />
        {isPaid && <Curve color={PAYING} path={drawn.paying} />}
      </Chart>
    </>
  );
}
