import { createActor } from 'xstate';
import { createJourneyMachine, eventNames, LEAVE, type StateMeta } from '../../machine';
import { inOrder } from '../../map/records';
import { keyOfId, pickBy, PURPOSES } from '../chance';
import { compareText } from '../../map/records';
import type { RunSetup } from '../setup';
import { dropOff, type Event, implementations, type WalkContext } from './actions';
import { chancesAt, type Chances, pickTransition, transitionsFromEach } from './chances';
import { Customer, type CustomerOverrides } from './customer';

const silent = () => undefined;

/**
 * The reference engine: XState itself steps the machine of the map, one actor per customer. Slow,
 * and as near to the words of docs/simulation.md as code can be.
 */
export function referenceEngine(setup: RunSetup) {
  const { map } = setup;
  // A cycle of decisions has been cut off by then.
  const machine = createJourneyMachine(map, implementations(), setup.settings.maxSteps + 2);
  const names = eventNames(map);
  const transitions = transitionsFromEach(map);

  /** A customer at the start, with their machine. */
  function begin(index: number, forced?: CustomerOverrides, tell: (event: Event) => void = silent) {
    const customer = new Customer(setup, index, forced);
    const context: WalkContext = { customer, tell };
    const actor = createActor(machine, { input: context });
    // A cycle of decisions ends the actor; `customer.end` says how the walk ended.
    actor.subscribe({ error: silent });
    actor.start();

    /** Where the machine stands; null when the walk has ended. */
    function touchpoint(): string | null {
      if (customer.end) return null;
      const metas = Object.values(actor.getSnapshot().getMeta()) as (StateMeta | undefined)[];
      const meta = metas.find((each) => each?.kind === 'touchpoint');
      return meta && 'id' in meta ? meta.id : null;
    }

    /** Enters; ends the walk at an outcome. */
    function send(type: string): void {
      actor.send({ type });
      const at = touchpoint();
      if (at === null || map.touchpoints[at]?.kind !== 'outcome') return;
      customer.end = { kind: 'outcome', touchpoint: at, noRule: false };
      customer.price = 0;
    }

    return {
      customer,
      context,
      touchpoint,
      arrive: (entry: string) => send(names.entries.get(entry) ?? entry),
      chances: (at: string): Chances =>
        chancesAt(customer, transitions.get(at) ?? [], (id) => {
          const type = names.transitions.get(id);
          return type !== undefined && actor.getSnapshot().can({ type });
        }),
      take: (transition: string) => send(names.transitions.get(transition) ?? transition),
      leave: (at: string) => {
        dropOff(context, at, map.touchpoints[at]!.dropOffAfter, false);
        if (!customer.end) return;
        actor.send({ type: LEAVE });
      },
    };
  }

  /** A whole walk; null if the customer would arrive after the horizon. */
  function walk(index: number, tell?: (event: Event) => void): Customer | null {
    const steps = begin(index, {}, tell);
    const { customer } = steps;
    const { horizon } = setup.settings;
    if (horizon !== null && customer.arrival > horizon) return null;
    steps.arrive(drawEntry(customer));
    for (let at = steps.touchpoint(); at !== null; at = steps.touchpoint()) {
      customer.draws.visit(customer.index, keyOfId(at), customer.visits(at, 'journey'));
      const u = customer.draws.choice();
      const chosen = pickTransition(steps.chances(at), u);
      if (chosen === null) steps.leave(at);
      else steps.take(chosen);
    }
    return customer;
  }

  return { begin, walk };
}

/** Entry weights of a customer, by id: entries have no order of their own. */
export function entryWeights(customer: Customer): readonly (readonly [string, number])[] {
  return Object.entries(customer.map.touchpoints)
    .filter(([, { kind }]) => kind === 'entry')
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, { weight }]) => {
      const row = inOrder(weight.bySegment).find(([segment]) => customer.isMember(segment));
      return [id, row ? row[1].value : weight.base] as const;
    });
}

/** The entry at which a customer arrives, drawn by the weights. */
export function drawEntry(customer: Customer): string {
  const weights = entryWeights(customer);
  const pick = pickBy(weights.map(([, weight]) => weight));
  return weights[pick(customer.draws.once(customer.index, PURPOSES.entry))]![0];
}

/** A customer on their walk, with their machine. */
export type ReferenceWalk = ReturnType<ReturnType<typeof referenceEngine>['begin']>;
