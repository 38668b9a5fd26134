import { costsOf } from './groups';
import { PERIOD_COUNTS, PERIOD_SUMS, type SeriesTally } from '../compiled/seriesTally';
import type { Period, RunSettings, Series } from '../results';

export function seriesOf(tally: SeriesTally, { cycleDays, horizon }: RunSettings): Series {
  const periods: Period[] = [];
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
  const retention = Array.from(tally.observedAt, (observed, age) => ({
    age: age / 2,
    observed,
    paying: tally.payingAt[age]!,
  })).filter(({ observed }) => observed > 0);
  return { cycleDays, periods, retention };
}
