import type { RecordEntry } from '../../map/records';
import type { Transition } from '../../map/schema';
import { canBothHold } from '../../rules';
import { type CheckRule } from '../checkRule';
import { SEARCH_STEPS } from '../flow';
import { findingName, target } from '../names';

/** Transitions of one decision that are compared with one another. */
const MOST_RULES = 12;

/** Two rules of a decision that one customer can satisfy: the order decides, which may be meant. */
export const overlap: CheckRule = {
  id: 'overlap',
  severity: 'hint',
  *check({ held: { map, touchpoints, outOf } }) {
    const budget = { steps: SEARCH_STEPS };
    for (const [id, { kind }] of touchpoints) {
      if (kind !== 'decision') continue;
      const transitions = outOf(id)
        .filter(([, transition]) => !transition.otherwise && transition.when !== null)
        .slice(0, MOST_RULES);
      const pairs = pairsOf(transitions).filter(
        ([[, a], [, b]]) => a.when && b.when && canBothHold(a.when, b.when, map, budget) === 'yes',
      );
      const [first] = pairs;
      if (!first) continue;
      yield {
        target: target('touchpoints', id),
        values: {
          name: findingName(map, 'touchpoints', id),
          first: findingName(map, 'transitions', first[0][0]),
          second: findingName(map, 'transitions', first[1][0]),
          more: pairs.length - 1,
        },
        also: [...new Set(pairs.flatMap(([[a], [b]]) => [a, b]))].map((transition) =>
          target('transitions', transition),
        ),
      };
    }
  },
};

function pairsOf(transitions: readonly RecordEntry<Transition>[]) {
  return transitions.flatMap((a, index) =>
    transitions.slice(index + 1).map((b) => [a, b] as const),
  );
}
