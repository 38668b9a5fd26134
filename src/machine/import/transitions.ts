import { cut } from '../../language';
import { compareText, freshOrders } from '../../map/records';
import { LIMITS } from '../../map/schema';
import { type Json } from '../../map/shape';
import type { LossLog } from './finding';
import { delayOf, ownMetaOf, roleOf, ruleOf } from './ownMeta';
import { listActions, WRITTEN_OF_TRANSITION } from './losses';
import { type Draft, type ImportContext, shortened, type StateDrafts } from './states';
import { leafOf, listOf, resolveTarget, type StateNode, stringOf } from './tree';
import { type DeclaredTransition, guardOf, firstTargetOf } from './declared';
import { guardName, guardParts } from './guards';
import { listUncarried } from './uncarried';

const MILLISECONDS_PER_DAY = 86_400_000;
/** What a surrounding state declares counts for every step inside: it could multiply without end. */
const MOST_CONSIDERED = 5 * LIMITS.records;

/** A transition's draft with what its siblings need to know. */
interface TransitionDraft extends Draft {
  readonly isNew: boolean;
  readonly isAutomatic: boolean;
  readonly isGuarded: boolean;
}

/** Every transition between touchpoints. */
export function readTransitions(states: StateDrafts, context: ImportContext): Draft[] {
  const { origin, log } = context;
  const told = new Set<DeclaredTransition>();
  const stopped = new Set<DeclaredTransition>();
  const drafts: Draft[] = [];
  let considered = 0;
  for (const [leaf, { draft, takeable }] of states.leaves) {
    const steps: TransitionDraft[] = [];
    for (const transition of takeable) {
      if (!startsAt(draft, transition)) {
        stopped.add(transition);
        continue;
      }
      considered += 1;
      const isFirst = !told.has(transition);
      told.add(transition);
      const step = stepOf(transition, draft, states, context, isFirst);
      const isFull = step !== null && drafts.length + steps.length >= LIMITS.records;
      if (isFull || considered > MOST_CONSIDERED) {
        log.add('too-many', transition.path, LIMITS.records);
        return [...drafts, ...settled(steps, leaf, draft)];
      }
      if (!step) continue;
      if (transition.owner !== leaf && transition.trigger !== 'done' && isFirst) {
        log.add('inherited', transition.path, transition.owner.key || transition.owner.id);
      }
      steps.push(step);
    }
    drafts.push(...settled(steps, leaf, draft));
  }
  if (!log.isCut) listUncarried({ told, stopped, shadowed: states.shadowed }, context);
  if (origin === 'foreign' && drafts.length > 0) log.add('chances', []);
  return drafts;

  /** Chances, order and *otherwise* follow from the siblings where a machine does not say them. */
  function settled(steps: readonly TransitionDraft[], leaf: StateNode, { record }: Draft): Draft[] {
    const isDecision = record.kind === 'decision';
    if (!isDecision && steps.some(({ isAutomatic }) => isAutomatic)) {
      log.add('mixed', leaf.path, leaf.key);
    }
    const allNew = steps.every(({ isNew }) => isNew);
    const base = allNew && steps.length > 0 ? 1 / steps.length : 0;
    const last = steps.at(-1);
    const read = steps.map((step): TransitionDraft => {
      if (!step.isNew) return step;
      if (isDecision) {
        const otherwise = step === last && !step.isGuarded;
        return { ...step, record: { ...step.record, otherwise } };
      }
      if (!allNew) log.add('chances', step.path);
      return { ...step, record: { ...step.record, chance: { base } } };
    });
    return inWrittenOrder(read, isDecision);
  }
}

/** Nothing starts at an outcome, and a decision never waits, so it never receives an event. */
function startsAt({ record }: Draft, { trigger }: DeclaredTransition): boolean {
  return record.kind === 'decision' ? trigger === 'always' : record.kind !== 'outcome';
}

/**
 * Gives new `order` keys where the machine's order is another than the records say: somebody has
 * moved or added a transition. An *otherwise* that others follow is then simply always taken.
 */
function inWrittenOrder(steps: readonly TransitionDraft[], isDecision: boolean): Draft[] {
  const rank = ({ record }: TransitionDraft) => (record.otherwise === true ? 1 : 0);
  const order = ({ record }: TransitionDraft) => stringOf(record.order) || 'a0';
  const sorted = [...steps].sort(
    (a, b) => rank(a) - rank(b) || compareText(order(a), order(b)) || compareText(a.id, b.id),
  );
  const isWritten = sorted.every((step, index) => step === steps[index]);
  if (steps.every(({ isNew }) => !isNew) && (isWritten || !isDecision)) return [...steps];
  const orders = freshOrders(steps.length);
  const lastPlain = steps.findLastIndex((step) => rank(step) === 0);
  return steps.map((step, index) => {
    const otherwise = rank(step) === 1 && !(isDecision && index < lastPlain);
    return { ...step, record: { ...step.record, order: orders[index], otherwise } };
  });
}

function stepOf(
  transition: DeclaredTransition,
  from: Draft,
  states: StateDrafts,
  { tree, origin, version, log, idFor }: ImportContext,
  isFirst: boolean,
): TransitionDraft | null {
  const { config, path, owner, trigger } = transition;
  const own = origin === 'ours' ? ownMetaOf(config) : null;
  const isOurs = own?.kind === 'transition';
  // Dropping off needs no transition in a map.
  if (own?.kind === 'leave') return null;
  const say: typeof log.add = (...finding) => {
    if (isFirst) log.add(...finding);
  };
  const when = ruleOf(config.guard, origin);
  const guard = guardOf(config);
  if (guard !== undefined && !when) {
    for (const { name, isPlace } of guardParts(guard)) {
      if (isPlace) say('state-guard', [...path, 'in'], name);
      else say('guard', [...path, 'guard'], name);
    }
  }
  if (isFirst) {
    listActions(config.actions, [...path, 'actions'], isOurs, log);
    listTransitionLosses(transition, isOurs, log);
  }
  const targets = listOf(config.target);
  const target = firstTargetOf(config);
  if (targets.length > 1) say('several-targets', [...path, 'target'], targets.length);
  if (target === null) {
    say('no-target', path, transition.name);
    return null;
  }
  const aim = resolveTarget(owner, target, tree);
  const landing = aim && leafOf(aim, tree);
  if (landing && roleOf(landing, origin) === 'left') return null;
  const to = landing && states.leaves.get(landing)?.draft;
  if (!to) {
    say('unknown-target', [...path, 'target'], target);
    return null;
  }
  // Internal in XState 4: where one is already, nothing is entered again.
  if (version === 4 && to.id === from.id && config.reenter === false) {
    say('stays', path, transition.name);
    return null;
  }
  if (trigger === 'event' && transition.name.includes('*')) say('wildcard', path, transition.name);
  const ends = { from: from.id, to: to.id };
  const nature = { isAutomatic: trigger === 'always', isGuarded: guard !== undefined };
  const delay = trigger === 'after' ? afterOf() : delayOf(config.actions);
  const timed = delay && { delay };
  if (isOurs) {
    const label = stringOf(config.description);
    const record = { ...own.record, ...ends, label, when, ...timed };
    return { id: idFor('transitions', own.id, path), path, record, isNew: false, ...nature };
  }
  const record = { ...ends, label: labelOf(transition), when, ...timed };
  return { id: idFor('transitions', null, path), path, record, isNew: true, ...nature };

  function afterOf() {
    const days = Number(transition.name) / MILLISECONDS_PER_DAY;
    if (Number.isFinite(days) && days >= 0 && days <= 1e6) {
      return { family: 'constant', value: days };
    }
    say('delay', path, transition.name);
    return undefined;
  }
}

const CARRIED: ReadonlySet<string> = new Set(['target', 'guard', 'actions', 'reenter']);

/** Fields of a transition that a map has no place for. */
function listTransitionLosses(
  { config, path, owner, trigger }: DeclaredTransition,
  isOurs: boolean,
  log: LossLog,
): void {
  // An item of a list says itself what it waits for.
  const { on, after } = owner.config;
  const waits =
    trigger === 'after' ? Array.isArray(after) && 'delay' : Array.isArray(on) && 'event';
  for (const key of Object.keys(config)) {
    const isTold =
      CARRIED.has(key) ||
      key === waits ||
      (owner.isSerialised && WRITTEN_OF_TRANSITION.has(key)) ||
      (isOurs && (key === 'meta' || key === 'description'));
    if (!isTold) log.add(key === 'meta' ? 'metadata' : 'unknown-field', [...path, key], key);
  }
}

/** `event [guard]`, as statecharts are drawn. */
function labelOf({ trigger, name, config }: DeclaredTransition): string {
  const event = trigger === 'after' ? `after ${name}` : name;
  const condition = guardOf(config);
  const guard = condition === undefined ? '' : ` [${cut(guardName(condition), 80)}]`;
  return shortened(`${cut(event, 100)}${guard}`.trim());
}

/** An entry before a step one cannot begin at, or the step itself as the entry. */
export function entryAt(
  step: Draft,
  idFor: ImportContext['idFor'],
): { touchpoint: Draft; transition?: Draft } {
  const { record, path } = step;
  if (record.kind === 'touchpoint') {
    return { touchpoint: { ...step, record: { ...record, kind: 'entry' } } };
  }
  const id = idFor('touchpoints', null, path);
  const entry: Json = { kind: 'entry', name: 'Start', stage: record.stage ?? null };
  const transition: Json = { from: id, to: step.id, chance: { base: 1 } };
  return {
    touchpoint: { id, path, record: entry },
    transition: { id: idFor('transitions', null, path), path, record: transition },
  };
}
