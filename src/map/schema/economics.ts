import * as z from 'zod';
import { Money, Name, Order, record, Share, table, tableBy, Weight } from './primitives';

/** `acquisition` counts into CAC; the other two do not. */
export const COST_KINDS = ['acquisition', 'service', 'retention'] as const;

/** One cost, booked at every visit; its kind decides whether it counts into CAC. */
export const CostItem = record({
  name: Name.default(''),
  kind: z.enum(COST_KINDS).default('service'),
  amount: Money.default(0),
  order: Order,
});
export type CostItem = z.infer<typeof CostItem>;

/** Money booked each time a transition is taken. */
export const TransitionEconomics = record({
  costItems: table(CostItem),
  revenue: Money.default(0),
}).prefault({});

/** Money booked at each visit; `monthlyPrice` replaces the plan price (null leaves it, 0 ends it). */
export const TouchpointEconomics = record({
  costItems: table(CostItem),
  revenue: Money.default(0),
  monthlyPrice: Money.nullable().default(null),
}).prefault({});

/** Entry weight; the first matching segment row in `order` replaces the base. */
export const EntryWeight = record({
  base: Weight.default(1),
  bySegment: tableBy('segments', record({ order: Order, value: Weight })),
}).prefault({});

/** Chance of a transition; the first matching segment row in `order` replaces the base. */
export const Chance = record({
  base: Share.default(0),
  bySegment: tableBy('segments', record({ order: Order, value: Share })),
}).prefault({});
export type Chance = z.infer<typeof Chance>;
