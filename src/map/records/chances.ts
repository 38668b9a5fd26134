import { within } from '../basics';
import type { Transition } from '../schema';
import type { RecordEntry } from './order';

/** Sums of chances that differ by less are equal, so that 0.1 + 0.2 + 0.7 is 1. */
const TOLERANCE = 1e-9;

/** What a sum of chances leaves of 1. Rounding errors, and sums above 1, leave 0. */
export function restOf(sum: number): number {
  const rest = 1 - sum;
  return rest > TOLERANCE ? rest : 0;
}

/** Does a sum of chances exceed 1 by more than a rounding error? */
export function exceedsOne(sum: number): boolean {
  return sum > 1 + TOLERANCE;
}

/** A chance as it is written into a map: nine digits, so that 1 − 0.9 is 0.1. */
export function tidyChance(chance: number): number {
  return Math.round(within(chance, 0, 1) * 1e9) / 1e9;
}

/**
 * What the base chances of transitions leave of 1, as a tidy chance. A transition marked *otherwise*
 * has no chance of its own.
 */
export function baseRestOf(transitions: readonly RecordEntry<Transition>[]): number {
  const sum = transitions.reduce(
    (total, [, { chance, otherwise }]) => total + (otherwise ? 0 : chance.base),
    0,
  );
  return tidyChance(restOf(sum));
}

/** The share that drops off by the base chances of a touchpoint's transitions: 0 where one is marked *otherwise*. */
export function baseDropOffOf(transitions: readonly RecordEntry<Transition>[]): number {
  return transitions.some(([, { otherwise }]) => otherwise) ? 0 : baseRestOf(transitions);
}

/**
 * Has somebody written chances out of a touchpoint? A transition that is drawn has what the others leave, 1 or 0, and
 * says nothing about anybody's mind.
 */
export function chancesAreWritten(transitions: readonly RecordEntry<Transition>[]): boolean {
  return transitions.some(
    ([, { otherwise, chance }]) =>
      !otherwise &&
      ((chance.base > 0 && chance.base < 1) || Object.keys(chance.bySegment).length > 0),
  );
}

/** A share divided into equal parts of whole hundredths of a percent, so that they sum to it: 33.33, 33.34, 33.33%. */
export function evenShares(whole: number, count: number): number[] {
  const upTo = (parts: number) => Math.round((whole * parts * 1e4) / count) / 1e4;
  return Array.from({ length: count }, (_, index) =>
    tidyChance((index === count - 1 ? whole : upTo(index + 1)) - upTo(index)),
  );
}

/**
 * Are the chances those that drawing transitions gives by itself: equal shares of everybody, without rules, segments or
 * an *otherwise*? A map does not keep who set a chance, so somebody who typed equal shares is read the same way.
 */
export function chancesAreEven(transitions: readonly RecordEntry<Transition>[]): boolean {
  const shares = evenShares(1, transitions.length);
  return transitions.every(
    ([, { otherwise, when, chance }], index) =>
      !otherwise &&
      when === null &&
      chance.base === shares[index] &&
      Object.keys(chance.bySegment).length === 0,
  );
}

/**
 * The transition of a decision that takes everybody from others, because it has no rule and others come later or are
 * *otherwise*. The last of all without a rule is their *otherwise*, and takes nobody from anybody.
 */
export function takingEverybody(
  transitions: readonly RecordEntry<Transition>[],
): RecordEntry<Transition> | null {
  const at = transitions.findIndex(([, { otherwise, when }]) => !otherwise && when === null);
  const found = transitions[at];
  const hasOtherwise = transitions.some(([, { otherwise }]) => otherwise);
  return found && (at < transitions.length - 1 || hasOtherwise) ? found : null;
}
