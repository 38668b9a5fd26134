import { changeRecord } from '../../map/edits';
import { inOrder } from '../../map/records';
import { type CheckRule, targetIdIn } from '../checkRule';
import { daysBetween, OLD_AFTER } from '../days';
import { findingName, target } from '../names';

/** Segments are never static: a review that is due, or data more than a year old. */
export const segmentStale: CheckRule = {
  id: 'segment-stale',
  severity: 'hint',
  *check({ map, today }) {
    for (const [id, { reviewedAt, reviewEveryDays, dataAsOf }] of inOrder(map.segments)) {
      const found = { target: target('segments', id) };
      const name = findingName(map, 'segments', id);
      if (reviewEveryDays !== null && reviewedAt === null) {
        yield {
          ...found,
          detail: 'review',
          variant: 'never',
          values: { name },
          fixes: ['reviewed'],
        };
      } else if (reviewEveryDays !== null && reviewedAt !== null) {
        const days = daysBetween(reviewedAt, today) - reviewEveryDays;
        if (days > 0) {
          yield {
            ...found,
            detail: 'review',
            variant: 'overdue',
            values: { name, days },
            fixes: ['reviewed'],
          };
        }
      }
      const age = dataAsOf === null ? 0 : daysBetween(dataAsOf, today);
      if (age > OLD_AFTER) {
        yield { ...found, detail: 'data', variant: 'data', values: { name, days: age } };
      }
    }
  },
  fixes: {
    reviewed({ map, today }, problem) {
      const id = targetIdIn(map, problem, 'segments');
      return id === null ? null : changeRecord('segments', id, { reviewedAt: today });
    },
  },
};
