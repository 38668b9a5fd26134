import { changeRecord, removeRecords } from '../../map/edits';
import { isBroken, satisfiable } from '../../rules';
import { type CheckRule, targetIdIn } from '../checkRule';
import { SEARCH_STEPS } from '../flow';
import { findingName, target } from '../names';
import { rulesOf } from '../rulesOf';

/** A rule that nobody at all can satisfy, whatever happens. */
export const contradiction: CheckRule = {
  id: 'contradiction',
  severity: 'warning',
  *check({ map }) {
    const budget = { steps: SEARCH_STEPS };
    for (const { target: at, rule } of rulesOf(map)) {
      // A rule that names what is gone is reported as such.
      if (isBroken(rule, map)) continue;
      if (satisfiable(rule, map, budget) !== 'no') continue;
      yield {
        target: at,
        variant: at.collection,
        values: { name: findingName(map, at.collection, at.id) },
        fixes: at.collection === 'transitions' ? ['everybody', 'remove'] : [],
      };
    }
  },
  fixes: {
    everybody({ map }, problem) {
      const id = targetIdIn(map, problem, 'transitions');
      return id === null ? null : changeRecord('transitions', id, { when: null });
    },
    remove({ map }, problem) {
      const id = targetIdIn(map, problem, 'transitions');
      return id === null ? null : removeRecords([target('transitions', id)]);
    },
  },
};
