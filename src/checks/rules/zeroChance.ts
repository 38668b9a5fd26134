import { changeRecord, inTurn, removeRecords } from '../../map/edits';
import { baseDropOffOf, type RecordEntry } from '../../map/records';
import type { Transition } from '../../map/schema';
import { type CheckRule, targetIdIn } from '../checkRule';
import type { CheckContext } from '../context';
import { findingName, target } from '../names';

/** A campaign multiplies chances, so nothing ever lifts a chance of 0. */
export const zeroChance: CheckRule = {
  id: 'zero-chance',
  severity: 'warning',
  *check(context) {
    const { map, transitions } = context;
    const idle = transitions.filter((entry) => isNeverTaken(context, entry));
    if (idle.length === 0) return;
    // Somebody who only draws has no chances yet; one sentence instead of one for each transition.
    if (idle.length > 1 && idle.length === countOfPlain(context)) {
      yield { target: null, variant: 'all', severity: 'hint', fixes: ['even'] };
      return;
    }
    const found = new Map<string, readonly string[]>();
    for (const [id, { from }] of idle) {
      const fixes = found.get(from) ?? fixesAt(context, from);
      found.set(from, fixes);
      yield {
        target: target('transitions', id),
        cause: `zero-chance:${from}`,
        values: { name: findingName(map, 'transitions', id) },
        fixes,
      };
    }
  },
  everywhere: ['remove'],
  fixes: {
    even(context) {
      const idle = context.transitions.filter((entry) => isNeverTaken(context, entry));
      const outgoing = new Map<string, number>();
      for (const [, { from }] of idle) outgoing.set(from, (outgoing.get(from) ?? 0) + 1);
      return inTurn(...idle.map(([id, { from }]) => giveChance(id, 1 / (outgoing.get(from) ?? 1))));
    },
    rest({ map, outOf }, problem) {
      const id = targetIdIn(map, problem, 'transitions');
      const from = id === null ? undefined : map.transitions[id]?.from;
      if (id === null || from === undefined) return null;
      const rest = baseDropOffOf(outOf(from));
      return rest > 0 ? giveChance(id, rest) : null;
    },
    share(context, problem) {
      const id = targetIdIn(context.map, problem, 'transitions');
      const from = id === null ? undefined : context.map.transitions[id]?.from;
      if (from === undefined || !canShare(context, from)) return null;
      const outgoing = context.outOf(from);
      // *Otherwise* has no chance of its own: it keeps as much as each of the others.
      const plain = outgoing.filter(([, { otherwise }]) => !otherwise);
      return inTurn(...plain.map(([transition]) => giveChance(transition, 1 / outgoing.length)));
    },
    remove({ map }, problem) {
      const id = targetIdIn(map, problem, 'transitions');
      return id === null ? null : removeRecords([target('transitions', id)]);
    },
  },
};

/** The fixes for a transition nobody takes out of a touchpoint, the best first. */
function fixesAt(context: CheckContext, from: string): readonly string[] {
  if (baseDropOffOf(context.outOf(from)) > 0) return ['rest', 'remove'];
  return canShare(context, from) ? ['share', 'remove'] : ['remove'];
}

/** Rows of segments were weighed against the chances as they are, so they are left alone. */
function canShare({ outOf }: CheckContext, from: string): boolean {
  return outOf(from).every(([, { chance }]) => Object.keys(chance.bySegment).length === 0);
}

function giveChance(id: string, base: number) {
  return changeRecord('transitions', id, (transition) => {
    transition.chance.base = base;
  });
}

/** Does its chance count, that is: out of a touchpoint or an entry, and not *otherwise*? */
function isPlain({ map }: CheckContext, [, { from, otherwise }]: RecordEntry<Transition>): boolean {
  const kind = map.touchpoints[from]?.kind;
  return !otherwise && (kind === 'touchpoint' || kind === 'entry');
}

function countOfPlain(context: CheckContext): number {
  return context.transitions.filter((entry) => isPlain(context, entry)).length;
}

function isNeverTaken(context: CheckContext, entry: RecordEntry<Transition>): boolean {
  const [id, { chance }] = entry;
  if (!isPlain(context, entry) || chance.base > 0) return false;
  if (Object.values(chance.bySegment).some(({ value }) => value > 0)) return false;
  return !context.overridden.has(id);
}
