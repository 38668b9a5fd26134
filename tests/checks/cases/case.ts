import type { Severity } from '../../../src/checks';
import type { JourneyMap } from '../../../src/map/schema';

/** What a rule finds in a map, without the padding of ids. */
export interface Found {
  readonly severity: Severity;
  /** The record and the detail, as the problem's key has them after the rule: `touchpoints/start:`. */
  readonly key: string;
  /** Which of the rule's texts, where it has several. */
  readonly variant?: string;
  /** What goes into the text. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Other records that take part. */
  readonly also?: readonly string[];
  /** What goes into the labels of fixes beyond the values of the text. */
  readonly labels?: Readonly<Record<string, object>>;
}

/** A map that triggers a rule, one that nearly does, what is found, and what each fix on offer changes. */
export interface Case {
  readonly bad: JourneyMap;
  readonly near: JourneyMap;
  readonly finds: Found;
  /** In the order of the offer; as `changes` lists them. */
  readonly fixes: Readonly<Record<string, readonly string[]>>;
}

/** By the rule's id; after a colon, what is special about the case. */
export type Cases = Readonly<Record<string, Case>>;
