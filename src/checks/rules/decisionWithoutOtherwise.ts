import { type CheckRule, targetOf } from '../checkRule';
import { nameOf, target } from '../names';

/** Whoever no rule of the decision fits drops off, for no reason anybody has given. */
export const decisionWithoutOtherwise: CheckRule = {
  id: 'decision-without-otherwise',
  severity: 'warning',
  *check({ map, touchpoints, outOf }) {
    for (const [id, { kind }] of touchpoints) {
      if (kind !== 'decision') continue;
      const ways = outOf(id);
      const last = ways.at(-1);
      // A transition without a rule takes everybody, so it serves as well.
      if (!last || ways.some(([, way]) => way.otherwise || way.when === null)) continue;
      yield {
        target: target('touchpoints', id),
        values: { name: nameOf(map, 'touchpoints', id) },
        fixes: ['last'],
        fixValues: { last: nameOf(map, 'transitions', last[0]) },
      };
    }
  },
  fixes: {
    last({ map, outOf }, problem) {
      const id = targetOf(map, problem, 'touchpoints');
      const last = id === null ? undefined : outOf(id).at(-1);
      if (!last) return null;
      return (draft) => {
        const way = draft.transitions[last[0]];
        if (!way) return;
        way.otherwise = true;
        way.when = null;
      };
    },
  },
};
