import { goalMetric } from '../../kpis';
import { difference } from '../../simulation';
import type { Estimate } from '../../simulation/results';
import { type Inquiry, type Method, methodOf } from '../inquiry';
import type { Computed } from '../live';
import { type Lever, withLever } from './levers';

/** What a lever brings on a map without money: how many more reach its goal. */
export interface GoalLever extends Lever {
  readonly method: Method;
  /** Share of those who leave its touchpoint that takes it, as it is and where it is taken a tenth more often, 0 … 1. */
  readonly share: number;
  readonly shareThen: number;
  /** Share of customers who reach the goal as it is. */
  readonly goal: Estimate;
  /** What a tenth more of the lever adds to it. */
  readonly change: Estimate;
}

/** How much more often a lever is tried: all alike, so that they can be ranked. */
export const GOAL_LIFT = 1.1;

/** Finds what a tenth more of a lever adds to the share that reaches the goal. Rejects with the signal's reason. */
export async function answerGoalLever(
  inquiry: Inquiry,
  lever: Lever,
  signal: AbortSignal,
): Promise<GoalLever> {
  const { map, scenario } = inquiry;
  const lifted = withLever(map, lever.transition, GOAL_LIFT);
  const before = await inquiry.computed();
  const then = before && (await inquiry.compute(lifted, scenario));
  signal.throwIfAborted();
  if (before && then) return { ...lever, ...solved(before, then, lever.transition) };
  return { ...lever, ...(await sampled(inquiry, lifted, lever.transition, signal)) };
}

type Answer = Omit<GoalLever, keyof Lever>;

function solved(before: Computed, then: Computed, transition: string): Answer {
  return {
    method: methodOf(before),
    share: before.shares[transition] ?? 0,
    shareThen: then.shares[transition] ?? 0,
    goal: before.goal,
    change: goalChange(before, then),
  };
}

/** What lies between two solutions; both are off in the same way, as far as they are off. */
export function goalChange(before: Computed, then: Computed): Estimate {
  const value = then.goal.value - before.goal.value;
  const error = 2 * Math.abs(then.goalDrift - before.goalDrift);
  return { value, interval: [value - error, value + error] };
}

async function sampled(
  inquiry: Inquiry,
  lifted: Inquiry['map'],
  transition: string,
  signal: AbortSignal,
): Promise<Answer> {
  const { map, goal, scenario } = inquiry;
  const before = await inquiry.baseline(signal);
  const then = await inquiry.sample(lifted, scenario, signal);
  return {
    method: 'sampled',
    share: before.transitions[transition]?.share.value ?? 0,
    shareThen: then.transitions[transition]?.share.value ?? 0,
    goal,
    change: difference(before, then, goalMetric(map)),
  };
}

/** The lever that brings most to the goal first. */
export const byGoal = (a: GoalLever, b: GoalLever): number => b.change.value - a.change.value;
