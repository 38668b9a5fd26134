import type { MessageId } from '../language';
import type { Target } from '../map/schema';

/** error: the map cannot mean what it says; warning: probably a mistake; hint: worth a look. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const;
/** One of `SEVERITIES`. */
export type Severity = (typeof SEVERITIES)[number];

/** Every rule of the checker, in the order its findings are listed within one severity. */
export const RULE_IDS = [
  'not-connected',
  'no-entry',
  'no-outcome',
  'entry-weights-zero',
  'unreachable',
  'dead-end',
  'endless',
  'stage-nobody-leaves',
  'outcome-with-transition',
  'chances-over-one',
  'zero-chance',
  'two-otherwise',
  'decision-with-chances',
  'decision-without-otherwise',
  'decision-cycle',
  'duplicate-transition',
  'missing-record',
  'undeclared-attribute',
  'attribute-without-values',
  'wrong-type',
  'choice-not-offered',
  'segment-in-itself',
  'contradiction',
  'shadowed',
  'overlap',
  'segment-without-personas',
  'segment-stale',
  'persona-shares-zero',
  'kpi-unknown-metric',
  'kpi-without-target',
  'kpi-without-data',
  'kpi-warn-beyond-target',
  'campaign-without-touchpoint',
  'campaign-unreachable',
  'campaign-lift-out-of-reach',
  'campaign-contacts-nobody',
  'campaign-collision',
  'scenario-override-nowhere',
  'sub-journey-of-itself',
  'no-name',
  'no-stage',
  'unreviewed',
  'too-large',
] as const;
/** Stable: dismissed findings and the texts of the catalogue go by it. */
export type RuleId = (typeof RULE_IDS)[number];

/** By placeholder of the message. */
export type ProblemValues = Readonly<Record<string, string | number>>;

/** A text of the message catalogue and what goes into it. */
export interface ProblemMessage {
  readonly id: MessageId;
  readonly values: ProblemValues;
}

/** A repair on offer; `fixFor` turns it into an edit. */
export interface FixOffer {
  readonly id: string;
  readonly message: ProblemMessage;
}

/** A finding of the map checker. Plain data: it may cross a worker's border or be printed as JSON. */
export interface Problem {
  /** The same for the same finding in the next check, e.g. to keep it dismissed. */
  readonly key: string;
  /** The same for findings that go back to one thing; its own key where it stands alone. */
  readonly cause: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The record to jump to; null = the map as a whole. */
  readonly target: Target | null;
  /** Other records that take part, e.g. the rest of a cycle. */
  readonly also: readonly Target[];
  readonly message: ProblemMessage;
  readonly fixes: readonly FixOffer[];
}

/** A repair on offer for findings of one cause, and at how many places it is made. */
export interface GroupFix extends FixOffer {
  readonly count: number;
}

/** Findings that go back to one thing: what is said of them is said of the first of its places. */
export interface ProblemGroup extends Problem {
  readonly fixes: readonly GroupFix[];
  /** Each finding by itself, with the fixes of its own; at least one. */
  readonly places: readonly Problem[];
}
