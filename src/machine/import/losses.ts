import { isObject, type Json, type Path } from '../../map/shape';
import { declaredBy } from './declared';
import type { LossLog } from './finding';
import { isOwnAction, roleOf, typeOfAction } from './ownMeta';
import type { ImportContext } from './states';
import { listOf, type StateNode, stringOf } from './tree';

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

/** What XState adds to a state when it writes one, beside what the config said. */
const WRITTEN: ReadonlySet<string> = new Set(['order', 'transitions', 'version']);

/** The same for a transition. */
export const WRITTEN_OF_TRANSITION: ReadonlySet<string> = new Set([
  'delay',
  'event',
  'eventType',
  'source',
]);

/** Lists everything a state says that a map has no place for. */
export function listLosses(node: StateNode, context: ImportContext): void {
  const { origin, log, tree } = context;
  const { config, path } = node;
  const role = roleOf(node, origin);
  const isOurs = origin === 'ours' && (role !== 'state' || node === tree.root);
  if (node === tree.root && node.isSerialised && context.version === 5) {
    log.add('definition', path, node.key);
  }
  for (const [key, value] of Object.entries(config)) {
    const here = [...path, key];
    if ((key === 'on' || key === 'after') && Array.isArray(value)) log.add('list', here, key);
    if (key === 'initial' && isObject(value)) listInitial(value, here, node, log);
    if (key === 'target' && listOf(value).length > 1) {
      log.add('several-targets', here, listOf(value).length);
    }
    const isWritten = node.isSerialised && WRITTEN.has(key);
    if (CARRIED.has(key) || isWritten || value === undefined) continue;
    if (key === 'entry' || key === 'exit') {
      listActions(withoutTimers(value, node), here, isOurs && key === 'entry', log);
    } else if (key === 'meta') {
      if (!isOurs) log.add('metadata', here);
    } else if (key === 'tags') {
      if (role !== 'left') for (const tag of listOf(value)) log.add('tag', here, stringOf(tag));
    } else if (key === 'invoke') {
      for (const invoke of listOf(value)) {
        log.add('actor', here, isObject(invoke) ? stringOf(invoke.src) || stringOf(invoke.id) : '');
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
    if (isOurs && isOwnAction(action)) continue;
    const later = delayedEvent(action);
    if (later === null) log.add('action', path, typeOfAction(action));
    else log.add('delayed-send', path, later);
  }
}

/** The event an action sends after a delay, as XState 4 writes it; null for any other action. */
function delayedEvent(action: unknown): string | null {
  if (!isObject(action) || action.delay === undefined || action.delay === null) return null;
  if (!['xstate.send', 'xstate.raise'].includes(typeOfAction(action))) return null;
  return stringOf(isObject(action.event) ? action.event.type : action.event);
}

/** What a state does on beginning inside, beside the place. */
function listInitial(initial: Json, path: Path, { isSerialised }: StateNode, log: LossLog): void {
  for (const [key, value] of Object.entries(initial)) {
    const here = [...path, key];
    if (key === 'target' || value === undefined) continue;
    if (key === 'actions') listActions(value, here, false, log);
    else if (key === 'meta') log.add('metadata', here);
    else if (!isSerialised || !WRITTEN_OF_TRANSITION.has(key)) log.add('unknown-field', here, key);
  }
}

/** A serialised state starts and stops the timers of its delays by actions, which stand last. */
function withoutTimers(actions: unknown, node: StateNode): unknown {
  if (!node.isSerialised) return actions;
  const delays = new Set(
    declaredBy(node).flatMap(({ trigger, event }) => (trigger === 'after' ? [event] : [])),
  );
  const all = listOf(actions);
  return all.filter(
    (action, index) =>
      index < all.length - delays.size ||
      !['xstate.raise', 'xstate.cancel'].includes(typeOfAction(action)),
  );
}
