import { type RecordEntry, inOrder, typicalDays } from '../../map/records';
import type { Campaign, JourneyMap } from '../../map/schema';
import { type Budget, canBothHold, type OverlapVerdict } from '../../rules';
import type { CheckRule } from '../checkRule';
import type { CheckContext } from '../context';
import { SEARCH_STEPS } from '../flow';
import { findingName, target } from '../names';
import { meet } from '../schedule';

/** Campaigns that are compared with one another. */
const MOST_CAMPAIGNS = 200;

/** Two campaigns that come to one person through one channel on one day. */
export const campaignCollision: CheckRule = {
  id: 'campaign-collision',
  severity: 'warning',
  *check({ held: context }) {
    const { map } = context;
    const budget = { steps: SEARCH_STEPS };
    const active = inOrder(map.campaigns)
      .filter(
        ([, { status, channel }]) =>
          (status === 'planned' || status === 'running') && channel.trim() !== '',
      )
      .slice(0, MOST_CAMPAIGNS);
    const within = new Map(
      active.map(([id, { touchpoints }]) => [id, dayFrom(context, touchpoints)]),
    );
    for (const [index, a] of active.entries()) {
      for (const b of active.slice(index + 1)) {
        if (!isSameChannel(a, b) || !meet(a[1].schedule, b[1].schedule)) continue;
        const at =
          Object.keys(b[1].touchpoints).find((id) => within.get(a[0])?.has(id)) ??
          Object.keys(a[1].touchpoints).find((id) => within.get(b[0])?.has(id));
        const verdict = at === undefined ? 'no' : sharedPeople(a[1], b[1], map, budget);
        if (at === undefined || verdict === 'no') continue;
        yield {
          target: target('campaigns', a[0]),
          detail: b[0],
          severity: verdict === 'yes' ? 'warning' : 'hint',
          values: {
            first: findingName(map, 'campaigns', a[0]),
            second: findingName(map, 'campaigns', b[0]),
            channel: a[1].channel,
            at: findingName(map, 'touchpoints', at),
          },
          also: [target('campaigns', b[0]), target('touchpoints', at)],
        };
      }
    }
  },
};

function isSameChannel([, a]: RecordEntry<Campaign>, [, b]: RecordEntry<Campaign>): boolean {
  return a.channel.trim().toLowerCase() === b.channel.trim().toLowerCase();
}

function sharedPeople(a: Campaign, b: Campaign, map: JourneyMap, budget: Budget): OverlapVerdict {
  const ruleOf = ({ segment }: Campaign) =>
    segment === null
      ? ({ kind: 'everyone', not: false } as const)
      : ({ kind: 'segment', not: false, segment } as const);
  return canBothHold(ruleOf(a), ruleOf(b), map, budget);
}

/** Touchpoints a customer typically comes to within a day of one of these, these included. */
function dayFrom({ outOf }: CheckContext, starts: Campaign['touchpoints']): ReadonlySet<string> {
  const soonest = new Map(Object.keys(starts).map((id) => [id, 0]));
  // Each round follows one transition further; a chain of more is no longer one visit.
  for (let round = 0; round < MOST_STEPS; round += 1) {
    for (const [id, days] of [...soonest]) {
      for (const [, { to, delay }] of outOf(id)) {
        const arrival = days + typicalDays(delay);
        if (arrival < 1 && arrival < (soonest.get(to) ?? Infinity)) soonest.set(to, arrival);
      }
    }
  }
  return new Set(soonest.keys());
}

const MOST_STEPS = 3;
