import type { JourneyMap } from '../map/schema';
import type { Estimate, GroupResult } from '../simulation/results';
import type { BatchMetric } from '../simulation/statistics';
import { shareOf } from '../simulation/statistics';

/** What customers of a map should come to: its successes or, without one, being acquired. */
export type Goal =
  { readonly kind: 'outcomes'; readonly ids: readonly string[] } | { readonly kind: 'acquired' };

/** The goal of a map; null where it names none. */
export function goalOf({ touchpoints }: Pick<JourneyMap, 'touchpoints'>): Goal | null {
  const ids: string[] = [];
  let acquires = false;
  for (const [id, touchpoint] of Object.entries(touchpoints)) {
    if (touchpoint.kind === 'outcome' && touchpoint.outcome === 'success') ids.push(id);
    acquires ||= touchpoint.milestone === 'acquired';
  }
  if (ids.length > 0) return { kind: 'outcomes', ids };
  return acquires ? { kind: 'acquired' } : null;
}

/** The share of a group that reaches the goal; 0 where there is none. */
export function goalShareOf(
  { customers, outcomes, milestones }: Pick<GroupResult, 'customers' | 'outcomes' | 'milestones'>,
  map: Pick<JourneyMap, 'touchpoints'>,
): Estimate {
  const goal = goalOf(map);
  if (goal?.kind === 'acquired') return milestones.acquired.share;
  // A walk has one outcome at most: nobody is counted twice.
  const reached = (goal?.ids ?? []).reduce((sum, id) => sum + (outcomes[id]?.customers ?? 0), 0);
  return shareOf(reached, customers);
}

/** The same from sums over customers. */
export function goalMetric(map: Pick<JourneyMap, 'touchpoints'>): BatchMetric {
  const goal = goalOf(map);
  const names =
    goal?.kind === 'acquired'
      ? ['milestone:acquired']
      : (goal?.ids ?? []).map((id) => `reached:${id}`);
  return (sum, customers) => names.reduce((total, name) => total + sum(name), 0) / customers;
}
