import { within } from '../../map/basics';
import { inOrder, planRevenueOf } from '../../map/records';
import type { Effect } from '../../map/schema';
import type { JourneyImplementations } from '../../machine';
import { delayQuantile, keyOfId } from '../chance';
import { afterEffect, scheduleOf, weightOfEntry } from '../setup';
import { isActing } from './chances';
import type { Customer } from './customer';
import { CLOCK_TOLERANCE } from '../clock';

/** What happens to a customer, reported to a listener. */
export type Event =
  | { kind: 'wait'; days: number }
  | { kind: 'money'; what: 'cost' | 'revenue' | 'contact'; amount: number }
  | { kind: 'effect'; attribute: string; before: unknown; after: unknown; refused: boolean }
  | { kind: 'emotion'; value: number }
  | { kind: 'contact'; campaign: string; arm: string; acted: boolean }
  | { kind: 'price'; before: number; after: number };

/** Who walks, and where what happens to them is reported. */
export interface WalkContext {
  readonly customer: Customer;
  readonly tell: (event: Event) => void;
}

/** Lets time pass at the plan price; false where the horizon cuts it. */
function pass({ customer }: WalkContext, days: number): boolean {
  const { horizon } = customer.setup.settings;
  let until = customer.clock + days;
  const isCut = horizon !== null && until > horizon + CLOCK_TOLERANCE;
  if (isCut) until = Math.max(customer.clock, horizon);
  const accrued = planRevenueOf(customer.price, until - customer.clock);
  customer.planRevenue += accrued;
  customer.revenue += accrued;
  customer.clock = until;
  if (isCut) {
    customer.end = {
      kind: 'in-journey',
      touchpoint: customer.steps.at(-1)?.touchpoint ?? null,
      noRule: false,
    };
  }
  return !isCut;
}

/** The delay drawn for this visit. */
function drawnDelay(customer: Customer, transition: string): number {
  const { from, delay } = customer.map.transitions[transition]!;
  const { draws } = customer;
  draws.visit(customer.index, keyOfId(from), customer.visits(from, 'journey'));
  return delayQuantile(delay)(draws.delay());
}

/**
 * The implementations of the machine's actions. The context carries one customer who is
 * changed in place; once their walk has ended nothing more happens.
 */
export function implementations(): JourneyImplementations<WalkContext> {
  const alive =
    <Params>(act: (context: WalkContext, params: Params) => void) =>
    (context: WalkContext, params: Params) => {
      if (!context.customer.end) act(context, params);
      return context;
    };
  return {
    rule: ({ customer }, rule) => !customer.end && customer.holds(rule),
    actions: {
      wait: alive((context, { transition }) => {
        const days = drawnDelay(context.customer, transition);
        context.tell({ kind: 'wait', days });
        pass(context, days);
      }),
      take: alive(({ customer }, { transition }) => {
        if (isSpent(customer)) return;
        customer.countTaken(transition);
        customer.coming = transition;
      }),
      leave: alive((context, { touchpoint, after }) => dropOff(context, touchpoint, after, true)),
      visit: alive(visit),
      book: alive(book),
      effect: alive(effect),
      feel: alive(feel),
      contact: alive(contact),
      price: alive((context, { monthlyPrice }) => {
        const { customer } = context;
        context.tell({ kind: 'price', before: customer.price, after: monthlyPrice });
        customer.price = monthlyPrice;
      }),
    },
  };
}

/** The next entry would be one too many. */
function isSpent(customer: Customer): boolean {
  if (customer.steps.length < customer.setup.settings.maxSteps) return false;
  const touchpoint = customer.steps.at(-1)?.touchpoint ?? null;
  customer.end = { kind: 'cut-off', touchpoint, noRule: false };
  return true;
}

/**
 * Ends the walk at a touchpoint, `after` days later; where the horizon comes first, the customer is still in the
 * journey.
 */
export function dropOff(
  context: WalkContext,
  touchpoint: string,
  after: number,
  noRule: boolean,
): void {
  if (!pass(context, after)) return;
  context.customer.end = { kind: 'drop-off', touchpoint, noRule };
  context.customer.price = 0;
}

function visit({ customer }: WalkContext, { touchpoint }: { touchpoint: string }): void {
  customer.count(touchpoint, customer.map.touchpoints[touchpoint]!.kind === 'entry');
  customer.steps.push({ clock: customer.clock, touchpoint, transition: customer.coming });
}

type BookedRecord = { transition?: string; touchpoint?: string };

function book(context: WalkContext, { transition, touchpoint }: BookedRecord): void {
  const { customer, tell } = context;
  const { map, clock, steps, setup } = customer;
  const record =
    touchpoint === undefined ? map.transitions[transition!]! : map.touchpoints[touchpoint]!;
  const weight =
    touchpoint === undefined ? 1 : weightOfEntry(setup.settings, clock, steps.length === 1);
  for (const [, { kind, amount }] of inOrder(record.economics.costItems)) {
    customer.cost[kind] += amount * weight;
    tell({ kind: 'money', what: 'cost', amount });
  }
  const { revenue } = record.economics;
  if (revenue === 0) return;
  customer.booked += revenue * weight;
  customer.revenue += revenue;
  tell({ kind: 'money', what: 'revenue', amount: revenue });
}

function effect({ customer, tell }: WalkContext, params: Record<string, unknown>): void {
  // The machine carries the effect's record under its id.
  const record = params as unknown as Effect;
  const { attribute } = record;
  const before = customer.attribute(attribute);
  const type = customer.map.attributes[attribute]?.type;
  const after = type === undefined ? undefined : afterEffect(before, record, type);
  if (after !== undefined) customer.attributes.set(attribute, after);
  tell({
    kind: 'effect',
    attribute,
    before,
    after: after ?? before,
    refused: after === undefined,
  });
}

/** The emotion felt now, campaigns at work included; null where the map says none. */
function emotionAt(customer: Customer, touchpoint: string): number | null {
  const { default: usual, byPersona } = customer.map.touchpoints[touchpoint]!.experience;
  const own = customer.persona !== null && Object.hasOwn(byPersona, customer.persona);
  const now = (own ? byPersona[customer.persona]?.emotion.now : null) ?? usual.emotion.now;
  if (now === null) return null;
  let value = now;
  for (const campaign of customer.setup.settings.campaigns) {
    if (!isActing(customer, campaign)) continue;
    for (const [, change] of inOrder(customer.map.campaigns[campaign]!.effects)) {
      if (change.kind !== 'emotion' || change.touchpoint !== touchpoint) continue;
      if (change.variant === null || change.variant === customer.arm(campaign)) {
        value += change.change;
      }
    }
  }
  return within(value, -2, 2);
}

function feel({ customer, tell }: WalkContext, { touchpoint }: { touchpoint: string }): void {
  const value = emotionAt(customer, touchpoint);
  if (value !== null) tell({ kind: 'emotion', value });
}

function contact(context: WalkContext, { campaign }: { campaign: string }): void {
  const { customer, tell } = context;
  if (!customer.setup.settings.campaigns.includes(campaign)) return;
  const record = customer.map.campaigns[campaign]!;
  if (!scheduleOf(record)(customer.day)) return;
  if (record.segment !== null && !customer.isMember(record.segment)) return;
  const state = customer.contact(campaign);
  state.targeted = true;
  const arm = customer.arm(campaign) ?? 'control';
  const isCapped = record.maxContacts !== null && state.contacts >= record.maxContacts;
  const acted = arm !== 'control' && !isCapped;
  tell({ kind: 'contact', campaign, arm, acted });
  if (!acted) return;
  state.contacts += 1;
  state.last = customer.clock;
  customer.cost.campaign += record.cost.perContact;
  if (record.cost.perContact !== 0) {
    tell({ kind: 'money', what: 'contact', amount: record.cost.perContact });
  }
}
