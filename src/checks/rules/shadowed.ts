import { changeRecord, removeRecords, splitByChance } from '../../map/edits';
import type { RecordEntry } from '../../map/records';
import type { JourneyMap, Transition } from '../../map/schema';
import { type Budget, canHoldTogether, satisfiable, type Wanted } from '../../rules';
import { type CheckRule, targetIdIn } from '../checkRule';
import { SEARCH_STEPS } from '../flow';
import type { CheckContext } from '../context';
import { findingName, target } from '../names';
import type { Problem } from '../problem';
import { hasChances } from './decisionWithChances';

/** Earlier transitions of one decision that are looked at together. */
const MOST_EARLIER = 20;

/** A decision takes the first rule that holds; a customer who fits this one has left by another before. */
export const shadowed: CheckRule = {
  id: 'shadowed',
  severity: 'warning',
  *check({ held: context }) {
    const { map, touchpoints, outOf } = context;
    const budget = { steps: SEARCH_STEPS };
    for (const [id, { kind }] of touchpoints) {
      if (kind !== 'decision') continue;
      // Chances explain why nothing has a rule, and are a finding of their own.
      const isExplained = hasChances(context, id);
      const earlier: RecordEntry<Transition>[] = [];
      const catchAll = catchAllOf(outOf(id));
      for (const entry of outOf(id)) {
        const by = entry[1].otherwise
          ? catchAll
          : shadowOf(entry, earlier.slice(-MOST_EARLIER), map, budget);
        if (!entry[1].otherwise) earlier.push(entry);
        const isByEverybody = by !== undefined && by === catchAll;
        if (!by || (isByEverybody && isExplained)) continue;
        yield {
          target: target('transitions', entry[0]),
          ...(isByEverybody && { variant: 'everybody' }),
          values: {
            name: findingName(map, 'transitions', entry[0]),
            earlier: findingName(map, 'transitions', by[0]),
          },
          also: [target('transitions', by[0])],
          fixes: [...(isByEverybody ? readingsOf(outOf(id), entry) : []), 'remove'],
        };
      }
    }
  },
  fixes: {
    chance(context, problem) {
      const entry = stillShadowed(context, problem);
      return entry ? splitByChance(entry[1].from) : null;
    },
    otherwise(context, problem) {
      const entry = stillShadowed(context, problem);
      const by = entry && catchAllOf(context.outOf(entry[1].from));
      return by ? changeRecord('transitions', by[0], { otherwise: true }) : null;
    },
    remove({ map }, problem) {
      const id = targetIdIn(map, problem, 'transitions');
      return id === null ? null : removeRecords([target('transitions', id)]);
    },
  },
};

type Entries = readonly RecordEntry<Transition>[];

/** The transition that takes everybody who comes to it. */
function catchAllOf(transitions: Entries): RecordEntry<Transition> | undefined {
  return transitions.find(([, { otherwise, when }]) => !otherwise && when === null);
}

/**
 * What may be meant by a transition behind one that takes everybody: that one is the *otherwise* of rules, or where
 * nothing has a rule, people are to be split.
 */
function readingsOf(transitions: Entries, [, { when }]: RecordEntry<Transition>): string[] {
  if (transitions.every(([, each]) => each.when === null)) return ['chance'];
  return when !== null && !transitions.some(([, { otherwise }]) => otherwise) ? ['otherwise'] : [];
}

/** The finding's transition while it still stands behind one that takes everybody out of a decision. */
function stillShadowed(
  { map, outOf }: CheckContext,
  problem: Problem,
): RecordEntry<Transition> | null {
  const id = targetIdIn(map, problem, 'transitions');
  const transition = id === null ? undefined : map.transitions[id];
  if (id === null || !transition || map.touchpoints[transition.from]?.kind !== 'decision')
    return null;
  const by = catchAllOf(outOf(transition.from));
  return by && by[0] !== id ? [id, transition] : null;
}

/** The last of the earlier transitions when together they leave nobody for this one. */
function shadowOf(
  [, { when }]: RecordEntry<Transition>,
  earlier: readonly RecordEntry<Transition>[],
  map: JourneyMap,
  budget: Budget,
): RecordEntry<Transition> | undefined {
  const catchAll = earlier.find(([, transition]) => transition.when === null);
  if (catchAll || earlier.length === 0) return catchAll;
  const own: Wanted[] = when === null ? [] : [{ rule: when, holds: true }];
  const others = earlier.flatMap(([, transition]): Wanted[] =>
    transition.when === null ? [] : [{ rule: transition.when, holds: false }],
  );
  // A rule that contradicts itself is reported as such. Two transitions that share everybody out
  // between them are no mistake for a third without a rule: it is their *otherwise*.
  if (when === null || satisfiable(when, map, budget) === 'no') return undefined;
  return canHoldTogether([...own, ...others], map, budget) === 'no' ? earlier.at(-1) : undefined;
}
