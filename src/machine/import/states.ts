import { cut } from '../../language';
import { freshOrders, newId } from '../../map/records';
import { isId, LIMITS } from '../../map/schema';
import { type Json, type Path } from '../../map/shape';
import type { LossLog } from './finding';
import { isOwnTransition, type Origin, ownMetaOf, paramsOf, roleOf, ruleOf } from './ownMeta';
import { type StateNode, stringOf, type Tree } from './tree';
import { type DeclaredTransition, guardOf } from './declared';
import { movesOn, Takeable } from './takeable';

/** A record to be imported, with the place it was read from. */
export interface Draft {
  readonly id: string;
  readonly record: Json;
  readonly path: Path;
}

/** A state without states inside, as a touchpoint, and what can be done in it. */
export interface Leaf {
  readonly draft: Draft;
  readonly takeable: readonly DeclaredTransition[];
}

/** Stages and touchpoints as drafts; `leaves` maps states to their touchpoints. */
export interface StateDrafts {
  readonly stages: Draft[];
  readonly touchpoints: Draft[];
  readonly leaves: ReadonlyMap<StateNode, Leaf>;
  /** Transitions that others forestall, at least in some step. */
  readonly shadowed: ReadonlySet<DeclaredTransition>;
}

/** The collections a machine holds as states and transitions. */
export type ReadCollection = 'stages' | 'touchpoints' | 'transitions';

/** What is known of the machine while it is read; all parts of the import share one. */
export interface ImportContext {
  readonly tree: Tree;
  readonly origin: Origin;
  /** The XState the machine was written for, as far as the file shows. */
  readonly version: 4 | 5;
  readonly log: LossLog;
  /** An id no record of the collection has yet: the wished one, or a new one. */
  readonly idFor: (collection: ReadCollection, wish: string | null, path: Path) => string;
}

/** Distance of steps nobody has placed, in canvas units. */
const ROW = 140;
const MARGIN = 24;

/** States with states inside become stages, those without become touchpoints. */
export function readStates(context: ImportContext): StateDrafts {
  const { tree, origin, log, idFor } = context;
  const stages: Draft[] = [];
  const leaves = new Map<StateNode, Leaf>();
  const taking = new Takeable(tree, ({ config }) => isOwnTransition(config, origin));
  if (tree.root.type === 'parallel') log.add('parallel', tree.root.path, tree.root.key);
  const top = [...tree.root.children.values()];
  const orders = freshOrders(top.length);
  for (const [index, node] of top.entries()) {
    const role = roleOf(node, origin);
    if (role === 'start' || role === 'left') continue;
    const isStage = role === 'stage' || (role === 'state' && node.children.size > 0);
    const stage = isStage ? stageOf(node, orders[index] ?? 'a0') : null;
    if (stage) stages.push(stage);
    let row = 0;
    for (const leaf of leavesOf(node, role)) {
      if (leaves.size >= LIMITS.records) {
        log.add('too-many', leaf.path, LIMITS.records);
        return drafts();
      }
      const isCut = taking.isExhausted;
      const takeable = taking.from(leaf);
      if (taking.isExhausted && !isCut) log.add('too-many', leaf.path, LIMITS.records);
      const kind = kindOf(leaf, takeable, context);
      if (kind === 'outcome' && !standsAtRoot(leaf)) log.add('final-inside', leaf.path, leaf.key);
      leaves.set(leaf, { draft: touchpointOf(leaf, kind, stage, row, context), takeable });
      row += 1;
    }
  }
  return drafts();

  function drafts(): StateDrafts {
    const touchpoints = Array.from(leaves.values(), ({ draft }) => draft);
    return { stages, touchpoints, leaves, shadowed: taking.shadowed };
  }

  function stageOf(node: StateNode, order: string): Draft {
    const own = origin === 'ours' ? ownMetaOf(node.config) : null;
    const description = stringOf(node.config.description);
    return {
      id: idFor('stages', own?.id ?? null, node.path),
      path: node.path,
      record: own
        ? { ...own.record, name: description }
        : { name: shortened(node.key), description, order },
    };
  }

  function* leavesOf(node: StateNode, role: string): Generator<StateNode> {
    if (node.type === 'history') {
      log.add('history', node.path, node.key);
      return;
    }
    if (node.type === 'parallel') log.add('parallel', node.path, node.key);
    const isTop = node.parent === tree.root;
    const isColumn = role === 'stage' || role === 'unsorted';
    if (node.children.size === 0) {
      if (!isColumn) yield node;
      else if (!isTop) log.add('nested', node.path, node.key);
      return;
    }
    if (!isTop || role === 'touchpoint') log.add('nested', node.path, node.key);
    for (const child of node.children.values()) yield* leavesOf(child, roleOf(child, origin));
  }
}

function touchpointOf(
  leaf: StateNode,
  kind: Kind,
  stage: Draft | null,
  row: number,
  context: ImportContext,
): Draft {
  const { origin, idFor } = context;
  const { config, key, path } = leaf;
  const own = origin === 'ours' ? ownMetaOf(config) : null;
  const description = stringOf(config.description);
  const id = idFor('touchpoints', own?.kind === 'touchpoint' ? own.id : null, path);
  const nested = stage && { stage: stage.id };
  if (own) {
    const effects = { effects: effectsOf(config.entry) };
    return {
      id,
      path,
      record: { ...own.record, name: description, ...effects, ...nested, kind },
    };
  }
  const position = { x: MARGIN, y: MARGIN + row * ROW };
  const record = { name: shortened(key), description, position, ...nested, kind };
  return { id, path, record };
}

type Kind = 'outcome' | 'decision' | 'touchpoint';

/** What a state without states inside is in a map; entries are found later, from where one begins. */
function kindOf(
  leaf: StateNode,
  takeable: readonly DeclaredTransition[],
  { origin, tree }: ImportContext,
): Kind {
  if (leaf.type === 'final') {
    return takeable.some(({ trigger }) => trigger === 'done') ? 'touchpoint' : 'outcome';
  }
  const automatic = takeable.filter(
    (each) => each.trigger === 'always' && (origin === 'ours' || movesOn(each, leaf, tree)),
  );
  const own = takeable.filter(({ owner, trigger }) => owner === leaf || trigger === 'always');
  const isReadable = automatic.every(
    ({ config }) => guardOf(config) === undefined || ruleOf(config.guard, origin),
  );
  const isSettled = automatic.some(({ config }) => guardOf(config) === undefined);
  const decides = automatic.length > 0 && isReadable;
  return decides && (isSettled || automatic.length === own.length) ? 'decision' : 'touchpoint';
}

const standsAtRoot = ({ parent }: StateNode) => parent?.parent === null;

function effectsOf(entry: unknown): Json {
  return Object.fromEntries(
    paramsOf(entry, 'effect').map(({ id, ...effect }) => [isId(id) ? id : newId(), effect]),
  );
}

/** A name as long as a map allows. */
export function shortened(name: string): string {
  return cut(name, 200);
}
