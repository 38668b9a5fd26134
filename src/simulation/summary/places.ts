import { sumOf } from '../../map/basics';
import { costOfVisit } from '../../map/records';
import { BINS, quantileOfBins, type Tally } from '../compiled/tally';
import type { Tables } from '../compiled/tables';
import type { GroupResult, RunResult, SpanResult, StageResult, TimeEstimates } from '../results';
import { meanOf, shareOf } from '../statistics';
import type { Estimator } from './replicas';

/** Times from their bins, which begin at `at` in the counts, and their sums, which begin at `sumsAt`. */
function timesOf(
  tally: Tally,
  at: number,
  sumsAt: number,
  estimate: Estimator<Tally>,
): TimeEstimates {
  const bins = binsAt(tally, at);
  const count = sumOf(bins);
  const { value, interval } = meanOf(tally.sums.value(sumsAt), tally.sums.value(sumsAt + 1), count);
  return {
    count,
    mean: { value, interval },
    median: estimate((of) => quantileOfBins(binsAt(of, at), 0.5)),
    p90: estimate((of) => quantileOfBins(binsAt(of, at), 0.9)),
  };
}

const binsAt = ({ counts }: Tally, at: number) => counts.subarray(at, at + BINS);

/** What was counted of each touchpoint, by id. */
export function touchpointResults(
  tables: Tables,
  tally: Tally,
  total: GroupResult,
  estimate: Estimator<Tally>,
): RunResult['touchpoints'] {
  const { layout, counts, sums } = tally;
  const at = layout.counts;
  return Object.fromEntries(
    tables.touchpointIds.map((id, index) => {
      const { economics } = tables.setup.map.touchpoints[id]!;
      const group = total.touchpoints[id]!;
      const felt = counts[at.felt + index]!;
      return [
        id,
        {
          ...group,
          entries: counts[at.entries + index]!,
          arrivals: counts[at.arrivals + index]!,
          dropOffShare: shareOf(group.dropOffs, counts[at.left + index]!),
          noRule: counts[at.noRule + index]!,
          waiting: counts[at.waiting + index]!,
          dwell: timesOf(tally, at.dwell + index * BINS, layout.sums.dwell + 2 * index, estimate),
          days: sums.value(layout.sums.days + index),
          emotion:
            felt > 0
              ? estimate(
                  (of) => of.sums.value(layout.sums.emotion + index) / of.counts[at.felt + index]!,
                )
              : null,
          cost: group.visits * costOfVisit(economics),
          revenue: group.visits * economics.revenue,
        },
      ];
    }),
  );
}

/** What was counted of each stage, by id. */
export function stageResults(
  tables: Tables,
  tally: Tally,
  total: GroupResult,
  estimate: Estimator<Tally>,
): Record<string, StageResult> {
  const { layout } = tally;
  return Object.fromEntries(
    tables.stageIds.map((id, stage) => {
      const { customers, share, conversion } = total.stages[id]!;
      const dropOffs = tables.touchpoints
        .filter((touchpoint) => touchpoint.stage === stage)
        .reduce(
          (sum, touchpoint) =>
            sum + total.touchpoints[tables.touchpointIds[touchpoint.index]!]!.dropOffs,
          0,
        );
      return [
        id,
        {
          customers,
          reached: share,
          conversion,
          dropOffs,
          time: timesOf(
            tally,
            layout.counts.stageTimes + stage * BINS,
            layout.sums.stageTimes + 2 * stage,
            estimate,
          ),
        },
      ];
    }),
  );
}

/** What was counted of the spans that KPIs ask for, by the id of the KPI. */
export function spanResults(
  tables: Tables,
  tally: Tally,
  estimate: Estimator<Tally>,
): Record<string, SpanResult> {
  const { layout, counts } = tally;
  const idOf = (touchpoint: number) => (touchpoint < 0 ? null : tables.touchpointIds[touchpoint]!);
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
          time: timesOf(tally, base + 2, layout.sums.spans + 2 * index, estimate),
        },
      ];
    }),
  );
}
