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
  const found = new Map<string, string>();
  for (const id of looseOf(context)) {
    const before = into(id).map(([, { from }]) => from);
    const after = outOf(id).map(([, { to }]) => to);
    for (const neighbour of [...before, ...after]) {
      const stage = map.touchpoints[neighbour]?.stage ?? found.get(neighbour);
      if (stage === undefined) continue;
      found.set(id, stage);
      break;
    }
  }
  return found;
}
