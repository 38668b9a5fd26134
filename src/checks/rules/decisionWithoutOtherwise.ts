import { addRecord, changeRecord } from '../../map/edits';
import type { RecordEntry } from '../../map/records';
import type { Transition } from '../../map/schema';
import { type CheckRule, targetIdIn } from '../checkRule';
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
      const last = lastOfRules(outOf(id));
      if (!last) continue;
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
      const from = targetIdIn(context.map, problem, 'touchpoints');
      const to = lossOf(context);
      if (from === null || to === undefined || !lastOfRules(context.outOf(from))) return null;
      return addRecord('transitions', { from, to, otherwise: true });
    },
    last({ map, outOf }, problem) {
      const id = targetIdIn(map, problem, 'touchpoints');
      const last = id === null ? undefined : lastOfRules(outOf(id));
      if (!last) return null;
      return changeRecord('transitions', last[0], { otherwise: true, when: null });
    },
  },
};

/** The last of transitions that all have a rule. One without a rule takes everybody, so it serves as *otherwise*. */
function lastOfRules(
  transitions: readonly RecordEntry<Transition>[],
): RecordEntry<Transition> | undefined {
  return transitions.some(([, transition]) => transition.otherwise || transition.when === null)
    ? undefined
    : transitions.at(-1);
}

/** Where people go whom nothing fits: the first loss, else the first neutral outcome. */
function lossOf({ touchpoints }: CheckContext): string | undefined {
  const outcomes = touchpoints.filter(([, { kind }]) => kind === 'outcome');
  const found =
    outcomes.find(([, { outcome }]) => outcome === 'loss') ??
    outcomes.find(([, { outcome }]) => outcome === 'neutral');
  return found?.[0];
}
