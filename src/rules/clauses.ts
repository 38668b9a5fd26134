import type { Clause, Rule } from '../map/schema';

/** Every clause of a rule, in the order written; those of segments it names are not opened. */
export function clausesOf(rule: Rule): Clause[] {
  return rule.kind === 'group' ? rule.rules.flatMap(clausesOf) : [rule];
}
