import { changeRecord } from '../../map/edits';
import { type CheckRule, targetIdIn } from '../checkRule';
import { isConnected } from '../flow';
import { findingName, target } from '../names';

/**
 * A touchpoint that is no outcome and no transition leaves: everybody drops off there. A `dropOffAfter`
 * above 0 says that this is meant: somebody has thought about how long people linger.
 */
export const deadEnd: CheckRule = {
  id: 'dead-end',
  severity: 'warning',
  *check({ map, touchpoints, transitions, outOf, into }) {
    if (transitions.length === 0) return;
    for (const [id, touchpoint] of touchpoints) {
      if (touchpoint.kind === 'outcome' || touchpoint.dropOffAfter > 0) continue;
      // A touchpoint that nothing leads to is reported as unreachable; once is enough.
      if (outOf(id).length > 0 || !isConnected(touchpoint, into(id))) continue;
      yield {
        target: target('touchpoints', id),
        cause: `dead-end:${touchpoint.stage ?? ''}`,
        values: { name: findingName(map, 'touchpoints', id) },
        fixes: touchpoint.kind === 'entry' ? [] : ['outcome'],
      };
    }
  },
  everywhere: ['outcome'],
  fixes: {
    outcome({ map }, problem) {
      const id = targetIdIn(map, problem, 'touchpoints');
      return id === null ? null : changeRecord('touchpoints', id, { kind: 'outcome' });
    },
  },
};
