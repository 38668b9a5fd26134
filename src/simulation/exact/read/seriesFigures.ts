import { mapValues } from '../../../map/basics';
import type { Series } from '../../results';
import type { ExactPeriod } from '../solve';
import type { ExactSolution } from './solveExact';
import { notComputed } from './computedValues';

/** The run period by period. @throws `NotTold` where the solution has no series. */
export function seriesOf({
  setup,
  series,
  customers,
}: ExactSolution): Omit<Series, 'retentionFit'> {
  const periods = series ?? notComputed('series');
  return {
    cycleDays: setup.settings.cycleDays,
    periods: periods.map((period) => periodOf(period, customers)),
    get retention() {
      return notComputed('retention');
    },
  };
}

function periodOf(
  { costs, from, to, ...rest }: ExactPeriod,
  customers: number,
): Series['periods'][number] {
  const [acquisition, service, retention, campaign] = costs;
  const amounts = mapValues({ ...rest }, (amount) => amount * customers) as typeof rest;
  const intervals = Object.fromEntries(
    Object.keys(rest)
      .filter((name) => name !== 'arrivals')
      .map((name) => [name, null]),
  ) as Series['periods'][number]['intervals'];
  return {
    ...amounts,
    from,
    to,
    cost: {
      acquisition: acquisition! * customers,
      service: service! * customers,
      retention: retention! * customers,
      campaign: campaign! * customers,
    },
    intervals,
  };
}
