import { perObject } from '../../map/memo';
import { isObject, type Json, type Path } from '../../map/shape';
import {
  ACTOR_ENDS,
  actorId,
  actorName,
  afterEvent,
  awaited,
  type Awaited,
  doneEvent,
  type Trigger,
} from './events';
import { keyed, listOf, type StateNode } from './tree';

/** A transition as it is written in a config. */
export interface DeclaredTransition {
  readonly trigger: Trigger;
  /** Event, delay or actor in the words of a reader. */
  readonly name: string;
  /** The event as XState names it, a wildcard perhaps; empty for `always`. */
  readonly event: string;
  readonly config: Json;
  readonly path: Path;
  /** The state that declares it: targets are read from there. */
  readonly owner: StateNode;
  /** XState keeps the last declaration of an event: is this an earlier one? */
  readonly isReplaced: boolean;
}

type Written = Omit<DeclaredTransition, 'isReplaced'> & {
  /** The field that declares it. */
  readonly field: string;
};

/** The transitions a state declares itself, those without an event first, as XState tries them. */
export const declaredBy = perObject((owner: StateNode): readonly DeclaredTransition[] =>
  withReplaced([
    ...alwaysOf(owner),
    ...eventsOf(owner),
    ...delaysOf(owner),
    ...actorsOf(owner),
    ...writtenAt('onDone', owner.config.onDone, [...owner.path, 'onDone'], owner, () => ({
      trigger: 'done',
      event: doneEvent(owner),
      name: 'done',
    })),
  ]),
);

function alwaysOf(owner: StateNode): Written[] {
  const always: Awaited = { trigger: 'always', event: '', name: '' };
  return writtenAt('always', owner.config.always, [...owner.path, 'always'], owner, () => always);
}

function eventsOf(owner: StateNode): Written[] {
  const { on } = owner.config;
  return keyed(on).flatMap(([key, value]) =>
    // An event without a value is answered: nothing happens, and states around do not see it.
    writtenAt('on', value ?? {}, [...owner.path, 'on', key], owner, (config) =>
      awaited(Array.isArray(on) ? toldBy(config.event, key) : String(key), config, owner),
    ),
  );
}

function delaysOf(owner: StateNode): Written[] {
  const { after } = owner.config;
  return keyed(after).flatMap(([key, value]) =>
    writtenAt('after', value, [...owner.path, 'after', key], owner, (config) => {
      const name = Array.isArray(after) ? toldBy(config.delay, key) : String(key);
      return { trigger: 'after', event: afterEvent(name, owner), name };
    }),
  );
}

function actorsOf(owner: StateNode): Written[] {
  const { invoke: actors } = owner.config;
  return listOf(actors).flatMap((invoke, index) => {
    // A serialised state repeats in `invoke` a part of what it has in `on`.
    if (!isObject(invoke) || owner.isSerialised) return [];
    const here = [...owner.path, 'invoke', ...(Array.isArray(actors) ? [index] : [])];
    return Object.entries(ACTOR_ENDS).flatMap(([end, prefix]) =>
      writtenAt(`invoke ${String(index)}`, invoke[end], [...here, end], owner, () => ({
        trigger: 'actor',
        event: prefix + actorId(invoke, index, owner),
        name: `${actorName(invoke, index, owner)} ${end}`,
      })),
    );
  });
}

/** What an item of a list says it waits for, else its position, as XState 5 reads lists. */
function toldBy(value: unknown, position: string | number): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : String(position);
}

/** A target, a transition, or a list of either. What is neither is a transition that leads nowhere. */
function writtenAt(
  field: string,
  value: unknown,
  path: Path,
  owner: StateNode,
  waitsFor: (config: Json) => Awaited,
): Written[] {
  return listOf(value).map((item, index) => {
    const config = typeof item === 'string' ? { target: item } : isObject(item) ? item : {};
    const here = Array.isArray(value) ? [...path, index] : path;
    return { ...waitsFor(config), field, config, path: here, owner };
  });
}

/** XState sets `on`, then `onDone`, then the actors, each over the one before; `after` is added. */
function withReplaced(all: readonly Written[]): DeclaredTransition[] {
  const order = (field: string) => (field === 'on' ? 0 : field === 'onDone' ? 1 : 2);
  const last = new Map<string, string>();
  for (const { field, event } of all) {
    const setter = last.get(event);
    if (field === 'after' || field === 'always') continue;
    if (setter === undefined || order(field) >= order(setter)) last.set(event, field);
  }
  return all.map(({ field, ...transition }) => {
    const setter = last.get(transition.event);
    const isAdded = field === 'after' || transition.event === '' || setter === undefined;
    return { ...transition, isReplaced: !isAdded && field !== setter };
  });
}

/** The condition of a transition; undefined when there is none. */
export function guardOf({ guard }: Json): unknown {
  return guard || undefined;
}

/** The first of the targets; null when a transition leads nowhere. */
export function firstTargetOf({ target }: Json): string | null {
  const [first] = listOf(target);
  return typeof first === 'string' && first !== '' ? first : null;
}
