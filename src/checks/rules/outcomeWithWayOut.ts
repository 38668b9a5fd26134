import { changeRecord, removeRecords } from '../../map/edits';
import { type CheckRule, targetOf } from '../checkRule';
import { findingName, target } from '../names';

/** An outcome ends the walk, so nobody ever takes a transition out of it. */
export const outcomeWithWayOut: CheckRule = {
  id: 'outcome-with-way-out',
  severity: 'error',
  *check({ map, touchpoints, outOf }) {
    for (const [id, { kind }] of touchpoints) {
      const ways = kind === 'outcome' ? outOf(id) : [];
      if (ways.length === 0) continue;
      yield {
        target: target('touchpoints', id),
        values: { name: findingName(map, 'touchpoints', id), count: ways.length },
        also: ways.map(([way]) => target('transitions', way)),
        fixes: ['remove', 'touchpoint'],
      };
    }
  },
  fixes: {
    remove({ map, outOf }, problem) {
      const id = targetOf(map, problem, 'touchpoints');
      return id === null
        ? null
        : removeRecords(outOf(id).map(([way]) => target('transitions', way)));
    },
    touchpoint({ map }, problem) {
      const id = targetOf(map, problem, 'touchpoints');
      return id === null ? null : changeRecord('touchpoints', id, { kind: 'touchpoint' });
    },
  },
};
