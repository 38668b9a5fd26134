import { isObject, type Json } from '../../map/shape';
import { listOf, type StateNode, stringOf } from './tree';

/** What sets a transition off. */
export type Trigger = 'always' | 'event' | 'after' | 'done' | 'actor';

/** What a key of `on` waits for. */
export interface Awaited {
  readonly trigger: Trigger;
  /** The event as XState 5 names it. */
  readonly event: string;
  /** The event, delay or actor in the words of a reader. */
  readonly name: string;
}

const DONE = 'xstate.done.state.';
const AFTER = 'xstate.after.';

/** The ends of an actor, each with the prefix of its event. */
export const ACTOR_ENDS = {
  onDone: 'xstate.done.actor.',
  onError: 'xstate.error.actor.',
  onSnapshot: 'xstate.snapshot.',
} as const;

/** XState 4 named some of its own events otherwise; both are read. */
const OLDER: readonly (readonly [RegExp, (owner: StateNode, rest: string) => string])[] = [
  [/^done\.invoke\.(.+)$/s, (_, id) => ACTOR_ENDS.onDone + id],
  [/^error\.platform\.(.+)$/s, (_, id) => ACTOR_ENDS.onError + id],
  [/^xstate\.after\((.*?)\)/s, (owner, delay) => afterEvent(delay, owner)],
];

/** The event that ends a state with states inside. */
export function doneEvent({ id }: StateNode): string {
  return DONE + id;
}

/** The event after a delay: XState reads `1e3` as `1000`. */
export function afterEvent(delay: string | number, { id }: StateNode): string {
  return `${AFTER}${Number.isNaN(Number(delay)) ? delay : Number(delay)}.${id}`;
}

/** Reads a key of `on`; machines that were serialised have XState's own events there. */
export function awaited(key: string, config: Json, owner: StateNode): Awaited {
  if (key === '') return { trigger: 'always', event: '', name: '' };
  const event = inNewWords(key, owner);
  if (event.startsWith(DONE)) return { trigger: 'done', event, name: 'done' };
  if (event.startsWith(AFTER)) {
    return { trigger: 'after', event, name: delayIn(event, config, owner) };
  }
  for (const [end, prefix] of Object.entries(ACTOR_ENDS)) {
    const id = event.slice(prefix.length);
    if (event.startsWith(prefix) && id !== '*') {
      return { trigger: 'actor', event, name: `${actorWithId(id, owner)} ${end}` };
    }
  }
  return { trigger: 'event', event, name: event };
}

function inNewWords(key: string, owner: StateNode): string {
  // Of another state it would be an event like any other.
  if (key === `done.state.${owner.id}`) return doneEvent(owner);
  for (const [pattern, rename] of OLDER) {
    const rest = pattern.exec(key)?.[1];
    if (rest !== undefined) return rename(owner, rest);
  }
  return key;
}

function delayIn(event: string, { delay }: Json, { id }: StateNode): string {
  if (typeof delay === 'number' || typeof delay === 'string') return String(delay);
  const rest = event.slice(AFTER.length);
  if (rest.endsWith(`.${id}`)) return rest.slice(0, -id.length - 1);
  return rest.split('.', 1)[0] ?? '';
}

/** The id XState gives to the actor a state invokes at an index. */
export function actorId({ id }: Json, index: number, owner: StateNode): string {
  return stringOf(id) || `${String(index)}.${owner.id}`;
}

/** The name of an actor for a reader: the id somebody gave it, else what it runs. */
export function actorName(invoke: Json, index: number, owner: StateNode): string {
  const id = stringOf(invoke.id);
  const given = id === `${String(index)}.${owner.id}` ? '' : id;
  return given || stringOf(invoke.src) || 'actor';
}

function actorWithId(id: string, owner: StateNode): string {
  const actors = listOf(owner.config.invoke);
  const index = actors.findIndex((each, at) => isObject(each) && actorId(each, at, owner) === id);
  const invoke = actors[index];
  return isObject(invoke) ? actorName(invoke, index, owner) : id;
}

/** Longest event name, in parts between dots, that is compared with wildcards. */
const MOST_PARTS = 20;

/** Does one of `keys` answer every event that `event`, itself a wildcard perhaps, stands for? */
export function isAnswered(event: string, keys: ReadonlySet<string>): boolean {
  if (keys.has(event)) return true;
  if (event === '' || keys.size === 0) return false;
  if (keys.has('*')) return true;
  if (event === '*') return false;
  const parts = event.split('.', MOST_PARTS);
  return parts.some((_, index) => keys.has(`${parts.slice(0, index + 1).join('.')}.*`));
}
