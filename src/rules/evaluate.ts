import type { Clause, JourneyMap, Rule, RuleGroup } from '../map/schema';
import { type Actual, testOf } from './clauseTest';
import type { Facts } from './facts';

/** What of a map a rule can refer to. */
export type Segments = Pick<JourneyMap, 'segments'>;

/** Called with a segment whose rule leads back to itself; such a membership is false. */
export type OnCycle = (segment: string) => void;

/** Does the rule hold for a customer, now? A segment that is missing has no members. */
export function holds(rule: Rule, facts: Facts, map: Segments, onCycle?: OnCycle): boolean {
  return ruleHolds(rule, facts, map, [], onCycle);
}

/** Is the customer a member of the segment, now? */
export function isMember(segment: string, facts: Facts, map: Segments, onCycle?: OnCycle): boolean {
  return membership(segment, facts, map, [], onCycle);
}

function ruleHolds(
  rule: Rule,
  facts: Facts,
  map: Segments,
  inside: readonly string[],
  onCycle?: OnCycle,
): boolean {
  if (rule.kind === 'group') {
    const held = rule.rules.map((part) => ruleHolds(part, facts, map, inside, onCycle));
    return groupHolds(rule.match, held) !== rule.not;
  }
  const actual =
    rule.kind === 'segment'
      ? membership(rule.segment, facts, map, inside, onCycle)
      : actualOf(rule, facts);
  return testOf(rule)(actual, facts.today) !== rule.not;
}

function membership(
  segment: string,
  facts: Facts,
  map: Segments,
  inside: readonly string[],
  onCycle?: OnCycle,
): boolean {
  if (inside.includes(segment)) {
    onCycle?.(segment);
    return false;
  }
  if (!Object.hasOwn(map.segments, segment)) return false;
  const rule = map.segments[segment]?.rule;
  return rule !== undefined && ruleHolds(rule, facts, map, [...inside, segment], onCycle);
}

/** An empty `all` or `none` holds, an empty `any` or `one` does not. */
export function groupHolds(match: RuleGroup['match'], held: readonly boolean[]): boolean {
  switch (match) {
    case 'all':
      return held.every(Boolean);
    case 'any':
      return held.some(Boolean);
    case 'none':
      return !held.some(Boolean);
    case 'one':
      return held.filter(Boolean).length === 1;
  }
}

/** What a clause reads of the customer; memberships are the caller's to find out. */
export function actualOf(clause: Exclude<Clause, { kind: 'segment' }>, facts: Facts): Actual {
  switch (clause.kind) {
    case 'attribute':
      return facts.attribute(clause.attribute);
    case 'visits':
      return facts.visits(clause.touchpoint, clause.scope);
    case 'taken':
      return facts.taken(clause.transition, clause.scope);
    case 'contacts':
      return facts.contacts(clause.campaign);
    case 'arm':
      return facts.arm(clause.campaign);
    case 'days':
      return facts.days;
    case 'revenue':
      return facts.revenue;
    case 'today':
      return facts.today;
    case 'everyone':
      return null;
    case 'persona':
      return facts.persona;
    case 'share':
      return facts.shareDraw(clause.id);
  }
}
