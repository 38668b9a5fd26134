import { planRevenueOf } from '../../../map/records';
import { MILESTONES } from '../../../map/schema';
import {
  type ExactModel,
  FORGOTTEN,
  type Memory,
  NotExact,
  numberOfValue,
  type TouchpointModel,
  type TransitionModel,
  UNDRAWN,
  type Watched,
} from '../model';

/** What an entry did that does not follow from its touchpoint: contacts, firsts, a move of the plan price. */
export interface EntryEvent {
  readonly contacts: readonly number[];
  /** Campaigns that contacted the customer for the first time. */
  readonly firstContacts: readonly number[];
  readonly contactCost: number;
  /** Passed the milestone `acquired` for the first time. */
  readonly acquired: boolean;
  /** Came to what is watched for, for the first time. */
  readonly seen: boolean;
  readonly before: number;
  readonly after: number;
  /** The first price above 0. */
  readonly firstPrice: boolean;
}

/** An entry on which nothing happens. */
export const NO_EVENT: EntryEvent = {
  contacts: [],
  firstContacts: [],
  contactCost: 0,
  acquired: false,
  seen: false,
  before: 0,
  after: 0,
  firstPrice: false,
};

type Emit = (chance: number, memory: Memory, entryEvent: EntryEvent) => void;

const ACQUIRED = MILESTONES.indexOf('acquired');
/** Progress of a watched span: not begun, `from` reached, `to` reached. */
export const SEEN = { notYet: 0, begun: 1, done: 2 } as const;

/** Times that differ by less are one time. */
const rounded = (x: number) => Math.round(x * 1e9) / 1e9;

/** Plan price of a situation; in a model that keeps its source, the source's own. */
export function priceOf(model: ExactModel, memory: Memory): number {
  const { at, options, touchpoints } = model;
  if (at.price < 0) return 0;
  const kept = memory[at.price]!;
  if (!options.priceSource) return kept === FORGOTTEN ? 0 : kept;
  return kept <= 0 ? 0 : touchpoints[kept - 1]!.price!;
}

/** Lets `days` pass (null = a time that varies) on a transition, for what a state remembers. */
export function passTime(
  model: ExactModel,
  memory: Memory,
  days: number | null,
  transition: TransitionModel,
  needed: Uint8Array,
): void {
  if (days === 0) return;
  const { at, caps, variables, campaigns } = model;
  const advance = (k: number, by: number | null) => {
    if (k < 0 || needed[k] === 0 || memory[k] === FORGOTTEN) return;
    const cap = caps[k]!;
    if (memory[k]! >= cap) return;
    if (by === null) {
      const { because } = variables.all[k]!;
      throw new NotExact(
        'wait-before-clock',
        { collection: 'transitions', id: transition.id },
        { because },
      );
    }
    memory[k] = Math.min(cap, rounded(memory[k]! + by));
  };
  advance(at.clock, days);
  advance(at.days, days);
  if (at.revenue >= 0) {
    const price = priceOf(model, memory);
    if (price !== 0) advance(at.revenue, days === null ? null : planRevenueOf(price, days));
  }
  for (const { age, contacts } of campaigns) {
    if (age >= 0 && memory[contacts]! > 0) advance(age, days);
  }
}

/** Step 1 of the semantics, *Enter*: every result it can have, with its chance. Changes `memory`. */
export function enter(
  model: ExactModel,
  touchpoint: TouchpointModel,
  memory: Memory,
  transition: TransitionModel | null,
  emit: Emit,
): void {
  const { at, variables, cuts } = model;
  if (transition) count(model, memory, model.countedOn[transition.index]!);
  if (touchpoint.kind === 'entry') for (const k of model.passes) memory[k] = 0;
  count(model, memory, model.countedAt[touchpoint.index]!);
  if (at.revenue >= 0 && memory[at.revenue] !== FORGOTTEN) {
    const booked =
      memory[at.revenue]! + (transition?.money.revenue ?? 0) + touchpoint.money.revenue;
    memory[at.revenue] = Math.min(model.caps[at.revenue]!, rounded(booked));
  }
  for (const { variable, isSet, apply } of touchpoint.changes) {
    if (memory[variable] === FORGOTTEN && !isSet) continue;
    const now = variables.all[variable]!.values[memory[variable]!] ?? null;
    const after = apply(now);
    if (after !== undefined) {
      memory[variable] = numberOfValue(variables.all[variable]!, after, cuts[variable]!);
    }
  }
  meet(model, touchpoint, memory, 0, 1, NO_EVENT, emit);
}

function count({ caps }: ExactModel, memory: Memory, counters: readonly number[]): void {
  for (const k of counters) {
    if (memory[k] !== FORGOTTEN) memory[k] = Math.min(caps[k]!, memory[k]! + 1);
  }
}

/** Campaigns in their order, from the one at `index` on; drawing an arm branches. */
function meet(
  model: ExactModel,
  touchpoint: TouchpointModel,
  memory: Memory,
  index: number,
  chance: number,
  entryEvent: EntryEvent,
  emit: Emit,
): void {
  const touch = touchpoint.touches[index];
  if (!touch) {
    settle(model, touchpoint, memory, chance, entryEvent, emit);
    return;
  }
  const { campaigns, caps, variables, at } = model;
  const { arm, contacts, age, isScheduled, maxContacts, perContact } = campaigns[touch.campaign]!;
  const go = (next: Memory, share: number, then: EntryEvent) => {
    meet(model, touchpoint, next, index + 1, chance * share, then, emit);
  };
  if (isScheduled && !isScheduled(variables.dayAt(memory[at.clock]!))) {
    go(memory, 1, entryEvent);
    return;
  }
  const { segment } = touch;
  const unread = segment ? undrawnArm(model, segment.reads, memory) : -1;
  if (unread >= 0) {
    draw(model, unread, memory, (next, share) => {
      meet(model, touchpoint, next, index, chance * share, entryEvent, emit);
    });
    return;
  }
  if (segment && !segment.test({ memory })) {
    go(memory, 1, entryEvent);
    return;
  }
  const act = (next: Memory, share: number) => {
    if (next[arm] === 0 || next[contacts]! >= maxContacts) {
      go(next, share, entryEvent);
      return;
    }
    const isFirst = next[contacts] === 0;
    next[contacts] = Math.min(caps[contacts]!, next[contacts]! + 1);
    if (age >= 0) next[age] = 0;
    go(next, share, {
      ...entryEvent,
      contacts: [...entryEvent.contacts, touch.campaign],
      firstContacts: isFirst
        ? [...entryEvent.firstContacts, touch.campaign]
        : entryEvent.firstContacts,
      contactCost: entryEvent.contactCost + perContact,
    });
  };
  if (memory[arm] === UNDRAWN) draw(model, arm, memory, act);
  else act(memory, 1);
}

function undrawnArm({ variables }: ExactModel, reads: readonly number[], memory: Memory): number {
  for (const k of reads) if (memory[k] === UNDRAWN && variables.all[k]!.kind === 'arm') return k;
  return -1;
}

function draw(
  { campaigns }: ExactModel,
  variable: number,
  memory: Memory,
  each: (next: Memory, share: number) => void,
): void {
  const { arms } = campaigns.find(({ arm }) => arm === variable)!;
  arms.forEach((arm, index) => {
    if (arm.chance === 0) return;
    const next = [...memory];
    next[variable] = index;
    each(next, arm.chance);
  });
}

/** Draws every arm among `reads` that has not been drawn yet. */
export function drawArms(
  model: ExactModel,
  reads: readonly number[],
  memory: Memory,
): readonly { memory: Memory; chance: number }[] {
  const variable = undrawnArm(model, reads, memory);
  if (variable < 0) return [{ memory, chance: 1 }];
  const drawn: { memory: Memory; chance: number }[] = [];
  draw(model, variable, memory, (next, share) => {
    for (const each of drawArms(model, reads, next)) {
      drawn.push({ memory: each.memory, chance: each.chance * share });
    }
  });
  return drawn;
}

/** After the campaigns: what is watched for, milestones, arms the choice reads, and the plan price. */
function settle(
  model: ExactModel,
  touchpoint: TouchpointModel,
  memory: Memory,
  chance: number,
  before: EntryEvent,
  emit: Emit,
): void {
  const unread = undrawnArm(model, touchpoint.choiceReads, memory);
  const watched =
    unread < 0 && model.watchRule ? undrawnArm(model, model.watchRule.reads, memory) : unread;
  if (watched >= 0) {
    draw(model, watched, memory, (next, share) => {
      settle(model, touchpoint, next, chance * share, before, emit);
    });
    return;
  }
  const { at } = model;
  let entryEvent = before;
  if (at.acquired >= 0 && touchpoint.milestone === ACQUIRED && memory[at.acquired] === 0) {
    memory[at.acquired] = 1;
    entryEvent = { ...entryEvent, acquired: true };
  }
  if (at.seen >= 0 && memory[at.seen] !== SEEN.done) {
    const now = watch(model, touchpoint, memory);
    if (now === SEEN.done) entryEvent = { ...entryEvent, seen: true };
    memory[at.seen] = now;
  }
  if (at.price >= 0 && touchpoint.price !== null)
    entryEvent = setPrice(model, touchpoint, memory, entryEvent);
  emit(chance, memory, entryEvent);
}

function watch(model: ExactModel, touchpoint: TouchpointModel, memory: Memory): number {
  const { watchRule, at } = model;
  if (watchRule) return watchRule.test({ memory }) ? SEEN.done : SEEN.notYet;
  const { from, to } = model.options.watch as Exclude<Watched, { segment: string }>;
  const now = memory[at.seen]!;
  const isEnd = to === null ? touchpoint.kind === 'outcome' : to.has(touchpoint.id);
  if (from === null || now === SEEN.begun) return isEnd ? SEEN.done : now;
  if (!from.has(touchpoint.id)) return now;
  // An outcome may be both ends of the span; a touchpoint has to be entered again.
  return to === null && isEnd ? SEEN.done : SEEN.begun;
}

function setPrice(
  model: ExactModel,
  touchpoint: TouchpointModel,
  memory: Memory,
  before: EntryEvent,
): EntryEvent {
  const { at, options } = model;
  const now = priceOf(model, memory);
  const next = touchpoint.price!;
  memory[at.price] = options.priceSource ? (next === 0 ? 0 : touchpoint.index + 1) : next;
  if (!options.moves || now === next) return before;
  const firstPrice = now <= 0 && next > 0 && memory[at.paid] === 0;
  if (firstPrice) memory[at.paid] = 1;
  return { ...before, before: now, after: next, firstPrice };
}
