import type { CheckRule } from './checkRule';
import type { RuleId } from './problem';
import { deadEnd } from './rules/deadEnd';
import { decisionWithoutOtherwise } from './rules/decisionWithoutOtherwise';
import { noEntry } from './rules/noEntry';
import { outcomeWithWayOut } from './rules/outcomeWithWayOut';
import { unreachable } from './rules/unreachable';

/** The one list of rules; leaving one out does not compile. */
export const RULES: Readonly<Record<RuleId, CheckRule>> = {
  'no-entry': noEntry,
  unreachable,
  'dead-end': deadEnd,
  'outcome-with-way-out': outcomeWithWayOut,
  'decision-without-otherwise': decisionWithoutOtherwise,
};
