import { changeRecord } from '../../map/edits';
import { type CheckRule, targetIdIn } from '../checkRule';
import { findingName, target } from '../names';

/** A touchpoint cannot be shown in detail by the map it is part of. */
export const subJourneyOfItself: CheckRule = {
  id: 'sub-journey-of-itself',
  severity: 'warning',
  *check({ map, touchpoints }) {
    for (const [id, { subJourney }] of touchpoints) {
      if (subJourney?.map !== map.id) continue;
      yield {
        target: target('touchpoints', id),
        values: { name: findingName(map, 'touchpoints', id) },
        fixes: ['remove'],
      };
    }
  },
  fixes: {
    remove({ map }, problem) {
      const id = targetIdIn(map, problem, 'touchpoints');
      return id === null ? null : changeRecord('touchpoints', id, { subJourney: null });
    },
  },
};
