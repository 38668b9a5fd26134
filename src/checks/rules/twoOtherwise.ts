import { changeRecord, inTurn } from '../../map/edits';
import type { RecordEntry } from '../../map/records';
import type { Transition } from '../../map/schema';
import { type CheckRule, targetIdIn } from '../checkRule';
import { findingName, target } from '../names';

const others = (transitions: readonly RecordEntry<Transition>[]) =>
  transitions.filter(([, transition]) => transition.otherwise);

/** Only one transition can take what the others leave. */
export const twoOtherwise: CheckRule = {
  id: 'two-otherwise',
  severity: 'error',
  *check({ map, touchpoints, outOf }) {
    for (const [id] of touchpoints) {
      const found = others(outOf(id));
      const [first] = found;
      if (!first || found.length < 2) continue;
      yield {
        target: target('touchpoints', id),
        values: { name: findingName(map, 'touchpoints', id), count: found.length },
        also: found.map(([transition]) => target('transitions', transition)),
        fixes: ['first'],
        fixValues: { first: findingName(map, 'transitions', first[0]) },
      };
    }
  },
  fixes: {
    first({ map, outOf }, problem) {
      const id = targetIdIn(map, problem, 'touchpoints');
      if (id === null) return null;
      const surplus = others(outOf(id)).slice(1);
      return inTurn(
        ...surplus.map(([transition]) =>
          changeRecord('transitions', transition, { otherwise: false }),
        ),
      );
    },
  },
};
