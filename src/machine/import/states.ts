import { freshOrders, newId } from '../../map/records';
import { isId, LIMITS } from '../../map/schema';
import { isObject, type Json, type Path } from '../../map/shape';
import type { LossLog } from './finding';
import {
  isOwnAction,
  type Origin,
  ownMetaOf,
  paramsOf,
  roleOf,
  ruleOf,
  typeOfAction,
} from './ownMeta';
import { listOf, type StateNode, textOf, type Tree } from './tree';
import { declaredBy } from './declared';

/** A record to be imported, with the place it was read from. */
export interface Draft {
  readonly id: string;
  readonly record: Json;
  readonly path: Path;
}

/** Stages and touchpoints as drafts; `leaves` maps states to their touchpoints. */
export interface StateDrafts {
  readonly stages: Draft[];
  readonly touchpoints: Draft[];
  readonly leaves: ReadonlyMap<StateNode, Draft>;
}

export interface ImportContext {
  readonly tree: Tree;
  readonly origin: Origin;
  readonly log: LossLog;
  /** An id nobody has yet: the wished one, or a new one. */
  readonly idFor: (wish: string | null, path: Path) => string;
}

/** Distance of steps nobody has placed, in canvas units. */
const ROW = 140;
const MARGIN = 24;

/** States with states inside become stages, those without become touchpoints. */
export function readStates(context: ImportContext): StateDrafts {
  const { tree, origin, log, idFor } = context;
  const stages: Draft[] = [];
  const leaves = new Map<StateNode, Draft>();
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
        return { stages, touchpoints: [...leaves.values()], leaves };
      }
      if (leaf.type === 'final' && !endsMachine(leaf) && !leadsOn(leaf)) {
        log.add('final-inside', leaf.path, leaf.key);
      }
      leaves.set(leaf, touchpointOf(leaf, stage, row, context));
      row += 1;
    }
  }
  return { stages, touchpoints: [...leaves.values()], leaves };

  function stageOf(node: StateNode, order: string): Draft {
    const own = origin === 'ours' ? ownMetaOf(node.config) : null;
    const description = textOf(node.config.description);
    return {
      id: idFor(own?.id ?? null, node.path),
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
  stage: Draft | null,
  row: number,
  context: ImportContext,
): Draft {
  const { origin, idFor } = context;
  const { config, key, path } = leaf;
  const own = origin === 'ours' ? ownMetaOf(config) : null;
  const description = textOf(config.description);
  const kind = { kind: kindOf(leaf, origin) };
  const id = idFor(own?.kind === 'touchpoint' ? own.id : null, path);
  const nested = stage && { stage: stage.id };
  if (own) {
    const effects = { effects: effectsOf(config.entry) };
    return {
      id,
      path,
      record: { ...own.record, name: description, ...effects, ...nested, ...kind },
    };
  }
  const position = { x: MARGIN, y: MARGIN + row * ROW };
  const record = { name: shortened(key), description, position, ...nested, ...kind };
  return { id, path, record };
}

/** What a state without states inside is in a map; entries are found later, from where one begins. */
function kindOf(leaf: StateNode, origin: Origin): 'outcome' | 'decision' | 'touchpoint' {
  if (leaf.type === 'final') return leadsOn(leaf) ? 'touchpoint' : 'outcome';
  const transitions = declaredBy(leaf);
  const automatic = transitions
    .filter(({ trigger }) => trigger === 'always')
    .map(({ config }) => config);
  const isReadable = automatic.every(({ guard }) => guard === undefined || ruleOf(guard, origin));
  const isSettled = automatic.some(({ guard }) => guard === undefined);
  const decides = automatic.length > 0 && isReadable;
  return decides && (isSettled || automatic.length === transitions.length)
    ? 'decision'
    : 'touchpoint';
}

const endsMachine = ({ parent }: StateNode) => parent?.parent === null;

/** Is a final state inside another followed by what comes after that one? */
function leadsOn(leaf: StateNode): boolean {
  return !endsMachine(leaf) && listOf(leaf.parent?.config.onDone).length > 0;
}

function effectsOf(entry: unknown): Json {
  return Object.fromEntries(
    paramsOf(entry, 'effect').map(({ id, ...effect }) => [isId(id) ? id : newId(), effect]),
  );
}

/** Fields of a state that are imported in some form. */
const CARRIED: ReadonlySet<string> = new Set([
  'id',
  'type',
  'description',
  'initial',
  'states',
  'on',
  'always',
  'after',
  'onDone',
  'history',
  'target',
  'key',
  'options',
  '$schema',
]);

/** Lists everything a state says that a map has no place for. */
export function listLosses(node: StateNode, context: ImportContext): void {
  const { origin, log, tree } = context;
  const { config, path } = node;
  const role = roleOf(node, origin);
  const isOurs = origin === 'ours' && (role !== 'state' || node === tree.root);
  for (const [key, value] of Object.entries(config)) {
    if (CARRIED.has(key) || value === undefined) continue;
    const here = [...path, key];
    if (key === 'entry' || key === 'exit') listActions(value, here, isOurs && key === 'entry', log);
    else if (key === 'meta') {
      if (!isOurs) log.add('metadata', here);
    } else if (key === 'tags') {
      if (role !== 'left') for (const tag of listOf(value)) log.add('tag', here, textOf(tag));
    } else if (key === 'invoke') {
      for (const invoke of listOf(value)) {
        log.add('actor', here, isObject(invoke) ? textOf(invoke.src) || textOf(invoke.id) : '');
      }
    } else if (key === 'context') log.add('context', here);
    else if (key === 'output') log.add('output', here);
    else log.add('unknown-field', here, key);
  }
  for (const child of node.children.values()) listLosses(child, context);
}

/** Lists actions; our own are made again from the record. */
export function listActions(value: unknown, path: Path, isOurs: boolean, log: LossLog): void {
  for (const action of listOf(value)) {
    if (!(isOurs && isOwnAction(action))) log.add('action', path, typeOfAction(action));
  }
}

/** A name as long as a map allows. */
export function shortened(name: string): string {
  return name.slice(0, 200);
}
