import { changeRecord } from '../../map/edits';
import { inOrder } from '../../map/records';
import { type CheckRule, targetIdIn } from '../checkRule';
import { isRunnable } from '../flow';
import { findingName, target } from '../names';
import { unreachableParts } from '../unreachableParts';

/** A campaign at a touchpoint nobody comes to contacts nobody there. */
export const campaignUnreachable: CheckRule = {
  id: 'campaign-unreachable',
  severity: 'warning',
  *check(context) {
    const { map, reachable } = context;
    if (!isRunnable(context)) return;
    const { causeOf } = unreachableParts(context);
    for (const [id, { touchpoints }] of inOrder(map.campaigns)) {
      const lost = Object.keys(touchpoints).filter((at) => !reachable.has(at));
      const [first] = lost;
      if (first === undefined) continue;
      yield {
        target: target('campaigns', id),
        cause: causeOf(first),
        values: {
          name: findingName(map, 'campaigns', id),
          touchpoints: lost.map((at) => findingName(map, 'touchpoints', at)).join(', '),
          count: lost.length,
        },
        also: lost.map((at) => target('touchpoints', at)),
        fixes: ['detach'],
      };
    }
  },
  fixes: {
    detach({ map, reachable }, problem) {
      const id = targetIdIn(map, problem, 'campaigns');
      if (id === null) return null;
      return changeRecord('campaigns', id, ({ touchpoints }) => {
        for (const at of Object.keys(touchpoints)) {
          if (!reachable.has(at)) Reflect.deleteProperty(touchpoints, at);
        }
      });
    },
  },
};
