import type { AttributeValue } from '../../../map/schema';
import type { Actual } from '../../../rules';
import type { RecordRef } from './reasons';

/** What a situation can remember of a customer. Everything a rule or a price reads, and nothing else. */
export type VariableKind =
  | 'attribute'
  | 'share'
  | 'persona'
  | 'visits'
  | 'passVisits'
  | 'taken'
  | 'passTaken'
  | 'arm'
  | 'contacts'
  | 'age'
  | 'price'
  | 'paid'
  | 'clock'
  | 'days'
  | 'revenue'
  | 'acquired'
  | 'seen';

/** The state of one customer: a number per state variable; `FORGOTTEN` where it can no longer matter. */
export type Memory = number[];
/** What can no longer matter. */
export const FORGOTTEN = -1;
/** An arm that has not been drawn yet. */
export const UNDRAWN = -2;

type ValueTest = (value: Actual) => boolean;

/** One thing that is remembered, and how finely it has to be. */
export interface StateVariable {
  readonly kind: VariableKind;
  readonly id: string;
  /** The first record whose rule reads it. */
  readonly because: RecordRef | null;
  /** Numbers it is compared with. */
  readonly thresholds: Set<number>;
  /** The comparisons of an attribute. */
  readonly tests: ValueTest[];
  /** Is the attribute compared with today? */
  relative: boolean;
  /** Is the attribute compared as text? */
  textual: boolean;
  /** Values of an attribute by the number that stands for them in a memory. */
  readonly values: Actual[];
  readonly numberOf: Map<string, number>;
}

/** The memory rules read from. */
export interface Situation {
  memory: Memory;
}

/** A rule, asked of a situation. */
export type SituationTest = (situation: Situation) => boolean;

/** A compiled rule, and the state variables it reads. */
export interface CompiledRule {
  readonly test: SituationTest;
  readonly reads: readonly number[];
}

/** How the values of an attribute may be distinguished no further than needed. */
export type Coarseness =
  /** Values that pass the same tests are one. */
  | 'by-tests'
  /** Every value counts. */
  | 'none'
  /** Numbers above the highest threshold are one, or below the lowest. */
  | 'above'
  | 'below';

/** The number that stands for a value in a memory. */
export function numberOfValue(
  variable: StateVariable,
  value: AttributeValue | null,
  cut: Coarseness,
): number {
  let kept: Actual = value;
  let key: string;
  if (cut === 'by-tests') key = variable.tests.map((test) => (test(value) ? '1' : '0')).join('');
  else {
    if (typeof value === 'number' && cut !== 'none' && variable.thresholds.size > 0) {
      if (cut === 'above' && value > Math.max(...variable.thresholds)) kept = Infinity;
      if (cut === 'below' && value < Math.min(...variable.thresholds)) kept = -Infinity;
    }
    key = typeof kept === 'number' ? `n${String(kept)}` : JSON.stringify(kept);
  }
  let index = variable.numberOf.get(key);
  if (index === undefined) {
    index = variable.values.length;
    variable.values.push(kept);
    variable.numberOf.set(key, index);
  }
  return index;
}
