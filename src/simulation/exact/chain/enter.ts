import {
  type ExactModel,
  FORGOTTEN,
  type Memory,
  numberOfValue,
  type TouchpointModel,
  type TransitionModel,
  UNDRAWN,
} from '../model';
import { drawArm, undrawnArm } from './drawArms';
import { type EntryEvent, NO_EVENT } from './entryEvent';
import { rounded } from './passTime';
import { type Emit, settle } from './settle';

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
    drawArm(model, unread, memory, (next, share) => {
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
  if (memory[arm] === UNDRAWN) drawArm(model, arm, memory, act);
  else act(memory, 1);
}
