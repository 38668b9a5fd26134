import { addRecord, changeRecord, inTurn } from '../../map/edits';
import type { RecordEntry } from '../../map/records';
import type { Touchpoint } from '../../map/schema';
import type { CheckRule } from '../checkRule';
import type { CheckContext } from '../context';

/** Cards on a wall: good for a workshop, but nobody can walk them yet. */
export const notConnected: CheckRule = {
  id: 'not-connected',
  severity: 'hint',
  *check({ touchpoints, transitions }) {
    if (touchpoints.length < 2 || transitions.length > 0) return;
    yield {
      target: null,
      values: { count: touchpoints.length },
      fixes: lineThrough(touchpoints).length < 2 ? [] : ['line'],
    };
  },
  fixes: {
    line({ touchpoints, transitions }) {
      const line = lineThrough(touchpoints);
      const [first] = line;
      if (transitions.length > 0 || !first || line.length < 2) return null;
      return inTurn(
        ...line.slice(1).map(([to], index) =>
          addRecord('transitions', {
            from: line[index]?.[0] ?? first[0],
            to,
            chance: { base: 1 },
          }),
        ),
        ...(first[1].kind === 'touchpoint'
          ? [changeRecord('touchpoints', first[0], { kind: 'entry' })]
          : []),
      );
    },
  },
};

/** One line in journey order, past the outcomes on the way, which would end it. */
function lineThrough(touchpoints: CheckContext['touchpoints']): readonly RecordEntry<Touchpoint>[] {
  const last = touchpoints.at(-1);
  return touchpoints.filter((entry) => entry === last || entry[1].kind !== 'outcome');
}
