import * as z from 'zod';
import { Delay } from './distribution';
import { Chance, TransitionEconomics } from './economics';
import { Color, idOf, Name, Order, Owner, record, Text } from './primitives';
import { Rule } from './rule';

/** A phase of the journey, drawn as a band; `order` is its place among the stages. */
export const Stage = record({
  name: Name.default(''),
  color: Color.default('grey'),
  description: Text,
  /** What the customer wants here, in their words. */
  goal: Text,
  owner: Owner,
  order: Order,
});
export type Stage = z.infer<typeof Stage>;

/** A transition from one touchpoint to another, or back to itself. */
export const Transition = record({
  from: idOf('touchpoints'),
  to: idOf('touchpoints'),
  order: Order,
  label: Name.default(''),
  /** Only customers for whom the rule holds may take it; null = everybody. */
  when: Rule.nullable().default(null),
  /** Ignored out of a decision and where `otherwise` is set. */
  chance: Chance,
  /** Takes what the siblings leave of 1; out of a decision, whoever no rule fits. */
  otherwise: z.boolean().default(false),
  delay: Delay,
  economics: TransitionEconomics,
});
export type Transition = z.infer<typeof Transition>;
