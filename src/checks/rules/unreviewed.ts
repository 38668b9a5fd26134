import type { CheckRule } from '../checkRule';
import { daysBetween, lastLook, OLD_AFTER } from '../days';
import { target } from '../names';

/** Maps go stale. One finding for all touchpoints nobody has looked at for a year. */
export const unreviewed: CheckRule = {
  id: 'unreviewed',
  severity: 'hint',
  *check({ map, touchpoints, today }) {
    const old = touchpoints.filter(
      ([, { reviewedAt }]) => daysBetween(lastLook(map, reviewedAt), today) > OLD_AFTER,
    );
    const [first, ...others] = old.map(([id]) => target('touchpoints', id));
    if (!first) return;
    yield {
      target: first,
      detail: 'all',
      also: others,
      values: { count: old.length, total: touchpoints.length },
    };
  },
};
