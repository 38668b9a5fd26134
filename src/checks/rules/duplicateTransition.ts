import { changeRecord, inTurn, removeRecords } from '../../map/edits';
import type { RecordEntry } from '../../map/records';
import type { Transition } from '../../map/schema';
import { type CheckRule, detailOf, targetIdIn } from '../checkRule';
import { findingName, target } from '../names';

/**
 * Two transitions from here to there for the same people. Different delays may be the reason (some
 * come soon, some late); out of a decision the later one is reported as shadowed.
 */
export const duplicateTransition: CheckRule = {
  id: 'duplicate-transition',
  severity: 'hint',
  *check({ map, touchpoints, outOf }) {
    for (const [id, { kind }] of touchpoints) {
      if (kind === 'decision') continue;
      const seen = new Map<string, RecordEntry<Transition>>();
      for (const entry of outOf(id)) {
        const likeness = likenessOf(entry[1]);
        const twin = seen.get(likeness);
        if (!twin) seen.set(likeness, entry);
        else {
          yield {
            target: target('transitions', entry[0]),
            detail: twin[0],
            values: {
              from: findingName(map, 'touchpoints', entry[1].from),
              to: findingName(map, 'touchpoints', entry[1].to),
            },
            also: [target('transitions', twin[0])],
            fixes: isPlain(twin[1]) && isPlain(entry[1]) ? ['merge', 'remove'] : ['remove'],
          };
        }
      }
    }
  },
  fixes: {
    /** The chances add up, so as many customers take the transition as before. */
    merge({ map }, problem) {
      const id = targetIdIn(map, problem, 'transitions');
      const later = id === null ? undefined : map.transitions[id];
      const twin = detailOf(problem);
      if (id === null || !later || !Object.hasOwn(map.transitions, twin)) return null;
      return inTurn(
        changeRecord('transitions', twin, (transition) => {
          transition.chance.base = Math.min(1, transition.chance.base + later.chance.base);
        }),
        removeRecords([target('transitions', id)]),
      );
    },
    remove({ map }, problem) {
      const id = targetIdIn(map, problem, 'transitions');
      return id === null ? null : removeRecords([target('transitions', id)]);
    },
  },
};

/** The same text for transitions that differ in nothing but their chances. */
function likenessOf({ to, otherwise, when, delay }: Transition): string {
  return JSON.stringify([to, otherwise, when, delay]);
}

function isPlain({ chance, otherwise }: Transition): boolean {
  return !otherwise && Object.keys(chance.bySegment).length === 0;
}
