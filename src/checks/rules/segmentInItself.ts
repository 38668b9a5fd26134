import { changeRecord } from '../../map/edits';
import { inOrder } from '../../map/records';
import { segmentGraphOf } from '../../rules';
import { type CheckRule, targetIdIn } from '../checkRule';
import { findingName, target } from '../names';
import { withoutClauses } from '../rulesOf';

/** A segment whose rule leads back to itself: that membership is never true. */
export const segmentInItself: CheckRule = {
  id: 'segment-in-itself',
  severity: 'error',
  *check({ map }) {
    const { cyclic } = segmentGraphOf(map);
    for (const [id] of inOrder(map.segments)) {
      if (!cyclic.has(id)) continue;
      yield {
        target: target('segments', id),
        values: { name: findingName(map, 'segments', id) },
        fixes: ['remove'],
      };
    }
  },
  fixes: {
    remove({ map }, problem) {
      const id = targetIdIn(map, problem, 'segments');
      if (id === null) return null;
      const { isRead } = segmentGraphOf(map);
      return changeRecord('segments', id, (segment) => {
        segment.rule = withoutClauses(
          segment.rule,
          (clause) =>
            clause.kind === 'segment' &&
            Object.hasOwn(map.segments, clause.segment) &&
            !isRead(id, clause.segment),
        ) ?? { kind: 'everyone', not: false };
      });
    },
  },
};
