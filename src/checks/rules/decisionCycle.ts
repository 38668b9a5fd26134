import { placeById } from '../../map/basics';
import { removeRecords } from '../../map/edits';
import { type CheckRule, targetIdIn } from '../checkRule';
import type { CheckContext } from '../context';
import { cyclesInOrder } from '../cycles';
import { findingName, target } from '../names';

/** Decisions take no time: a customer who comes round to the same one would never get on. */
export const decisionCycle: CheckRule = {
  id: 'decision-cycle',
  severity: 'error',
  *check(context) {
    if (!context.touchpoints.some(([, { kind }]) => kind === 'decision')) return;
    for (const cycle of decisionCycles(context)) {
      const [first, ...others] = cycle;
      if (first === undefined) continue;
      yield {
        target: target('touchpoints', first),
        values: { name: findingName(context.map, 'touchpoints', first), count: cycle.length },
        also: others.map((id) => target('touchpoints', id)),
        fixes: ['cut'],
      };
    }
  },
  fixes: {
    /** Takes out the transitions that lead back to a decision already passed. */
    cut(context, problem) {
      const first = targetIdIn(context.map, problem, 'touchpoints');
      const cycle = decisionCycles(context).find((members) => members[0] === first);
      if (!cycle) return null;
      return removeRecords(backwards(context, cycle).map((id) => target('transitions', id)));
    },
  },
};

function decisionCycles(context: CheckContext): string[][] {
  const isDecision = (id: string) => context.map.touchpoints[id]?.kind === 'decision';
  return cyclesInOrder(context, (_, { from, to }) => isDecision(from) && isDecision(to));
}

/** Transitions inside the cycle that do not lead further in journey order. */
function backwards({ outOf }: CheckContext, cycle: readonly string[]): string[] {
  const rank = placeById(cycle);
  return cycle.flatMap((id, index) =>
    outOf(id)
      .filter(([, { to }]) => (rank.get(to) ?? Infinity) <= index)
      .map(([transition]) => transition),
  );
}
