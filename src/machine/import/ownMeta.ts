import { Delay, isId, Rule } from '../../map/schema';
import { isObject, type Json } from '../../map/shape';
import { listOf, type StateNode, stringOf } from './tree';

/** Newest form of our own machines this build reads. */
const VERSION = 1;

/** Who wrote a machine: this program, another, or a newer version of this one. */
export type Origin = 'ours' | 'foreign' | 'newer';

/** Who wrote the machine: its root says so in `meta`. */
export function originOf({ meta }: Json): Origin {
  if (!isObject(meta) || meta.kind !== 'journey-map') return 'foreign';
  return typeof meta.version === 'number' && meta.version <= VERSION ? 'ours' : 'newer';
}

/** What `toMachine` left in the `meta` of a state or transition; null for anything else. */
export interface OwnMeta {
  readonly kind: string;
  readonly id: string | null;
  readonly record: Json;
}

/** Null for a state or transition without our `meta`; an id or record of the wrong form is left out of it. */
export function ownMetaOf({ meta }: Json): OwnMeta | null {
  if (!isObject(meta) || typeof meta.kind !== 'string') return null;
  return {
    kind: meta.kind,
    id: isId(meta.id) ? meta.id : null,
    record: isObject(meta.record) ? meta.record : {},
  };
}

/** The part a state plays in one of our machines. */
export function roleOf(node: StateNode, origin: Origin): string {
  const kind = origin === 'ours' ? ownMetaOf(node.config)?.kind : undefined;
  return kind ?? 'state';
}

/** Kinds of actions that are made from the record again, whatever their parameters say. */
const DERIVED: ReadonlySet<string> = new Set([
  'wait',
  'take',
  'leave',
  'visit',
  'book',
  'effect',
  'feel',
  'contact',
  'price',
]);

/** Whether an action is one that the export derives from a record, so that nothing is lost without it. */
export const isOwnAction = (action: unknown): boolean => DERIVED.has(typeOfAction(action));

/** The type of an action, written as text or as an object; '' where it has none. */
export function typeOfAction(action: unknown): string {
  return isObject(action) ? stringOf(action.type) : stringOf(action);
}

/** Parameters of the actions of one type. */
export function paramsOf(actions: unknown, type: string): Json[] {
  return listOf(actions).flatMap((action) =>
    isObject(action) && action.type === type && isObject(action.params) ? [action.params] : [],
  );
}

/** The rule of one of our guards; null when the guard is another program's. */
export function ruleOf(guard: unknown, origin: Origin): Rule | null {
  if (origin !== 'ours') return null;
  if (!isObject(guard) || guard.type !== 'rule' || !isObject(guard.params)) return null;
  return Rule.safeParse(guard.params.rule).data ?? null;
}

/** The delay of our `wait`; undefined when there is none or it is no delay. */
export function delayOf(actions: unknown): Delay | undefined {
  const [params] = paramsOf(actions, 'wait');
  return params && Delay.safeParse(params.delay).data;
}

/** Is this a transition of ours? It carries its chance and its order, and stays whatever stands before it. */
export function isOwnTransition(config: Json, origin: Origin): boolean {
  return origin === 'ours' && ['transition', 'leave'].includes(ownMetaOf(config)?.kind ?? '');
}
