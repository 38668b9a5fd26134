import { costsOf } from './groups';
import type { Estimator } from './replicas';
import { PERIOD_COUNTS, PERIOD_SUMS, type SeriesTally } from '../compiled/tally';
import type { Interval, Period, PeriodFigure, RunSettings, Series } from '../results';
import { shareOf, wilson } from '../statistics';

type Plain = Omit<Period, 'intervals'>;

/** Counts to which a customer adds at most one: shares of the customers. */
const ONCE = ['active', 'paying', 'newPaying', 'outcomes', 'dropOffs', 'acquired'] as const;
const OTHERS = [
  'lostPaying',
  'returnedPaying',
  'mrr',
  'newMrr',
  'expansion',
  'contraction',
  'churned',
  'reactivation',
  'revenue',
  'planRevenue',
] as const satisfies PeriodFigure[];

/** Levels at the end of each period and moves within it. */
export function periodsOf(tally: SeriesTally, { cycleDays, horizon }: RunSettings): Plain[] {
  const periods: Plain[] = [];
  let active = 0;
  let paying = 0;
  let mrr = 0;
  for (let k = 0; k < tally.periods; k += 1) {
    const count = (name: (typeof PERIOD_COUNTS)[number]) =>
      tally.counts[k * PERIOD_COUNTS.length + PERIOD_COUNTS.indexOf(name)]!;
    const sum = (index: number) => tally.sums.value(k * PERIOD_SUMS.length + index);
    const named = (name: (typeof PERIOD_SUMS)[number]) => sum(PERIOD_SUMS.indexOf(name));
    const moves = {
      newMrr: named('newMrr'),
      expansion: named('expansion'),
      contraction: named('contraction'),
      churned: named('churned'),
      reactivation: named('reactivation'),
    };
    active += count('arrivals') - count('ended');
    paying += count('newPaying') + count('returnedPaying') - count('lostPaying');
    mrr += moves.newMrr + moves.expansion + moves.reactivation - moves.contraction - moves.churned;
    periods.push({
      from: k * cycleDays,
      to: Math.min((k + 1) * cycleDays, horizon ?? Infinity),
      arrivals: count('arrivals'),
      active,
      paying,
      newPaying: count('newPaying'),
      lostPaying: count('lostPaying'),
      returnedPaying: count('returnedPaying'),
      mrr,
      ...moves,
      cost: costsOf(sum),
      revenue: named('revenue'),
      planRevenue: named('planRevenue'),
      outcomes: count('outcomes'),
      dropOffs: count('dropOffs'),
      acquired: count('acquired'),
    });
  }
  return periods;
}

/** `estimate` reads numbers from the periods of the run and its replicas. */
export function seriesOf(
  tally: SeriesTally,
  settings: RunSettings,
  customers: number,
  estimate: Estimator<readonly Plain[]>,
): Omit<Series, 'retentionFit'> {
  const intervalOf = (period: Plain, k: number, name: PeriodFigure): Interval | null => {
    if (!ONCE.some((once) => once === name))
      return estimate((periods) => periods[k]![name]).interval;
    const share = period[name] > 0 ? wilson(period[name], customers) : null;
    return share && [share[0] * customers, share[1] * customers];
  };
  const periods = periodsOf(tally, settings).map((period, k): Period => {
    const intervals = [...ONCE, ...OTHERS].map((name) => [name, intervalOf(period, k, name)]);
    // The names are all there are.
    return { ...period, intervals: Object.fromEntries(intervals) as Period['intervals'] };
  });
  const retention = Array.from(tally.observedAt, (observed, age) => ({
    age: age / 2,
    observed,
    paying: tally.payingAt[age]!,
    share: shareOf(tally.payingAt[age]!, observed),
  })).filter(({ observed }) => observed > 0);
  return { cycleDays: settings.cycleDays, periods, retention };
}
