import { quantileOfBins } from '../compiled/histogram';
import { BINS } from '../compiled/layout';
import type { Tables } from '../compiled/tables';
import type { Tally } from '../compiled/tally';
import type { GroupResult, RunResult, SpanResult, StageResult, Times } from '../results';
import { meanOf, shareOf } from '../statistics/intervals';

function timesOf(bins: Float64Array, sum: number, squares: number): Times {
  const count = bins.reduce((total, each) => total + each, 0);
  const { value, interval } = meanOf(sum, squares, count);
  return {
    count,
    mean: { value, interval },
    median: quantileOfBins(bins, 0.5),
    p90: quantileOfBins(bins, 0.9),
  };
}

const binsAt = ({ counts }: Tally, at: number) => counts.subarray(at, at + BINS);

export function touchpointResults(
  tables: Tables,
  tally: Tally,
  total: GroupResult,
): RunResult['touchpoints'] {
  const { layout, counts, sums } = tally;
  const at = layout.counts;
  return Object.fromEntries(
    tables.spots.map(({ index, money }) => {
      const id = tables.touchpointIds[index]!;
      const group = total.touchpoints[id]!;
      const felt = counts[at.felt + index]!;
      // Visits to one touchpoint are not one per customer, so their mean comes from batches.
      return [
        id,
        {
          ...group,
          visitsPerCustomer: perCustomer(tally, layout.group.visits + index, total.customers),
          entries: counts[at.entries + index]!,
          arrivals: counts[at.arrivals + index]!,
          reachedShare: shareOf(group.reached, total.customers),
          dropOffShare: shareOf(group.dropOffs, counts[at.left + index]!),
          noRule: counts[at.noRule + index]!,
          waiting: counts[at.waiting + index]!,
          dwell: timesOf(
            binsAt(tally, at.dwell + index * BINS),
            sums.value(layout.sums.dwell + 2 * index),
            sums.value(layout.sums.dwell + 2 * index + 1),
          ),
          days: sums.value(layout.sums.days + index),
          emotion: felt > 0 ? sums.value(layout.sums.emotion + index) / felt : null,
          cost: group.visits * (money?.costs.reduce((sum, cost) => sum + cost, 0) ?? 0),
          revenue: group.visits * (money?.revenue ?? 0),
        },
      ];
    }),
  );
}

/** Mean of a count per customer, its interval from the spread between batches. */
function perCustomer({ layout, counts }: Tally, offset: number, customers: number) {
  const rates: number[] = [];
  let sum = 0;
  for (let batch = 0; batch < layout.batches; batch += 1) {
    const base = layout.counts.groups + batch * layout.group.size;
    const size = counts[base + layout.group.customers]!;
    sum += counts[base + offset]!;
    if (size > 0) rates.push(counts[base + offset]! / size);
  }
  const { interval } = meanOf(
    rates.reduce((total, rate) => total + rate, 0),
    rates.reduce((total, rate) => total + rate * rate, 0),
    rates.length,
  );
  return { value: customers > 0 ? sum / customers : 0, interval };
}

export function transitionResults(tables: Tables, tally: Tally, total: GroupResult) {
  const { transitions } = tables.setup.map;
  return Object.fromEntries(
    tables.transitionIds.map((id) => {
      const count = total.transitions[id]!;
      const from = tables.touchpointIds.indexOf(transitions[id]!.from);
      const left = from < 0 ? 0 : tally.counts[tally.layout.counts.left + from]!;
      return [id, { count, share: shareOf(count, left) }];
    }),
  );
}

export function stageResults(
  tables: Tables,
  tally: Tally,
  total: GroupResult,
): Record<string, StageResult> {
  const { layout, counts, sums } = tally;
  return Object.fromEntries(
    tables.stageIds.map((id, stage) => {
      const { customers, share } = total.stages[id]!;
      const dropOffs = tables.spots
        .filter((spot) => spot.stage === stage)
        .reduce(
          (sum, spot) => sum + total.touchpoints[tables.touchpointIds[spot.index]!]!.dropOffs,
          0,
        );
      return [
        id,
        {
          customers,
          reached: share,
          conversion: shareOf(counts[layout.counts.advanced + stage]!, customers),
          dropOffs,
          time: timesOf(
            binsAt(tally, layout.counts.stageTimes + stage * BINS),
            sums.value(layout.sums.stageTimes + 2 * stage),
            sums.value(layout.sums.stageTimes + 2 * stage + 1),
          ),
        },
      ];
    }),
  );
}

export function spanResults(tables: Tables, tally: Tally): Record<string, SpanResult> {
  const { layout, counts, sums } = tally;
  const idOf = (spot: number) => (spot < 0 ? null : tables.touchpointIds[spot]!);
  return Object.fromEntries(
    layout.spans.map(({ kpi, from, to }, index) => {
      const base = layout.counts.spans + index * (2 + BINS);
      const started = counts[base]!;
      const completed = counts[base + 1]!;
      return [
        kpi,
        {
          from: idOf(from),
          to: idOf(to),
          started,
          completed,
          share: shareOf(completed, started),
          time: timesOf(
            binsAt(tally, base + 2),
            sums.value(layout.sums.spans + 2 * index),
            sums.value(layout.sums.spans + 2 * index + 1),
          ),
        },
      ];
    }),
  );
}
