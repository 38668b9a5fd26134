import { changeRecord } from '../../map/edits';
import { inOrder } from '../../map/records';
import { type CheckRule, detailOf, targetIdIn } from '../checkRule';
import { reachFrom } from '../context';
import { findingName, target } from '../names';
import { unreachableParts } from '../unreachableParts';

/** A lift works from the first contact on; nobody contacted can ever come to this transition. */
export const campaignLiftOutOfReach: CheckRule = {
  id: 'campaign-lift-out-of-reach',
  severity: 'warning',
  *check(context) {
    const { map, outOf, reachable } = context;
    const { causeOf } = unreachableParts(context);
    for (const [id, { touchpoints, effects }] of inOrder(map.campaigns)) {
      const starts = Object.keys(touchpoints);
      const lifts = inOrder(effects).filter(([, { kind }]) => kind === 'lift');
      if (starts.length === 0 || lifts.length === 0) continue;
      const reach = reachFrom(starts, outOf);
      for (const [key, effect] of lifts) {
        if (effect.kind !== 'lift') continue;
        const from = map.transitions[effect.transition]?.from;
        if (from === undefined || reach.has(from)) continue;
        yield {
          target: target('campaigns', id),
          detail: key,
          ...(!reachable.has(from) && { cause: causeOf(from) }),
          values: {
            name: findingName(map, 'campaigns', id),
            transition: findingName(map, 'transitions', effect.transition),
          },
          also: [target('transitions', effect.transition)],
          fixes: ['attach', 'remove'],
          fixValues: { from: findingName(map, 'touchpoints', from) },
        };
      }
    }
  },
  fixes: {
    attach({ map }, problem) {
      const id = targetIdIn(map, problem, 'campaigns');
      const effect = id === null ? undefined : map.campaigns[id]?.effects[detailOf(problem)];
      const from = effect?.kind === 'lift' ? map.transitions[effect.transition]?.from : undefined;
      if (id === null || from === undefined) return null;
      return changeRecord('campaigns', id, ({ touchpoints }) => {
        touchpoints[from] = true;
      });
    },
    remove({ map }, problem) {
      const id = targetIdIn(map, problem, 'campaigns');
      if (id === null) return null;
      return changeRecord('campaigns', id, ({ effects }) => {
        Reflect.deleteProperty(effects, detailOf(problem));
      });
    },
  },
};
