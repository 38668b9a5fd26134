import { changeRecord, removeRecords } from '../../map/edits';
import { type CheckRule, targetIdIn } from '../checkRule';
import { findingName, target } from '../names';

/** An outcome ends the walk, so nobody ever takes a transition out of it. */
export const outcomeWithTransition: CheckRule = {
  id: 'outcome-with-transition',
  severity: 'error',
  *check({ map, touchpoints, outOf }) {
    for (const [id, { kind }] of touchpoints) {
      const transitions = kind === 'outcome' ? outOf(id) : [];
      if (transitions.length === 0) continue;
      yield {
        target: target('touchpoints', id),
        values: { name: findingName(map, 'touchpoints', id), count: transitions.length },
        also: transitions.map(([transition]) => target('transitions', transition)),
        fixes: ['remove', 'touchpoint'],
      };
    }
  },
  fixes: {
    remove({ map, outOf }, problem) {
      const id = targetIdIn(map, problem, 'touchpoints');
      return id === null
        ? null
        : removeRecords(outOf(id).map(([transition]) => target('transitions', transition)));
    },
    touchpoint({ map }, problem) {
      const id = targetIdIn(map, problem, 'touchpoints');
      return id === null ? null : changeRecord('touchpoints', id, { kind: 'touchpoint' });
    },
  },
};
