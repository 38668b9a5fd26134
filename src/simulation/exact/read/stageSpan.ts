import { fraction } from '../../../map/basics';
import { inOrder, isLost } from '../../../map/records';
import type { ExactSolution, ExactSpan } from './solveExact';

/** Touchpoints by stage, stages in their order. */
export type StageTable = Readonly<Record<string, readonly string[]>>;

/** Touchpoints of each stage. */
export function stageTableOf({ setup: { map } }: ExactSolution): StageTable {
  const touchpoints = Object.entries(map.touchpoints);
  return Object.fromEntries(
    inOrder(map.stages).map(([id]) => [
      id,
      touchpoints.filter(([, { stage }]) => stage === id).map(([touchpoint]) => touchpoint),
    ]),
  );
}

/**
 * Shares who came to a stage, and who went on from there to a later one before they were lost; of everybody, or of a
 * persona's customers.
 */
export function stageSpanOf(
  solution: ExactSolution,
  stages: StageTable,
  id: string,
  persona?: string,
): ExactSpan {
  const { touchpoints } = solution.setup.map;
  const here = stages[id]!;
  const ids = Object.keys(stages);
  const later = ids
    .slice(ids.indexOf(id) + 1)
    .flatMap((stage) => stages[stage]!)
    .filter((touchpoint) => !isLost(touchpoints[touchpoint]!));
  if (here.length === 0 || later.length === 0) {
    const group = persona === undefined ? solution.total : solution.personas[persona]!;
    return { started: here.length > 0 ? group.reached(here) : 0, completed: 0 };
  }
  const until = Object.keys(touchpoints).filter((touchpoint) => isLost(touchpoints[touchpoint]!));
  return solution.span(here, later, { persona, until });
}

/** Of those who came to a stage, the share who went on; 0 where nobody came. */
export function conversionOf(...asked: Parameters<typeof stageSpanOf>): number {
  const { started, completed } = stageSpanOf(...asked);
  return fraction(completed, started);
}
