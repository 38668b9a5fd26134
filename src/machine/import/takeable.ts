import { perObject } from '../../map/memo';
import { LIMITS } from '../../map/schema';
import { type DeclaredTransition, declaredBy, guardOf, firstTargetOf } from './declared';
import { doneEvent, isAnswered } from './events';
import { initialOf, resolveTarget, type StateNode, type Tree } from './tree';

/** What a surrounding state declares counts for every step inside: it could multiply without end. */
const MOST_READ = 50 * LIMITS.records;

/** Events XState uses itself without ever selecting a transition by them. */
const NEVER_SENT: ReadonlySet<string> = new Set(['xstate.init', 'xstate.stop', 'xstate.route']);

/** Finds the transitions XState can take while a state without states inside is active. */
export class Takeable {
  /** Those that another one forestalls somewhere. */
  readonly shadowed = new Set<DeclaredTransition>();
  readonly #isKept: (transition: DeclaredTransition) => boolean;
  readonly #tree: Tree;
  #read = 0;

  /** `isKept` names transitions that are never forestalled. */
  constructor(tree: Tree, isKept: (transition: DeclaredTransition) => boolean) {
    this.#tree = tree;
    this.#isKept = isKept;
  }

  /** Has more been asked for than anybody would wait for? From then on, answers are empty. */
  get isExhausted(): boolean {
    return this.#read > MOST_READ;
  }

  /**
   * The transitions of `leaf` and of the states around it in the order they are tried, whatever
   * their guards say. An unguarded transition hides those of the same event after it and around it;
   * one without an event leaves no time for any event; and a final state is left as soon as
   * what follows it has no guard.
   */
  from(leaf: StateNode): readonly DeclaredTransition[] {
    if (endsMachine(leaf)) return [];
    const found = this.#inTime(this.#unhidden(leaf), leaf);
    return this.isExhausted ? [] : found;
  }

  #unhidden(leaf: StateNode): DeclaredTransition[] {
    const completed = leaf.type === 'final' ? completedBy(leaf).map(doneEvent) : [];
    const found: DeclaredTransition[] = [];
    const inner = new Set<string>();
    for (let node: StateNode | null = leaf; node && !this.isExhausted; node = node.parent) {
      const own = new Set<string>();
      const declared = declaredBy(node);
      this.#read += declared.length + 1;
      for (const transition of declared) {
        if (!isRaised(transition, completed)) continue;
        const { event, isReplaced, config } = transition;
        const isHidden = isReplaced || own.has(event) || isAnswered(event, inner);
        if (isHidden && !this.#isKept(transition)) this.shadowed.add(transition);
        else found.push(transition);
        if (!isReplaced && guardOf(config) === undefined) own.add(event);
      }
      for (const event of own) inner.add(event);
    }
    return found;
  }

  #inTime(found: readonly DeclaredTransition[], leaf: StateNode): DeclaredTransition[] {
    const automatic = found.filter(({ trigger }) => trigger === 'always');
    const done = leaf.type === 'final' ? completedBy(leaf) : [];
    const tried = done.map((node) => triedFor(doneEvent(node), found));
    // A parallel state is done only when its other regions are: until then there is time.
    const isOver = leaf.parent?.type === 'compound' && done[0] === leaf.parent;
    const isLeft = this.#leaves(automatic, leaf) || (isOver && this.#leaves(tried[0] ?? [], leaf));
    // A state reports that it is done even after a transition without an event has left it.
    const atTheEnd = new Set(tried.flat());
    return found.filter((transition) => {
      const isLate = isLeft && transition.trigger !== 'always' && !atTheEnd.has(transition);
      if (!isLate || this.#isKept(transition)) return true;
      this.shadowed.add(transition);
      return false;
    });
  }

  /** Is `leaf` left for certain by these? One that changes nothing would leave time for events. */
  #leaves(tried: readonly DeclaredTransition[], leaf: StateNode): boolean {
    return tried.some(isCertain) && tried.every((each) => movesOn(each, leaf, this.#tree));
  }
}

/** Does a transition change anything in `leaf`? XState ends moving by itself where it does not. */
export function movesOn(
  { config, owner }: DeclaredTransition,
  leaf: StateNode,
  tree: Tree,
): boolean {
  const target = firstTargetOf(config);
  const aim = target === null ? null : resolveTarget(owner, target, tree);
  if (!aim) return false;
  const around = aim.type === 'history' ? aim.parent : aim;
  const chain = new Set<StateNode | null>();
  for (let node: StateNode | null = leaf; node; node = node.parent) chain.add(node);
  let common = around;
  while (common && !chain.has(common)) common = common.parent;
  // The target may be active already in another region.
  if (common !== around && common?.type === 'parallel') return false;
  for (let node = leaf; node !== around;) {
    const { parent } = node;
    if (!parent) return true;
    // A history state may lead back to any state inside.
    const isEntered = aim.type === 'history' || parent.type !== 'compound';
    if (!isEntered && initialOf(parent, tree) !== node) return true;
    node = parent;
  }
  return false;
}

/** What is tried for one event, in this order, until one has no guard. */
function triedFor(event: string, found: readonly DeclaredTransition[]): DeclaredTransition[] {
  const answering = found.filter((transition) => answersOne(transition, [event]));
  const owners = new Set(answering.map(({ owner }) => owner));
  const inOrder = [...owners].flatMap((owner) =>
    answering
      .filter((each) => each.owner === owner)
      // The event itself is longer than any wildcard for it.
      .sort((a, b) => b.event.length - a.event.length),
  );
  const last = inOrder.findIndex(({ config }) => guardOf(config) === undefined);
  return last === -1 ? inOrder : inOrder.slice(0, last + 1);
}

const isCertain = ({ config }: DeclaredTransition) =>
  guardOf(config) === undefined && firstTargetOf(config) !== null;

function answersOne({ event }: DeclaredTransition, events: readonly string[]): boolean {
  return events.some((each) => isAnswered(each, new Set([event])));
}

/** Does the machine end when this state is entered? */
function endsMachine({ type, parent }: StateNode): boolean {
  return type === 'final' && parent?.parent === null && parent.type !== 'parallel';
}

function isRaised(transition: DeclaredTransition, completed: readonly string[]): boolean {
  if (NEVER_SENT.has(transition.event)) return false;
  return transition.trigger !== 'done' || answersOne(transition, completed);
}

/** The states that may be done when `leaf`, which is final, is entered; the machine itself has ended then. */
function completedBy({ parent }: StateNode): StateNode[] {
  const completed = parent?.type === 'compound' ? [parent] : [];
  let around = parent?.type === 'parallel' ? parent : parent?.parent;
  while (around?.type === 'parallel' && canComplete(around)) {
    completed.push(around);
    around = around.parent;
  }
  return completed.filter((node) => node.parent !== null);
}

/** Can all regions of a parallel state be at an end together? */
const canComplete: (node: StateNode) => boolean = perObject((node) => {
  const inside = [...node.children.values()].filter(({ type }) => type !== 'history');
  return (
    node.type === 'final' ||
    (node.type === 'compound' && inside.some(({ type }) => type === 'final')) ||
    (node.type === 'parallel' && inside.every(canComplete))
  );
});
