import type { Period } from '../../simulation/results';
import { Axes, frameOf, type Mark, placeMarks, stepScale } from '../../controls/charts';
import { useLanguage } from '../../controls/LanguageProvider';
import { dateOfClock } from '../../simulation';
import type { PartProps } from './VerdictPart';

/** A part about the periods of a run's series. */
export interface PeriodsProps extends PartProps {
  readonly periods: readonly Period[];
}

/** The frame of the charts by month: they stand one below the other. */
export const MONTHS_FRAME = frameOf(240);

interface MonthAxesProps extends Pick<PeriodsProps, 'run' | 'periods'> {
  readonly values: readonly Mark[];
}

/** The grid of a chart by month. A cycle need not begin with a month: its middle names it. */
export function MonthAxes({ run, periods, values }: MonthAxesProps) {
  const { month } = useLanguage();
  const x = stepScale(periods.length, MONTHS_FRAME);
  const { startDate } = run.settings;
  const places = placeMarks(
    periods,
    (index) => x(index + 0.5),
    ({ from, to }) => month(dateOfClock(startDate, (from + to) / 2)),
  );
  return <Axes frame={MONTHS_FRAME} values={values} places={places} />;
}
