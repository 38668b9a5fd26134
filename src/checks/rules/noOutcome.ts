import { changeRecord, inTurn } from '../../map/edits';
import type { CheckRule } from '../checkRule';
import type { CheckContext } from '../context';

/** Without an outcome nobody can say whether a walk went well. */
export const noOutcome: CheckRule = {
  id: 'no-outcome',
  severity: 'warning',
  *check(context) {
    const { touchpoints, transitions } = context;
    if (transitions.length === 0 || touchpoints.some(([, { kind }]) => kind === 'outcome')) return;
    const count = endsOf(context).length;
    yield { target: null, values: { count }, fixes: count > 0 ? ['ends'] : [] };
  },
  fixes: {
    ends(context) {
      const ends = endsOf(context);
      if (ends.length === 0) return null;
      return inTurn(...ends.map((id) => changeRecord('touchpoints', id, { kind: 'outcome' })));
    },
  },
};

/** Touchpoints that something leads to and nothing leads out of. */
function endsOf({ touchpoints, outOf, into }: CheckContext): string[] {
  return touchpoints
    .filter(([id, { kind }]) => kind !== 'entry' && outOf(id).length === 0 && into(id).length > 0)
    .map(([id]) => id);
}
