import { type CheckRule, targetIdIn } from '../checkRule';
import type { CheckContext } from '../context';
import { connectDropOff, hasRoom, isRunnable } from '../flow';
import { listUnder } from '../../map/basics';
import type { RecordEntry } from '../../map/records';
import type { Touchpoint } from '../../map/schema';
import { findingName, target } from '../names';

/** Customers come into the stage, but it neither leads on nor holds an outcome. */
export const stageNobodyLeaves: CheckRule = {
  id: 'stage-nobody-leaves',
  severity: 'warning',
  *check(context) {
    const { map, stages, reachable } = context;
    if (stages.length < 2 || !isRunnable(context)) return;
    const members = membersOf(context);
    for (const [id] of stages) {
      const inside = (members.get(id) ?? []).filter(([touchpoint]) => reachable.has(touchpoint));
      if (inside.length === 0 || inside.some((entry) => leaves(context, entry))) continue;
      const next = bridge(context, members, id);
      yield {
        target: target('stages', id),
        values: { name: findingName(map, 'stages', id) },
        fixes: next ? ['next'] : [],
        ...(next && {
          fixValues: {
            from: findingName(map, 'touchpoints', next.from),
            to: findingName(map, 'touchpoints', next.to),
          },
        }),
      };
    }
  },
  fixes: {
    next(context, problem) {
      const id = targetIdIn(context.map, problem, 'stages');
      const next = id === null ? null : bridge(context, membersOf(context), id);
      return next && connectDropOff(context, next.from, next.to);
    },
  },
};

type Members = ReadonlyMap<string | null, readonly RecordEntry<Touchpoint>[]>;

function membersOf({ touchpoints }: CheckContext): Members {
  const members = new Map<string | null, RecordEntry<Touchpoint>[]>();
  for (const entry of touchpoints) {
    listUnder(members, entry[1].stage, entry);
  }
  return members;
}

/** Does the walk go on elsewhere or end here? A dead end is reported as such. */
function leaves({ map, outOf }: CheckContext, [id, touchpoint]: RecordEntry<Touchpoint>): boolean {
  const transitions = outOf(id);
  if (touchpoint.kind === 'outcome' || transitions.length === 0) return true;
  return transitions.some(([, { to }]) => map.touchpoints[to]?.stage !== touchpoint.stage);
}

/** The last touchpoint of the stage that people drop off at, and the first of the next stage. */
function bridge(context: CheckContext, members: Members, stage: string) {
  const { stages, reachable } = context;
  const index = stages.findIndex(([id]) => id === stage);
  const from = members
    .get(stage)
    ?.findLast((entry) => reachable.has(entry[0]) && hasRoom(context, entry))?.[0];
  const to = stages
    .slice(index + 1)
    .map(([id]) => members.get(id)?.[0]?.[0])
    .find((first) => first !== undefined);
  return from === undefined || to === undefined ? null : { from, to };
}
