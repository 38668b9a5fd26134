import type { Clause, Rule, RuleGroup } from '../map/schema';
import type { Actual } from './actual';
import { testOf } from './clauseTest';
import { actualOf, Evaluation, groupHolds } from './evaluate';
import type { Facts } from './facts';
import { segmentGraphOf, type Segments } from './segmentGraph';
import { type TurningValue, turnOf } from './turningValue';

/** A clause with what it came to, and why. */
export interface ExplainedClause {
  readonly kind: 'clause';
  readonly clause: Clause;
  /** Indices from the root of the rule; a segment's rule is its only part, index 0. */
  readonly path: readonly number[];
  /** What the clause read. */
  readonly actual: Actual;
  /** With `not` applied. */
  readonly held: boolean;
  readonly turn: TurningValue;
  /**
   * For a segment clause: why they are a member or are not; null where the segment refers to itself, is missing, or
   * stands beyond what anybody could read.
   */
  readonly segment: Explanation | null;
}

/** A group with what its parts came to. */
export interface ExplainedGroup {
  readonly kind: 'group';
  readonly match: RuleGroup['match'];
  readonly not: boolean;
  readonly path: readonly number[];
  readonly held: boolean;
  readonly parts: readonly Explanation[];
}

/** Why a rule holds or does not: the rule's own tree with what each clause read. */
export type Explanation = ExplainedClause | ExplainedGroup;

/** Most clauses that an explanation lists: segments that name one another could make it endless. */
const MOST_CLAUSES = 2_000;

/** Groups and segments inside one another that it goes down into. */
const DEEPEST = 200;

/**
 * Reads a rule for one customer and says of each clause what it read and whether it held. Past 2,000 clauses or 200
 * levels the segments within are not opened.
 */
export function explain(rule: Rule, facts: Facts, map: Segments): Explanation {
  const evaluation = new Evaluation(facts, map);
  const graph = segmentGraphOf(map);
  let told = 0;
  return explainRule(rule, [], null);

  function explainRule(part: Rule, path: readonly number[], within: string | null): Explanation {
    if (part.kind === 'group') {
      const parts = part.rules.map((inner, index) => explainRule(inner, [...path, index], within));
      const held = groupHolds(
        part.match,
        parts.map((inner) => inner.held),
      );
      const { match, not } = part;
      return { kind: 'group', match, not, path, held: held !== not, parts };
    }
    told += 1;
    const actual =
      part.kind === 'segment' ? evaluation.isMember(part.segment, within) : actualOf(part, facts);
    const passes = testOf(part)(actual, facts.today);
    return {
      kind: 'clause',
      clause: part,
      path,
      actual,
      held: passes !== part.not,
      turn: turnOf(part, actual, passes, facts.today),
      segment: part.kind === 'segment' ? explainSegment(part.segment, path, within) : null,
    };
  }

  function explainSegment(id: string, path: readonly number[], within: string | null) {
    const segment = graph.isRead(within, id) ? map.segments[id] : undefined;
    if (!segment || told > MOST_CLAUSES || path.length > DEEPEST) return null;
    return explainRule(segment.rule, [...path, 0], id);
  }
}
