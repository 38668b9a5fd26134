import { type AnyStateNode, createMachine } from 'xstate';
import { MARK, type StateConfig } from './anyMachine';

/** A transition as XState's own node holds it. */
export type NodeTransition = Omit<Untyped, 'eventType' | 'source'> & {
  eventType: string;
  source: AnyStateNode;
};
type Untyped = AnyStateNode['transitions'] extends Map<string, (infer Each)[]> ? Each : never;

export const machineOf = (config: StateConfig) =>
  createMachine(config as Parameters<typeof createMachine>[0]);

export const markOf = (transition: object): number =>
  (transition as { [MARK]?: number })[MARK] ?? Number.NaN;

/** All states of a machine, the outermost first. */
export function nodesOf(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesOf)];
}

/** Everything XState would ever look at in a state. */
export function transitionsOf(node: AnyStateNode): NodeTransition[] {
  return [...(node.always ?? []), ...[...node.transitions.values()].flat()];
}

/**
 * What XState can take while `leaf` is active, whatever the guards say: event by event, from the
 * state outwards, until one without a guard is met.
 */
export function takeableIn(leaf: AnyStateNode): NodeTransition[] {
  if (leaf.type === 'final' && leaf.parent === leaf.machine.root && leaf.parent.type === 'compound')
    return [];
  const chain = [leaf, ...ancestorsOf(leaf)];
  const automatic = untilCertain(chain.flatMap((node) => node.always ?? []));
  const done = doneEventsOf(leaf);
  const isDone = (event: string) => event.startsWith('xstate.done.state.');
  const events = chain
    .flatMap((node) => [...node.transitions.keys()])
    .map((key) => key.replaceAll('*', 'whatever'))
    .filter((event) => !isDone(event) || done.includes(event));
  const taken = (of: readonly string[]) => [
    ...new Set(
      of.flatMap((event) => untilCertain(chain.flatMap((node) => candidates(node, event)))),
    ),
  ];
  const own = leaf.type === 'final' && leaf.parent?.type === 'compound' ? done.slice(0, 1) : [];
  const leaves = (tried: readonly NodeTransition[]) =>
    tried.some(isCertain) && tried.every((transition) => moves(transition, leaf));
  const isOver = leaves(automatic) || leaves(taken(own));
  return [...automatic, ...taken(isOver ? done : [...events, ...done])];
}

const isCertain = ({ guard, target }: NodeTransition) => !guard && target !== undefined;

/** XState ends moving by itself where nothing changes: the target is what the state is entered by. */
function moves({ target }: NodeTransition, leaf: AnyStateNode): boolean {
  const chain = [leaf, ...ancestorsOf(leaf)];
  const mayStay = (node: AnyStateNode): boolean => {
    const around = node.type === 'history' ? node.parent! : node;
    const common = [around, ...ancestorsOf(around)].find((each) => chain.includes(each));
    // The target may be active already in another region.
    if (common !== around) return common?.type === 'parallel';
    return node.type === 'history' || entered(node).includes(leaf);
  };
  return !!target && !target.some(mayStay);
}

function entered(node: AnyStateNode): AnyStateNode[] {
  if (node.type === 'compound') return entered(node.initial.target[0]!);
  const inside = Object.values(node.states).filter(({ type }) => type !== 'history');
  return node.type === 'parallel' ? inside.flatMap(entered) : [node];
}

function untilCertain(tried: readonly NodeTransition[]): NodeTransition[] {
  const last = tried.findIndex(({ guard }) => !guard);
  return last === -1 ? [...tried] : tried.slice(0, last + 1);
}

function ancestorsOf({ parent }: AnyStateNode): AnyStateNode[] {
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** The transitions of one state for an event: the event's own, then wildcards, the longest first. */
function candidates({ transitions }: AnyStateNode, event: string): NodeTransition[] {
  const wildcards = [...transitions.keys()]
    .filter(
      (key) => key === '*' || (key.endsWith('.*') && `${event}.`.startsWith(key.slice(0, -1))),
    )
    .sort((a, b) => b.length - a.length);
  return [event, ...wildcards].flatMap((key) => transitions.get(key) ?? []);
}

/** The events by which XState says that states are done when `leaf` is entered, the nearest first. */
function doneEventsOf(leaf: AnyStateNode): string[] {
  if (leaf.type !== 'final') return [];
  const done: AnyStateNode[] = [];
  const [parent, ...others] = ancestorsOf(leaf);
  if (parent?.type === 'compound') done.push(parent);
  for (const around of parent?.type === 'parallel' ? [parent, ...others] : others) {
    if (around.type !== 'parallel' || !mayEnd(around)) break;
    done.push(around);
  }
  return done.flatMap(({ parent: outer, id }) => (outer ? [`xstate.done.state.${id}`] : []));
}

function mayEnd({ type, states }: AnyStateNode): boolean {
  const inside = Object.values(states).filter((node) => node.type !== 'history');
  if (type === 'parallel') return inside.every(mayEnd);
  return type === 'final' || inside.some((node) => node.type === 'final');
}

/** The state without states inside that a customer is in after a transition to `node`. */
export function landingOf(node: AnyStateNode): AnyStateNode {
  if (node.type === 'history') return landingOf(node.parent!);
  if (node.type === 'compound') return landingOf(node.initial.target[0]!);
  if (node.type !== 'parallel') return node;
  return landingOf(Object.values(node.states).find(({ type }) => type !== 'history')!);
}
