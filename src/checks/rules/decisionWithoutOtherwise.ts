import { addRecord, changeRecord } from '../../map/edits';
import { type CheckRule, targetOf } from '../checkRule';
import type { CheckContext } from '../context';
import { findingName, target } from '../names';

/** Whoever no rule of the decision fits drops off, for no reason anybody has given. */
export const decisionWithoutOtherwise: CheckRule = {
  id: 'decision-without-otherwise',
  severity: 'warning',
  *check(context) {
    const { map, touchpoints, outOf } = context;
    const loss = lossOf(context);
    for (const [id, { kind }] of touchpoints) {
      if (kind !== 'decision') continue;
      const ways = outOf(id);
      const last = ways.at(-1);
      // A transition without a rule takes everybody, so it serves as well.
      if (!last || ways.some(([, way]) => way.otherwise || way.when === null)) continue;
      yield {
        target: target('touchpoints', id),
        values: { name: findingName(map, 'touchpoints', id) },
        fixes: loss === undefined ? ['last'] : ['add', 'last'],
        fixValues: {
          last: findingName(map, 'transitions', last[0]),
          ...(loss !== undefined && { to: findingName(map, 'touchpoints', loss) }),
        },
      };
    }
  },
  fixes: {
    add(context, problem) {
      const from = targetOf(context.map, problem, 'touchpoints');
      const to = lossOf(context);
      if (from === null || to === undefined) return null;
      return addRecord('transitions', { from, to, otherwise: true });
    },
    last({ map, outOf }, problem) {
      const id = targetOf(map, problem, 'touchpoints');
      const last = id === null ? undefined : outOf(id).at(-1);
      if (!last) return null;
      return changeRecord('transitions', last[0], { otherwise: true, when: null });
    },
  },
};

/** Where people go whom nothing fits: the first loss, else the first neutral outcome. */
function lossOf({ touchpoints }: CheckContext): string | undefined {
  const outcomes = touchpoints.filter(([, { kind }]) => kind === 'outcome');
  const found =
    outcomes.find(([, { outcome }]) => outcome === 'loss') ??
    outcomes.find(([, { outcome }]) => outcome === 'neutral');
  return found?.[0];
}
