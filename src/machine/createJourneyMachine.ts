import { assign, setup } from 'xstate';
import type { JourneyMap, Rule } from '../map/schema';
import { type ActionJson, MAX_ITERATIONS } from './config';
import { toMachine } from './toMachine';

type ActionType = ActionJson['type'];
type ParamsOf<Type extends ActionType> = Extract<ActionJson, { type: Type }>['params'];

/** What a machine does with a customer: pure functions of their context, one per reference. */
export interface JourneyImplementations<Context> {
  /** Does the rule hold for the customer now? */
  rule: (context: Context, rule: Rule) => boolean;
  /** Each gives the context after the action; what lies between two of them is never seen. */
  actions: { [Type in ActionType]: (context: Context, params: ParamsOf<Type>) => Context };
}

/**
 * The machine of a map, ready to run: `createActor(machine, { input })` starts a customer whose
 * context is `input`. Every target exists and every reference is implemented, by construction.
 * More than `maxIterations` decisions in a row (a cycle) end the actor with status `error`.
 */
export function createJourneyMachine<Context extends object>(
  map: JourneyMap,
  { rule, actions }: JourneyImplementations<Context>,
  maxIterations = MAX_ITERATIONS,
) {
  /** `assign` with the parameters of one kind of action. */
  const step = <Type extends ActionType>(type: Type) =>
    assign<Context, JourneyEvent, ParamsOf<Type>, JourneyEvent, never>(({ context }, params) =>
      actions[type](context, params),
    );
  // XState reads types from it and never looks at the value.
  const types = {} as { context: Context; input: Context; events: JourneyEvent };
  return setup({
    types,
    guards: { rule: ({ context }, params: { rule: Rule }) => rule(context, params.rule) },
    actions: {
      wait: step('wait'),
      take: step('take'),
      leave: step('leave'),
      visit: step('visit'),
      book: step('book'),
      effect: step('effect'),
      feel: step('feel'),
      contact: step('contact'),
      price: step('price'),
    },
  }).createMachine({
    ...toMachine(map),
    context: ({ input }) => input,
    options: { maxIterations },
  });
}

/** Named by `eventNames`, or `~leave`. */
export interface JourneyEvent {
  type: string;
}
