import { current, isDraft } from 'mutative';
import {
  baseRestOf,
  chancesAreEven,
  chancesAreWritten,
  evenShares,
  outgoing,
  outgoingOf,
  restOf,
  tidyChance,
} from '../records';
import type { RecordEntry } from '../records';
import type { JourneyMap, Transition } from '../schema';
import type { Edit } from './applyEdit';
import { recordIn } from './records';

/**
 * Has a touchpoint decide by the rules of its transitions. Chances have no meaning there and are taken out. Where no
 * transition is *otherwise* yet, the last one without a rule becomes it, so that every rule is asked first.
 */
export function decideByRule(touchpoint: string): Edit {
  return (map) => {
    recordIn(map, 'touchpoints', touchpoint).kind = 'decision';
    const transitions = outgoingOf(map, touchpoint);
    const last = transitions.findLast(([, { when }]) => when === null);
    if (last && !transitions.some(([, { otherwise }]) => otherwise)) {
      recordIn(map, 'transitions', last[0]).otherwise = true;
    }
    for (const [id] of transitions) {
      const { chance } = recordIn(map, 'transitions', id);
      chance.base = 0;
      chance.bySegment = {};
    }
  };
}

/**
 * Has a decision split by the chances of its transitions: it becomes a touchpoint, and keeps all the rest. Where
 * nobody has written a chance yet, all get the same.
 */
export function splitByChance(decision: string): Edit {
  return (map) => {
    const isWritten = chancesAreWritten(outgoingOf(map, decision));
    recordIn(map, 'touchpoints', decision).kind = 'touchpoint';
    if (!isWritten) shareEqually(decision)(map);
  };
}

/**
 * Gives the transitions without a rule the same share each of what those with a rule leave. One marked *otherwise*
 * takes as much as each of the others without a chance of its own.
 */
export function shareEqually(touchpoint: string): Edit {
  return (map) => {
    const { ruled, free, takers } = sharersOf(outgoingOf(map, touchpoint));
    const shares = evenShares(baseRestOf(ruled), takers);
    for (const [index, [id]] of free.entries()) {
      recordIn(map, 'transitions', id).chance.base = shares[index] ?? 0;
    }
  };
}

/** Can chances out of a touchpoint be shared equally, that is among two at least? */
export function canShareEqually(transitions: readonly RecordEntry<Transition>[]): boolean {
  const { free, takers } = sharersOf(transitions);
  return free.length > 0 && takers > 1;
}

function sharersOf(transitions: readonly RecordEntry<Transition>[]) {
  const plain = transitions.filter(([, { otherwise }]) => !otherwise);
  const ruled = plain.filter(([, { when }]) => when !== null);
  const free = plain.filter(([, { when }]) => when === null);
  return { ruled, free, takers: free.length + (plain.length < transitions.length ? 1 : 0) };
}

/**
 * An edit that removes records. Transitions that shared everybody equally with one that goes share equally again, as
 * drawing it had them do.
 */
export function sharingAgain(edit: Edit): Edit {
  return (map) => {
    const now = isDraft(map) ? current(map) : map;
    const groups = [...outgoing(now)].filter(
      ([from, each]) =>
        each.length > 1 && now.touchpoints[from]?.kind !== 'decision' && chancesAreEven(each),
    );
    edit(map);
    for (const [, group] of groups) {
      const left = group.filter(([id]) => Object.hasOwn(map.transitions, id));
      if (left.length === group.length) continue;
      const shares = evenShares(1, left.length);
      for (const [index, [id]] of left.entries()) {
        recordIn(map, 'transitions', id).chance.base = shares[index] ?? 0;
      }
    }
  };
}

/** Gives a transition what the chances of the others leave of 1. */
export function takeRest(transition: string): Edit {
  return (map) => {
    const record = recordIn(map, 'transitions', transition);
    record.chance.base = chanceWithRest(map, transition);
  };
}

/** What a transition's chance is once it takes the rest. */
export function chanceWithRest(map: JourneyMap, transition: string): number {
  const { from } = recordIn(map, 'transitions', transition);
  const others = outgoingOf(map, from).filter(
    ([id, { otherwise }]) => id !== transition && !otherwise,
  );
  return tidyChance(restOf(others.reduce((sum, [, { chance }]) => sum + chance.base, 0)));
}
