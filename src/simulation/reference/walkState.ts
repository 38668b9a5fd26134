import type { AttributeValue, JourneyMap } from '../../map/schema';
import { explain, type ExplainedClause, type Explanation, whatWouldTurn } from '../../rules';
import type { EndKind } from '../results';
import type { RunSetup } from '../setup';
import type { Event } from './actions';
import { type ExplainedChance, transitionsFrom } from './chances';
import type { ReferenceWalk } from './engine';

/** A transition the customer could take now. */
export interface PossibleStep extends ExplainedChance {
  /** Why its rule holds or does not; null where everybody may take it. */
  readonly rule: Explanation | null;
  /** The fewest clauses that would have turned it. */
  readonly turns: readonly ExplainedClause[];
}

/** One visit of a walk, with why the customer went on as they did. */
export interface LoggedStep {
  /** Clock of the entry. */
  readonly clock: number;
  readonly touchpoint: string;
  /** Transitions out of the touchpoint; empty at an outcome and while a decision is passed. */
  readonly possible: readonly PossibleStep[];
  /** Share of 1 left for dropping off. */
  readonly dropOff: number;
  /** The number drawn; null where nothing was drawn. */
  readonly drawn: number | null;
  /** The transition taken; null = dropped off, or not yet. */
  readonly chosen: string | null;
  /** Chosen against the draw. */
  readonly byHand: boolean;
  /** Events since the last choice: on the transition taken and on entry. */
  readonly events: readonly Event[];
}

/** Where a walk stands. */
export interface WalkState {
  readonly customer: number;
  readonly persona: string | null;
  readonly clock: number;
  /** Calendar day. */
  readonly today: string;
  readonly touchpoint: string | null;
  readonly attributes: Readonly<Record<string, AttributeValue | null>>;
  readonly segments: readonly string[];
  readonly price: number;
  /** Booked and accrued so far. */
  readonly revenue: number;
  readonly cost: number;
  readonly possible: readonly PossibleStep[];
  readonly dropOff: number;
  /** The number the seed gives for the next choice; null where nothing is chosen. */
  readonly draw: number | null;
  readonly end: { readonly kind: EndKind; readonly touchpoint: string | null } | null;
  readonly log: readonly LoggedStep[];
}

/** The transitions out of a touchpoint with the reasons of their rules, and what is left for dropping off. */
export function possibleSteps(
  map: JourneyMap,
  { customer, chances }: ReferenceWalk,
  at: string,
): Pick<LoggedStep, 'possible' | 'dropOff'> {
  const { transitions, dropOff } = chances(at);
  const rules = new Map(transitionsFrom(map, at).map(([id, { when }]) => [id, when]));
  const possible = transitions.map((transition): PossibleStep => {
    const when = rules.get(transition.transition) ?? null;
    const rule = when && explain(when, customer, map);
    return { ...transition, rule, turns: rule ? whatWouldTurn(rule) : [] };
  });
  return { possible, dropOff };
}

/** @param drawAt returns the number that the seed gives for the choice at a touchpoint */
export function walkState(
  { map }: RunSetup,
  walk: ReferenceWalk,
  log: readonly LoggedStep[],
  drawAt: (touchpoint: string) => number,
): WalkState {
  const { customer } = walk;
  const at = walk.touchpoint();
  const { possible, dropOff } =
    at === null ? { possible: [], dropOff: 0 } : possibleSteps(map, walk, at);
  const { acquisition, service, retention, campaign } = customer.cost;
  return {
    customer: customer.index,
    persona: customer.persona,
    clock: customer.clock,
    today: customer.today,
    touchpoint: customer.steps.at(-1)?.touchpoint ?? null,
    attributes: Object.fromEntries(customer.attributes),
    segments: customer.memberships(),
    price: customer.price,
    revenue: customer.revenue,
    cost: acquisition + service + retention + campaign,
    possible,
    dropOff,
    draw: at === null ? null : drawAt(at),
    end: customer.end && { kind: customer.end.kind, touchpoint: customer.end.touchpoint },
    log: [...log],
  };
}
