import type { Clause, Rule, RuleGroup } from '../map/schema';
import type { Actual } from './actual';
import { testOf } from './clauseTest';
import type { Facts } from './facts';
import { type SegmentGraph, segmentGraphOf, type Segments } from './segmentGraph';

/** Does the rule hold for a customer, now? A segment that is missing has no members. */
export function holds(rule: Rule, facts: Facts, map: Segments): boolean {
  return new Evaluation(facts, map).holds(rule);
}

/** Is the customer a member of the segment, now? */
export function isMember(segment: string, facts: Facts, map: Segments): boolean {
  return new Evaluation(facts, map).isMember(segment);
}

/**
 * Rules read for one customer at one moment. The rule of each segment is read once, after those it
 * names: segments that name segments that name segments cost no more than their number.
 */
export class Evaluation {
  private readonly facts: Facts;
  private readonly map: Segments;
  private readonly graph: SegmentGraph;
  private readonly members = new Map<string, boolean>();

  constructor(facts: Facts, map: Segments) {
    this.facts = facts;
    this.map = map;
    this.graph = segmentGraphOf(map);
  }

  holds(rule: Rule): boolean {
    return this.read(rule, null);
  }

  /** In a rule of `within`, a segment that leads back to `within` has no members. */
  isMember(segment: string, within: string | null = null): boolean {
    if (!this.graph.isRead(within, segment)) return false;
    const pending = [segment];
    for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
      const before = this.members.has(id)
        ? []
        : this.graph.readBy(id).filter((other) => !this.members.has(other));
      if (before.length > 0) pending.push(...before);
      else {
        pending.pop();
        const found = this.map.segments[id];
        if (found && !this.members.has(id)) this.members.set(id, this.read(found.rule, id));
      }
    }
    return this.members.get(segment) ?? false;
  }

  private read(rule: Rule, within: string | null): boolean {
    if (rule.kind === 'group') {
      const held = rule.rules.map((part) => this.read(part, within));
      return groupHolds(rule.match, held) !== rule.not;
    }
    const actual =
      rule.kind === 'segment' ? this.isMember(rule.segment, within) : actualOf(rule, this.facts);
    return testOf(rule)(actual, this.facts.today) !== rule.not;
  }
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
