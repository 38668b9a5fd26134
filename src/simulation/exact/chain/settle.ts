import { MILESTONES } from '../../../map/schema';
import type { ExactModel, Memory, TouchpointModel, Watched } from '../model';
import { drawArm, undrawnArm } from './drawArms';
import type { EntryEvent } from './entryEvent';
import { priceOf } from './passTime';

/** Receives one result of an entry with its chance. */
export type Emit = (chance: number, memory: Memory, entryEvent: EntryEvent) => void;

const ACQUIRED = MILESTONES.indexOf('acquired');

/** Progress of a watched span: not begun, `from` reached, `to` reached, or `until` before it. */
export const SEEN = { notYet: 0, begun: 1, done: 2, over: 3 } as const;

/** After the campaigns: what is watched for, milestones, arms the choice reads, and the plan price. */
export function settle(
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
    drawArm(model, watched, memory, (next, share) => {
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
  if (at.seen >= 0 && memory[at.seen]! < SEEN.done) {
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
  const { from, to, until } = model.options.watch as Exclude<Watched, { segment: string }>;
  const now = memory[at.seen]!;
  const isEnd = to === null ? touchpoint.kind === 'outcome' : to.has(touchpoint.id);
  if (from === null || now === SEEN.begun) {
    if (isEnd) return SEEN.done;
    return until.has(touchpoint.id) ? SEEN.over : now;
  }
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
