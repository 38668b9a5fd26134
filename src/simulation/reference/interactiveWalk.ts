import type { JourneyMap, Scenario } from '../../map/schema';
import { keyOfId } from '../chance';
import { setUp, type SetupOptions } from '../setup';
import { dropOff, type Event } from './actions';
import { pickTransition } from './chances';
import type { CustomerOverrides } from './customer';
import { drawEntry, entryWeights, referenceEngine } from './engine';
import { type LoggedStep, possibleSteps, walkState, type WalkState } from './walkState';

/** Who walks, and where they arrive. */
export interface StartOptions extends SetupOptions {
  customer?: number;
  forced?: CustomerOverrides;
  /** The entry to arrive at; null = drawn. */
  entry?: string | null;
}

/** A walk of one customer, step by step. */
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
  const currentState = () => walkState(setup, walk, log, drawAt);
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
    const { possible, dropOff: left } = possibleSteps(setup.map, walk, at);
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
}
