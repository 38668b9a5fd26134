import type { Edit } from '../map/edits';
import type { CollectionName, JourneyMap, Target } from '../map/schema';
import type { MessageId } from '../language';
import type { CheckContext } from './context';
import type { ProblemValues, Problem, RuleId, Severity } from './problem';

/** What a rule finds; `toProblem` adds what is the same for all of them. */
export interface Finding {
  readonly target: Target | null;
  /** Distinguishes findings at one record, e.g. by the id of an effect or of the other record. */
  readonly detail?: string;
  readonly severity?: Severity;
  /** `check.<rule>.message.<variant>` instead of `check.<rule>.message`. */
  readonly variant?: string;
  readonly values?: ProblemValues;
  /** The same for findings that go back to one thing, whatever rule finds them: they are shown as one. */
  readonly cause?: string;
  readonly also?: readonly Target[];
  /** Ids of the rule's fixes that apply here, the best first. */
  readonly fixes?: readonly string[];
  /** Further values of the fixes' own labels, e.g. the name of the record to connect. */
  readonly fixValues?: ProblemValues;
}

/** Works out the edit on the map as it is now; null when the problem has gone or changed its shape. */
export type Fixer = (context: CheckContext, problem: Problem) => Edit | null;

/** One rule of the checker. Its texts are `check.<id>.title`, `.help`, `.message` and `.fix.<fix>`. */
export interface CheckRule {
  readonly id: RuleId;
  readonly severity: Severity;
  check(context: CheckContext): Iterable<Finding>;
  readonly fixes?: Readonly<Record<string, Fixer>>;
  /** Ids of the fixes that can be made wherever the same cause is found, in one step. */
  readonly everywhere?: readonly string[];
}

/** What a check depends on besides the map. */
export interface CheckOptions {
  /** The calendar day that staleness is measured on, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A text of a rule. A test proves that the catalogue has every one of them. */
function textOf(rule: RuleId, ...parts: readonly string[]): MessageId {
  return ['check', rule, ...parts].join('.') as MessageId;
}

/** Adds key, texts and defaults; the key is made of rule, target and detail, so two findings need different ones. */
export function toProblem(rule: CheckRule, finding: Finding): Problem {
  const { target, detail, severity, variant, values, cause, also, fixes, fixValues } = finding;
  const place = target === null ? 'map' : `${target.collection}/${target.id}`;
  const key = [rule.id, place, detail ?? ''].join(':');
  return {
    key,
    cause: cause ?? key,
    rule: rule.id,
    severity: severity ?? rule.severity,
    target,
    also: also ?? [],
    message: {
      id: textOf(rule.id, 'message', ...(variant === undefined ? [] : [variant])),
      values: values ?? {},
    },
    fixes: (fixes ?? []).map((id) => ({
      id,
      message: { id: textOf(rule.id, 'fix', id), values: { ...values, ...fixValues } },
    })),
  };
}

/** The `detail` a problem was found with. */
export function detailOf(problem: Problem): string {
  return problem.key.split(':').slice(2).join(':');
}

/** The id of the record a problem points at, if the map still has it. */
export function targetIdIn(
  map: JourneyMap,
  problem: Problem,
  collection: CollectionName,
): string | null {
  const { target } = problem;
  if (target?.collection !== collection) return null;
  return Object.hasOwn(map[collection], target.id) ? target.id : null;
}
