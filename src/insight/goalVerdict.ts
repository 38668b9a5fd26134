import { type Goal, goalOf, goalShareOf } from '../kpis';
import type { JourneyMap } from '../map/schema';
import type { Ends, Estimate, RunResult } from '../simulation/results';

/** What a run says of a map without money, as the headline of the insights sums it up. */
export interface GoalVerdict {
  /** Null where the map names none. */
  readonly goal: Goal | null;
  /** Share of customers who reach it. */
  readonly share: Estimate;
  /** Share who come to an outcome that is a loss; null where the map has none. */
  readonly loss: number | null;
  readonly ends: Ends;
  /** Where most drop off, and the share of all customers who do; null where nobody does. */
  readonly leak: { readonly id: string; readonly share: number } | null;
}

/** Touchpoints that the map no longer has are left out of `leak`. */
export function goalVerdict(run: RunResult, map: JourneyMap): GoalVerdict {
  const { total, touchpoints } = run;
  const losses = Object.entries(map.touchpoints).filter(
    ([, { kind, outcome }]) => kind === 'outcome' && outcome === 'loss',
  );
  const lost = losses.reduce((sum, [id]) => sum + (total.outcomes[id]?.share.value ?? 0), 0);
  const [worst] = Object.entries(touchpoints)
    .filter(([id, { dropOffs }]) => dropOffs > 0 && map.touchpoints[id])
    .sort(([, a], [, b]) => b.dropOffs - a.dropOffs);
  return {
    goal: goalOf(map),
    share: goalShareOf(total, map),
    loss: losses.length > 0 ? lost : null,
    ends: total.ends,
    leak: worst ? { id: worst[0], share: worst[1].dropOffs / total.customers } : null,
  };
}
