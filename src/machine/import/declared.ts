import { isObject, type Json, type Path } from '../../map/shape';
import { entriesOf, listOf, type StateNode, textOf } from './tree';

/** What sets a transition off. */
export type Trigger = 'always' | 'event' | 'after' | 'done';

/** A transition as it is written in a config. */
export interface DeclaredTransition {
  readonly trigger: Trigger;
  /** Event, delay or actor, as written. */
  readonly name: string;
  readonly config: Json;
  readonly path: Path;
  /** The state that declares it: targets are read from there. */
  readonly owner: StateNode;
}

/** The transitions a state declares itself, those without an event first, as XState tries them. */
export function declaredBy(owner: StateNode): DeclaredTransition[] {
  const { config, path } = owner;
  return [
    ...written('always', '', config.always, [...path, 'always'], owner),
    ...entriesOf(config.on).flatMap(([event, value]) =>
      written('event', event, value, [...path, 'on', event], owner),
    ),
    ...entriesOf(config.after).flatMap(([delay, value]) =>
      written('after', delay, value, [...path, 'after', delay], owner),
    ),
    ...listOf(config.invoke).flatMap((invoke, index) => {
      if (!isObject(invoke)) return [];
      const here = Array.isArray(config.invoke) ? [...path, 'invoke', index] : [...path, 'invoke'];
      return ['onDone', 'onError'].flatMap((end) =>
        written('done', `${actorOf(invoke)} ${end}`, invoke[end], [...here, end], owner),
      );
    }),
  ];
}

/** The transitions taken when a state inside `owner` that is final has been come to. */
function doneOf(owner: StateNode): DeclaredTransition[] {
  return written('done', 'done', owner.config.onDone, [...owner.path, 'onDone'], owner);
}

function actorOf(invoke: Json): string {
  return textOf(invoke.id) || textOf(invoke.src) || 'actor';
}

/** A target, a transition, or a list of either. */
function written(
  trigger: Trigger,
  name: string,
  value: unknown,
  path: Path,
  owner: StateNode,
): DeclaredTransition[] {
  return listOf(value).flatMap((item, index) => {
    const config = typeof item === 'string' ? { target: item } : item;
    if (!isObject(config)) return [];
    return [{ trigger, name, config, path: Array.isArray(value) ? [...path, index] : path, owner }];
  });
}

/**
 * Every transition that can be taken in a state that has no states inside: its own, then those of
 * the states around it unless an unguarded one of its own has the same event.
 */
export function transitionsFrom(leaf: StateNode): DeclaredTransition[] {
  // A final state at the root ends the machine; deeper, it ends the state around it.
  if (leaf.type === 'final') return leaf.parent?.parent ? doneOf(leaf.parent) : [];
  const transitions = declaredBy(leaf);
  for (let around = leaf.parent; around; around = around.parent) {
    const handled = new Set(
      transitions.filter(({ config }) => config.guard === undefined).map(keyOf),
    );
    transitions.push(...declaredBy(around).filter((transition) => !handled.has(keyOf(transition))));
  }
  return transitions;
}

const keyOf = ({ trigger, name }: DeclaredTransition) => `${trigger} ${name}`;
