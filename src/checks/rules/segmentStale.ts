import { changeRecord } from '../../map/edits';
import { inOrder } from '../../map/records';
import { type CheckRule, targetIdIn } from '../checkRule';
import { daysBetween, lastLook, OLD_AFTER } from '../days';
import { findingName, target } from '../names';

/** Segments are never static: a review that is overdue, or data more than a year old. */
export const segmentStale: CheckRule = {
  id: 'segment-stale',
  severity: 'hint',
  *check({ map, today }) {
    for (const [id, { reviewedAt, reviewEveryDays, dataAsOf }] of inOrder(map.segments)) {
      const found = { target: target('segments', id) };
      const name = findingName(map, 'segments', id);
      const age = daysBetween(lastLook(map, reviewedAt), today);
      const days = reviewEveryDays === null ? 0 : age - reviewEveryDays;
      if (days > 0) {
        yield {
          ...found,
          detail: 'review',
          cause: 'segment-stale:review',
          variant: reviewedAt === null ? 'never' : 'overdue',
          values: { name, days },
          fixes: ['reviewed'],
        };
      }
      const dataAge = dataAsOf === null ? 0 : daysBetween(dataAsOf, today);
      if (dataAge > OLD_AFTER) {
        yield {
          ...found,
          detail: 'data',
          cause: 'segment-stale:data',
          variant: 'data',
          values: { name, days: dataAge },
        };
      }
    }
  },
  everywhere: ['reviewed'],
  fixes: {
    reviewed({ map, today }, problem) {
      const id = targetIdIn(map, problem, 'segments');
      return id === null ? null : changeRecord('segments', id, { reviewedAt: today });
    },
  },
};
