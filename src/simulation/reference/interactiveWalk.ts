import type { AttributeValue, JourneyMap, Rule, Scenario } from '../../map/schema';
import { explain, type ExplainedClause, type Explanation, whatWouldTurn } from '../../rules';
import { keyOfId } from '../chance/draws';
import type { EndKind } from '../results';
import { type SetupOptions, setUp } from '../setup/setUp';
import { dropOff, type Event } from './actions';
import { type ExplainedChance, pickTransition, transitionsFrom } from './chances';
import type { CustomerOverrides } from './customer';
import { drawEntry, entryWeights, referenceEngine } from './engine';

/** A transition the customer could take now. */
export interface PossibleStep extends ExplainedChance {
  /** Why its rule holds or does not; null where everybody may take it. */
  readonly rule: Explanation | null;
  /** The fewest clauses that would have turned it. */
  readonly turns: readonly ExplainedClause[];
}

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

export interface StartOptions extends SetupOptions {
  customer?: number;
  forced?: CustomerOverrides;
  /** The entry to arrive at; null = drawn. */
  entry?: string | null;
}

export interface InteractiveWalk {
  readonly state: WalkState;
  /** Goes on as the seed has it. */
  step(): WalkState;
  /** Takes the given transition; null drops off. Only transitions whose rule holds can be taken. */
  choose(transition: string | null): WalkState;
}

/**
 * Walks one customer step by step through the reference engine: with a run's seed and number it is
 * the walk of that customer in the run, with the reason of every step.
 */
export function startWalk(
  map: JourneyMap,
  scenario: string | Scenario | null,
  { customer: index = 0, forced = {}, entry = null, ...options }: StartOptions = {},
): InteractiveWalk {
  const setup = setUp(map, scenario, options);
  const engine = referenceEngine(setup);
  let events: Event[] = [];
  const walk = engine.begin(index, forced, (event) => events.push(event));
  const { customer } = walk;
  const log: LoggedStep[] = [];

  const weights = entryWeights(customer).map(([id]) => id);
  walk.arrive(entry !== null && weights.includes(entry) ? entry : drawEntry(customer));
  logEntries(0);
  return {
    get state() {
      return currentState();
    },
    step() {
      const at = walk.touchpoint();
      if (at === null) return currentState();
      const u = drawAt(at);
      return go(at, pickTransition(walk.chances(at), u), u, false);
    },
    choose(transition) {
      const at = walk.touchpoint();
      if (at === null) return currentState();
      const isOpen = walk
        .chances(at)
        .transitions.some((each) => each.transition === transition && each.isOpen);
      if (transition !== null && !isOpen) return currentState();
      return go(at, transition, drawAt(at), true);
    },
  };

  function drawAt(at: string): number {
    customer.draws.visit(customer.index, keyOfId(at), customer.visits(at, 'journey'));
    return customer.draws.choice();
  }

  function go(at: string, chosen: string | null, drawn: number, byHand: boolean): WalkState {
    const { possible, dropOff: left } = transitionsAt(at);
    const last = log.length - 1;
    log[last] = { ...log[last]!, possible, dropOff: left, drawn, chosen, byHand };
    events = [];
    const known = customer.steps.length;
    if (chosen === null) {
      dropOff(walk.context, at, setup.map.touchpoints[at]!.dropOffAfter, false);
    } else walk.take(chosen);
    logEntries(known);
    return currentState();
  }

  /** One step for each touchpoint entered; decisions are passed at once. */
  function logEntries(known: number): void {
    customer.steps.slice(known).forEach(({ clock, touchpoint }, k, entered) => {
      const next = entered[k + 1];
      log.push({
        clock,
        touchpoint,
        possible: [],
        dropOff: 0,
        drawn: null,
        chosen: next?.transition ?? null,
        byHand: false,
        events: k === entered.length - 1 ? events : [],
      });
    });
  }

  function transitionsAt(at: string): { possible: PossibleStep[]; dropOff: number } {
    const { transitions, dropOff: left } = walk.chances(at);
    const rules = new Map(transitionsFrom(setup.map, at).map(([id, { when }]) => [id, when]));
    const possible = transitions.map((transition) => {
      const rule = rules.get(transition.transition) ?? null;
      const explained = rule && explainNow(rule);
      return { ...transition, rule: explained, turns: explained ? whatWouldTurn(explained) : [] };
    });
    return { possible, dropOff: left };
  }

  function explainNow(rule: Rule): Explanation {
    return explain(rule, customer, setup.map);
  }

  function currentState(): WalkState {
    const at = walk.touchpoint();
    const { possible, dropOff: left } =
      at === null ? { possible: [], dropOff: 0 } : transitionsAt(at);
    const { acquisition, service, retention, campaign } = customer.cost;
    return {
      customer: customer.index,
      persona: customer.persona,
      clock: customer.clock,
      today: customer.today,
      touchpoint: customer.steps.at(-1)?.touchpoint ?? null,
      attributes: Object.fromEntries(customer.attributes),
      segments: Object.keys(setup.map.segments).filter((id) => customer.isMember(id)),
      price: customer.price,
      revenue: customer.revenue,
      cost: acquisition + service + retention + campaign,
      possible,
      dropOff: left,
      draw: at === null ? null : drawAt(at),
      end: customer.end && { kind: customer.end.kind, touchpoint: customer.end.touchpoint },
      log: [...log],
    };
  }
}
