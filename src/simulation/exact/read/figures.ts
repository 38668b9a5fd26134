import { fraction, valuesFor } from '../../../map/basics';
import { costOfVisit, inOrder } from '../../../map/records';
import type { Figures, SpanResult, StageResult, TouchpointResult } from '../../results';
import { groupOf, leftBy, onlyCounted } from './groupFigures';
import { seriesOf } from './seriesFigures';
import type { ExactSolution } from './solveExact';
import { conversionOf, type StageTable, stageTableOf } from './stageSpan';
import { exactly, lazily, notComputed, timesOf } from './computedValues';

/**
 * The solution in the shape of a run, so that whoever reads runs (KPIs above all) can read it: counts
 * are expectations for the customers of the run, intervals are null. Rarely asked numbers are solved
 * when they are read. Reading what the solution does not have throws `NotTold`.
 */
export function exactFigures(solution: ExactSolution): Figures {
  const { setup, customers } = solution;
  const { map } = setup;
  const stages = stageTableOf(solution);
  const total = groupOf(solution, solution.total, stages, null);
  return {
    settings: setup.settings,
    total,
    outcomes: total.outcomes,
    get personas() {
      return valuesFor(Object.keys(solution.personas), (id) =>
        groupOf(solution, solution.personas[id]!, stages, { persona: id }),
      );
    },
    segments: lazily(Object.keys(map.segments), (id) => {
      const group = solution.segment(id);
      if (group) return groupOf(solution, group, stages, 'segment');
      const share = solution.memberShare(id) ?? notComputed(id);
      return onlyCounted(share * customers);
    }),
    touchpoints: lazily(Object.keys(map.touchpoints), (id) => touchpointOf(solution, id)),
    transitions: total.transitions,
    stages: lazily(Object.keys(stages), (id) => stageOf(solution, stages, id)),
    get spans() {
      return spansOf(solution);
    },
    get series() {
      return seriesOf(solution);
    },
  };
}

function touchpointOf(solution: ExactSolution, id: string): TouchpointResult {
  const { total, customers, setup } = solution;
  const { economics } = setup.map.touchpoints[id]!;
  const { revenue } = economics;
  const cost = costOfVisit(economics);
  const left = leftBy(solution, total)[id] ?? 0;
  const reached = total.reached([id]);
  const visits = total.visits[id]!;
  const dropOffs = total.dropOffs[id]!;
  return {
    visits: visits * customers,
    visitsPerCustomer: exactly(visits),
    reached: reached * customers,
    reachedShare: exactly(reached),
    dropOffs: dropOffs * customers,
    entries: total.entries[id]! * customers,
    arrivals: total.arrivals[id]! * customers,
    dropOffShare: exactly(fraction(dropOffs, left)),
    noRule: total.noRule[id]! * customers,
    waiting: total.waiting[id]! * customers,
    dwell: timesOf(left * customers, total.dwell[id]!),
    days: total.days[id]! * customers,
    get emotion() {
      return notComputed('emotion');
    },
    cost: cost * visits * customers,
    revenue: revenue * visits * customers,
  };
}

function stageOf(solution: ExactSolution, stages: StageTable, id: string): StageResult {
  const { total, customers } = solution;
  const here = stages[id]!;
  const started = total.reached(here);
  const dropOffs = here.reduce((sum, touchpoint) => sum + total.dropOffs[touchpoint]!, 0);
  const days = here.reduce((sum, touchpoint) => sum + total.days[touchpoint]!, 0);
  return {
    customers: started * customers,
    reached: exactly(started),
    conversion: exactly(conversionOf(solution, stages, id)),
    dropOffs: dropOffs * customers,
    time: timesOf(started * customers, { mean: fraction(days, started), variance: null }),
  };
}

/** What KPIs ask; only a run knows those within a period. */
function spansOf(solution: ExactSolution): Readonly<Record<string, SpanResult>> {
  const { setup, customers } = solution;
  const asked = inOrder(setup.map.kpis).filter(
    ([, { params }]) => (params.from !== null || params.to !== null) && params.period === null,
  );
  return Object.fromEntries(
    asked.map(
      ([
        id,
        {
          params: { from, to },
        },
      ]) => {
        const { started, completed } = solution.span(
          from === null ? null : [from],
          to === null ? null : [to],
        );
        const span: SpanResult = {
          from,
          to,
          started: started * customers,
          completed: completed * customers,
          share: exactly(fraction(completed, started)),
          time: timesOf(0, { mean: NaN, variance: null }),
        };
        return [id, span];
      },
    ),
  );
}
