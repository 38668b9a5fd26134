import { inOrder } from '../map/records';
import type { Clause, JourneyMap, Rule, Target } from '../map/schema';
import { target } from './names';

/** Rules in a map: those of segments, and those of transitions. */
export function* rulesOf(map: JourneyMap): Generator<{ target: Target; rule: Rule }> {
  for (const [id, { rule }] of inOrder(map.segments))
    yield { target: target('segments', id), rule };
  for (const [id, { when }] of inOrder(map.transitions)) {
    if (when) yield { target: target('transitions', id), rule: when };
  }
}

/**
 * The rule without some clauses; null when none is left. A group that loses its last clause goes
 * too, because an empty group would hold for everybody.
 */
export function withoutClauses(rule: Rule, drop: (clause: Clause) => boolean): Rule | null {
  if (rule.kind !== 'group') return drop(rule) ? null : rule;
  const rules = rule.rules.flatMap((part) => withoutClauses(part, drop) ?? []);
  return rules.length === 0 && rule.rules.length > 0 ? null : { ...rule, rules };
}

/** Writes a rule back to where it stood; without one it holds for everybody. */
export function putRule(map: JourneyMap, { collection, id }: Target, rule: Rule | null): void {
  if (collection === 'segments' && map.segments[id]) {
    map.segments[id].rule = rule ?? { kind: 'everyone', not: false };
  }
  if (collection === 'transitions' && map.transitions[id]) map.transitions[id].when = rule;
}

/** The rule a target of `rulesOf` stands for. */
export function ruleAt(map: JourneyMap, { collection, id }: Target): Rule | null {
  if (collection === 'segments') return map.segments[id]?.rule ?? null;
  return collection === 'transitions' ? (map.transitions[id]?.when ?? null) : null;
}
