import type { JourneyMap, Target } from '../map/schema';

/** error: the map cannot mean what it says; warning: probably a mistake; hint: worth a look. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Every rule of the checker, in the order its findings are listed within one severity. */
export const RULE_IDS = [
  'no-entry',
  'unreachable',
  'dead-end',
  'outcome-with-way-out',
  'decision-without-otherwise',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

export type MessageValues = Readonly<Record<string, string | number>>;

/** A text of the message catalogue and what goes into it. */
export interface Message {
  readonly id: string;
  readonly values: MessageValues;
}

/** A repair on offer; `fixFor` turns it into an edit. */
export interface FixOffer {
  readonly id: string;
  readonly message: Message;
}

/** A finding of the map checker. Plain data: it may cross a worker's border or be printed as JSON. */
export interface Problem {
  /** The same for the same finding in the next check, e.g. to keep it dismissed. */
  readonly key: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The record to jump to; null = the map as a whole. */
  readonly target: Target | null;
  /** Other records that take part, e.g. the rest of a cycle. */
  readonly also: readonly Target[];
  readonly message: Message;
  readonly fixes: readonly FixOffer[];
}

/** A change to a map, written on a draft. */
export type Edit = (draft: JourneyMap) => void;
