import { elided } from '../language';
import type { JourneyMap, Rule, RuleGroup } from '../map/schema';
import { describeClause } from './describeClause';
import type { FormatMessage, Wording } from './describeWording';

export type { FormatMessage } from './describeWording';

/** Longest text of a chip on the canvas. */
const CHIP = 40;

/** The rule in words, e.g. `“Age” is at least 55 and (“Plan” is “Light” or “Plan” is “Full”)`. */
export function describeRule(
  rule: Rule,
  map: JourneyMap,
  format: FormatMessage,
  date: Wording['date'] = (text) => text,
): string {
  return describe(rule, { map, format, date }, false);
}

/** The same in at most 40 characters, elided at the end. */
export function describeRuleShort(
  rule: Rule,
  map: JourneyMap,
  format: FormatMessage,
  date?: Wording['date'],
): string {
  return elided(describeRule(rule, map, format, date), CHIP);
}

function describe(rule: Rule, wording: Wording, isInside: boolean): string {
  if (rule.kind !== 'group') return describeClause(rule, wording);
  const { format } = wording;
  const [only] = rule.rules;
  const isAlone = rule.rules.length === 1 && rule.match !== 'none' && only !== undefined;
  const text = isAlone ? describe(only, wording, isInside) : describeGroup(rule, wording);
  if (rule.not)
    return format('rule.not', { rule: isAlone ? describe(only, wording, false) : text });
  const needsBrackets = isInside && !isAlone && rule.rules.length > 0;
  return needsBrackets ? format('rule.brackets', { rule: text }) : text;
}

function describeGroup({ match, rules }: RuleGroup, wording: Wording): string {
  const { format } = wording;
  if (rules.length === 0) {
    return format(match === 'all' || match === 'none' ? 'rule.everyone' : 'rule.nobody');
  }
  const parts = rules.map((part) => describe(part, wording, true));
  const list = (join: 'rule.and' | 'rule.or' | 'rule.comma') =>
    parts.reduce((first, second) => format(join, { first, second }));
  switch (match) {
    case 'all':
      return list('rule.and');
    case 'any':
      return list('rule.or');
    case 'none':
      return format('rule.none', { rules: list('rule.comma') });
    case 'one':
      return format('rule.one', { rules: list('rule.comma') });
  }
}
