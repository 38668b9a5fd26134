import { changeRecord } from '../../map/edits';
import { inOrder } from '../../map/records';
import type { Campaign, JourneyMap } from '../../map/schema';
import { type CheckRule, targetIdIn } from '../checkRule';
import { findingName, target } from '../names';

/** Customers are contacted when they enter a touchpoint of the campaign; without one, never. */
export const campaignWithoutTouchpoint: CheckRule = {
  id: 'campaign-without-touchpoint',
  severity: 'warning',
  *check({ map }) {
    for (const [id, campaign] of inOrder(map.campaigns)) {
      if (Object.keys(campaign.touchpoints).length > 0) continue;
      const starts = startsOf(map, campaign);
      yield {
        target: target('campaigns', id),
        cause: 'campaign-without-touchpoint',
        severity: campaign.status === 'idea' ? 'hint' : 'warning',
        values: { name: findingName(map, 'campaigns', id) },
        fixes: starts.length > 0 ? ['attach'] : [],
        fixValues: {
          touchpoints: starts.map((at) => findingName(map, 'touchpoints', at)).join(', '),
        },
      };
    }
  },
  everywhere: ['attach'],
  fixes: {
    attach({ map }, problem) {
      const id = targetIdIn(map, problem, 'campaigns');
      const campaign = id === null ? undefined : map.campaigns[id];
      if (id === null || !campaign) return null;
      const starts = startsOf(map, campaign);
      return changeRecord('campaigns', id, {
        touchpoints: Object.fromEntries(starts.map((at) => [at, true as const])),
      });
    },
  },
};

/** Where the transitions begin that the campaign lifts. */
function startsOf(map: JourneyMap, { effects }: Campaign): string[] {
  const starts = inOrder(effects).flatMap(([, effect]) =>
    effect.kind === 'lift' ? (map.transitions[effect.transition]?.from ?? []) : effect.touchpoint,
  );
  return [...new Set(starts)].filter((id) => Object.hasOwn(map.touchpoints, id));
}
