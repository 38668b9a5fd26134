import { type CheckRule, targetOf } from '../checkRule';
import { nameOf, target } from '../names';
import { isConnected } from '../shape';

/**
 * A touchpoint that is no outcome and has no way out: everybody drops off there. A `dropOffAfter`
 * above 0 says that this is meant: somebody has thought about how long people linger.
 */
export const deadEnd: CheckRule = {
  id: 'dead-end',
  severity: 'warning',
  *check({ map, touchpoints, outOf, into }) {
    for (const [id, touchpoint] of touchpoints) {
      if (touchpoint.kind === 'outcome' || touchpoint.dropOffAfter > 0) continue;
      // Without any transition a touchpoint is not connected at all, which another rule says.
      if (outOf(id).length > 0 || !isConnected(touchpoint, into(id))) continue;
      yield {
        target: target('touchpoints', id),
        values: { name: nameOf(map, 'touchpoints', id) },
        fixes: ['outcome'],
      };
    }
  },
  fixes: {
    outcome({ map }, problem) {
      const id = targetOf(map, problem, 'touchpoints');
      if (id === null) return null;
      return (draft) => {
        const touchpoint = draft.touchpoints[id];
        if (touchpoint) touchpoint.kind = 'outcome';
      };
    },
  },
};
