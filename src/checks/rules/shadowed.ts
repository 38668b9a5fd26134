import { removeRecords } from '../../map/edits';
import type { RecordEntry } from '../../map/records';
import type { JourneyMap, Transition } from '../../map/schema';
import { type Budget, canHoldTogether, satisfiable, type Wanted } from '../../rules/overlap';
import { type CheckRule, targetIdIn } from '../checkRule';
import { SEARCH_STEPS } from '../flow';
import { findingName, target } from '../names';

/** Earlier transitions of one decision that are looked at together. */
const MOST_EARLIER = 20;

/** A decision takes the first rule that holds; a customer who fits this one has left by another before. */
export const shadowed: CheckRule = {
  id: 'shadowed',
  severity: 'warning',
  *check({ held: { map, touchpoints, outOf } }) {
    const budget = { steps: SEARCH_STEPS };
    for (const [id, { kind }] of touchpoints) {
      if (kind !== 'decision') continue;
      const earlier: RecordEntry<Transition>[] = [];
      const catchAll = outOf(id).find(
        ([, transition]) => !transition.otherwise && transition.when === null,
      );
      for (const entry of outOf(id)) {
        const by = entry[1].otherwise
          ? catchAll
          : shadowOf(entry, earlier.slice(-MOST_EARLIER), map, budget);
        if (!entry[1].otherwise) earlier.push(entry);
        if (!by) continue;
        yield {
          target: target('transitions', entry[0]),
          values: {
            name: findingName(map, 'transitions', entry[0]),
            earlier: findingName(map, 'transitions', by[0]),
          },
          also: [target('transitions', by[0])],
          fixes: ['remove'],
        };
      }
    }
  },
  fixes: {
    remove({ map }, problem) {
      const id = targetIdIn(map, problem, 'transitions');
      return id === null ? null : removeRecords([target('transitions', id)]);
    },
  },
};

/** The last of the earlier transitions when together they leave nobody for this one. */
function shadowOf(
  [, { when }]: RecordEntry<Transition>,
  earlier: readonly RecordEntry<Transition>[],
  map: JourneyMap,
  budget: Budget,
): RecordEntry<Transition> | undefined {
  const catchAll = earlier.find(([, transition]) => transition.when === null);
  if (catchAll || earlier.length === 0) return catchAll;
  const own: Wanted[] = when === null ? [] : [{ rule: when, holds: true }];
  const others = earlier.flatMap(([, transition]): Wanted[] =>
    transition.when === null ? [] : [{ rule: transition.when, holds: false }],
  );
  // A rule that contradicts itself is reported as such. Two transitions that share everybody out
  // between them are no mistake for a third without a rule: it is their *otherwise*.
  if (when === null || satisfiable(when, map, budget) === 'no') return undefined;
  return canHoldTogether([...own, ...others], map, budget) === 'no' ? earlier.at(-1) : undefined;
}
