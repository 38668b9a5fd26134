import { changeRecord, inTurn } from '../../map/edits';
import type { CheckRule } from '../checkRule';
import type { CheckContext } from '../context';
import { target } from '../names';

/** Cards in the unsorted column are in no stage's numbers. One finding for all of them. */
export const noStage: CheckRule = {
  id: 'no-stage',
  severity: 'hint',
  *check(context) {
    const loose = looseOf(context);
    const [first, ...others] = loose.map((id) => target('touchpoints', id));
    if (!first || context.stages.length === 0) return;
    yield {
      target: first,
      detail: 'all',
      also: others,
      values: { count: loose.length },
      fixes: stagesByNeighbour(context).size === loose.length ? ['neighbours'] : [],
    };
  },
  fixes: {
    neighbours(context) {
      return inTurn(
        ...[...stagesByNeighbour(context)].map(([id, stage]) =>
          changeRecord('touchpoints', id, { stage }),
        ),
      );
    },
  },
};

function looseOf({ touchpoints }: CheckContext): string[] {
  return touchpoints.filter(([, { stage }]) => stage === null).map(([id]) => id);
}

/** For each loose touchpoint the stage of what leads to it, else of what it leads to. */
function stagesByNeighbour(context: CheckContext): Map<string, string> {
  const { map, outOf, into } = context;
  const loose = looseOf(context);
  const isLoose = new Set(loose);
  const found = new Map<string, string>();
  const neighbours = (id: string) => [
    ...into(id).map(([, { from }]) => from),
    ...outOf(id).map(([, { to }]) => to),
  ];
  const adopt = (id: string, stage: string | null | undefined) => {
    if (typeof stage === 'string' && !found.has(id)) found.set(id, stage);
  };
  for (const id of loose) {
    const placed = neighbours(id).find(
      (other) => typeof map.touchpoints[other]?.stage === 'string',
    );
    if (placed !== undefined) adopt(id, map.touchpoints[placed]?.stage);
  }
  // A Map is walked in the order of insertion, what is added on the way included.
  for (const [id, stage] of found) {
    for (const other of neighbours(id)) if (isLoose.has(other)) adopt(other, stage);
  }
  return found;
}
