import { isObject, type Json, type Path } from '../../map/shape';

/** The kinds of states that XState knows. */
export type NodeType = 'atomic' | 'compound' | 'parallel' | 'history' | 'final';

/** A state of a config that is being read. */
export interface StateNode {
  readonly key: string;
  /** The id XState gives: the explicit one, else the path joined by dots. */
  readonly id: string;
  /** Keys from the root of the JSON to the state. */
  readonly path: Path;
  readonly parent: StateNode | null;
  readonly config: Json;
  readonly type: NodeType;
  readonly children: ReadonlyMap<string, StateNode>;
  /** Is the config what XState writes of a running machine (`machine.definition`)? */
  readonly isSerialised: boolean;
}

/** The states of a machine, with an index by id. */
export interface Tree {
  readonly root: StateNode;
  readonly byId: ReadonlyMap<string, StateNode>;
}

/** The states of a config. What is no object is no state. */
export function stateTreeOf(config: Json): Tree {
  const byId = new Map<string, StateNode>();
  const machine = stringOf(config.id) || '(machine)';
  const isSerialised = Array.isArray(config.transitions) && typeof config.order === 'number';
  return { root: grow('', config, null, [], machine), byId };

  function grow(
    key: string,
    own: Json,
    parent: StateNode | null,
    path: Path,
    givenId: string,
  ): StateNode {
    const children = new Map<string, StateNode>();
    const id = stringOf(own.id) || givenId;
    const type = typeOf(own);
    const node: StateNode = { key, id, path, parent, config: own, type, children, isSerialised };
    byId.set(id, node);
    for (const [name, child] of propertiesOf(own.states)) {
      if (!isObject(child)) continue;
      children.set(name, grow(name, child, node, [...path, 'states', name], `${givenId}.${name}`));
    }
    return node;
  }
}

function typeOf({ type, states, history }: Json): NodeType {
  if (type === 'parallel' || type === 'history' || type === 'final') return type;
  if (propertiesOf(states).some(([, child]) => isObject(child))) return 'compound';
  return history === undefined || history === false ? 'atomic' : 'history';
}

/** The state a target names from where it stands, by XState's rules; null when there is none. */
export function resolveTarget(from: StateNode, target: string, { byId }: Tree): StateNode | null {
  if (target.startsWith('#')) {
    // A serialised target is a whole id, whose dots are not escaped.
    const whole = from.isSerialised ? byId.get(target.slice(1)) : undefined;
    if (whole) return whole;
    const [id, ...rest] = statePath(target.slice(1));
    return descend(byId.get(id ?? '') ?? null, rest);
  }
  if (target.startsWith('.')) return descend(from, statePath(target.slice(1)));
  return descend(from.parent, statePath(target));
}

function descend(from: StateNode | null, keys: readonly string[]): StateNode | null {
  let node = from;
  for (const key of keys) {
    if (key === '') break;
    node = node?.children.get(key) ?? null;
  }
  return node;
}

/** Dots separate; a backslash keeps the next character as it is. */
function statePath(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let isEscaped = false;
  for (const character of text) {
    if (!isEscaped && character === '\\') isEscaped = true;
    else if (!isEscaped && character === '.') {
      parts.push(part);
      part = '';
    } else {
      part += character;
      isEscaped = false;
    }
  }
  return [...parts, part];
}

/** The child where a compound state begins; the first where it does not say. */
export function initialOf(node: StateNode, tree: Tree): StateNode | null {
  const { initial } = node.config;
  const [key] = listOf(isObject(initial) ? initial.target : initial);
  const named = typeof key === 'string' ? childNamed(node, key, tree) : null;
  return named ?? [...node.children.values()].find(({ type }) => type !== 'history') ?? null;
}

/** A serialised machine says `#id` where a config says the key. */
function childNamed(node: StateNode, key: string, { byId }: Tree): StateNode | null {
  const child = key.startsWith('#') ? byId.get(key.slice(1)) : node.children.get(key);
  return child?.parent === node ? child : null;
}

/** The atomic or final state a customer is in after reaching `node`; null when there is none. */
export function leafOf(node: StateNode, tree: Tree): StateNode | null {
  const seen = new Set<StateNode>();
  let here: StateNode | null = node;
  while (here && !seen.has(here)) {
    seen.add(here);
    if (here.type === 'atomic' || here.type === 'final') return here;
    here = here.type === 'history' ? historyTargetOf(here, tree) : initialOf(here, tree);
  }
  return null;
}

/** Where a history state leads when nothing is remembered. */
function historyTargetOf(node: StateNode, tree: Tree): StateNode | null {
  const [target] = listOf(node.config.target);
  if (typeof target === 'string') return resolveTarget(node, target, tree);
  return node.parent && initialOf(node.parent, tree);
}

/** Entries of an object; none of anything else. */
export function propertiesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The entries of `on` and `after`: by key, or as XState 4 allowed, one after the other. */
export function keyed(value: unknown): (readonly [string | number, unknown])[] {
  return Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : propertiesOf(value);
}

/** XState takes one thing, a list of them, or nothing. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The text itself; '' for anything else. */
export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
