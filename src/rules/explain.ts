import type { AttributeClause, Clause, Rule, RuleGroup } from '../map/schema';
import { type Actual, lengthOf, resolveDate, testOf } from './clauseTest';
import { actualOf, Evaluation, groupHolds } from './evaluate';
import type { Facts } from './facts';
import { segmentGraphOf, type Segments } from './segmentGraph';

/** The value that would have turned a clause, as near to the actual one as can be computed. */
export type TurningValue =
  | { to: 'value'; value: Exclude<Actual, null> }
  | { to: 'above' | 'below' | 'at-least' | 'at-most'; value: number | string }
  /** Any value but the actual one. */
  | { to: 'other' }
  | { to: 'unset' };

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

/**
 * The fewest clauses that, turned together, would have turned the whole rule. Empty where nothing
 * can: no clause, or a segment that is missing.
 */
export function whatWouldTurn(explanation: Explanation): readonly ExplainedClause[] {
  return turning(explanation) ?? [];
}

type Turning = readonly ExplainedClause[] | null;

function turning(explanation: Explanation): Turning {
  if (explanation.kind === 'clause') {
    if (explanation.clause.kind === 'segment') {
      return explanation.segment && turning(explanation.segment);
    }
    return explanation.clause.kind === 'everyone' ? null : [explanation];
  }
  const { match, not, held, parts } = explanation;
  const wanted = held === not;
  const holding = parts.filter((part) => part.held);
  const failing = parts.filter((part) => !part.held);
  switch (match) {
    case 'all':
      return wanted ? together(failing) : cheapest(parts);
    case 'any':
      return wanted ? cheapest(parts) : together(holding);
    case 'none':
      return wanted ? together(holding) : cheapest(parts);
    case 'one':
      if (!wanted) return cheapest(parts);
      return holding.length === 0 ? cheapest(failing) : allButOne(holding);
  }
}

/** Every one of them has to turn. */
function together(parts: readonly Explanation[]): Turning {
  const turns = parts.map(turning);
  return turns.every((turn) => turn !== null) ? turns.flat() : null;
}

const bySize = (a: Turning, b: Turning) => (a?.length ?? Infinity) - (b?.length ?? Infinity);

function cheapest(parts: readonly Explanation[]): Turning {
  return parts.map(turning).sort(bySize)[0] ?? null;
}

function allButOne(holding: readonly Explanation[]): Turning {
  const turns = holding.map(turning).sort(bySize).slice(0, -1);
  return turns.every((turn) => turn !== null) ? turns.flat() : null;
}

const OTHER: TurningValue = { to: 'other' };

/** `passes` is the bare comparison; `not` does not change which value turns it. */
function turnOf(clause: Clause, actual: Actual, passes: boolean, today: string): TurningValue {
  switch (clause.kind) {
    case 'attribute':
      return attributeTurn(clause, actual, passes, today);
    case 'visits':
    case 'taken':
    case 'contacts':
    case 'days':
    case 'revenue':
      return numberTurn(clause, actual, passes);
    case 'today':
      return clause.yearly ? OTHER : dateTurn(clause, actual, passes, clause.value, clause.to);
    case 'arm':
      return passes ? OTHER : { to: 'value', value: clause.arm };
    case 'persona':
      return passes ? OTHER : { to: 'value', value: clause.persona };
    case 'segment':
      return { to: 'value', value: !passes };
    case 'share':
      return { to: passes ? 'at-least' : 'below', value: clause.share };
    case 'everyone':
      return OTHER;
  }
}

interface NumberComparison {
  operator: Extract<Clause, { kind: 'days' }>['operator'];
  value: number;
  to: number;
}

function numberTurn(
  { operator, value, to }: NumberComparison,
  actual: Actual,
  passes: boolean,
): TurningValue {
  const nearEnd = typeof actual === 'number' && Math.abs(actual - to) < Math.abs(actual - value);
  const [isPositive, name] = operator.startsWith('not-')
    ? [!passes, operator.slice(4)]
    : [passes, operator];
  switch (name) {
    case 'equals':
      return isPositive ? OTHER : { to: 'value', value };
    case 'less':
      return { to: isPositive ? 'at-least' : 'below', value };
    case 'at-most':
      return { to: isPositive ? 'above' : 'at-most', value };
    case 'more':
      return { to: isPositive ? 'at-most' : 'above', value };
    case 'at-least':
      return { to: isPositive ? 'below' : 'at-least', value };
    default:
      if (isPositive) return nearEnd ? { to: 'above', value: to } : { to: 'below', value };
      return nearEnd ? { to: 'at-most', value: to } : { to: 'at-least', value };
  }
}

function dateTurn(
  { operator }: { operator: Extract<Clause, { kind: 'today' }>['operator'] },
  actual: Actual,
  passes: boolean,
  from: string,
  to: string,
): TurningValue {
  switch (operator) {
    case 'before':
      return { to: passes ? 'at-least' : 'below', value: from };
    case 'on-or-before':
      return { to: passes ? 'above' : 'at-most', value: from };
    case 'after':
      return { to: passes ? 'at-most' : 'above', value: from };
    case 'on-or-after':
      return { to: passes ? 'below' : 'at-least', value: from };
    case 'same-day':
      return passes ? OTHER : { to: 'value', value: from };
    case 'between':
    case 'not-between': {
      const isInside = passes === (operator === 'between');
      if (isInside) return { to: 'below', value: from };
      return typeof actual === 'string' && actual > to
        ? { to: 'at-most', value: to }
        : { to: 'at-least', value: from };
    }
  }
}

function attributeTurn(
  clause: AttributeClause,
  actual: Actual,
  passes: boolean,
  today: string,
): TurningValue {
  switch (clause.test) {
    case 'presence':
      return clause.operator === 'is-set' || clause.operator === 'is-not-empty'
        ? { to: passes ? 'unset' : 'other' }
        : { to: passes ? 'other' : 'unset' };
    case 'text': {
      const isPositive = passes !== clause.operator.startsWith('not-');
      const isPattern = clause.operator.endsWith('matches');
      return isPositive || isPattern ? OTHER : { to: 'value', value: clause.value };
    }
    case 'one-of': {
      const first = clause.values[0];
      return passes || first === undefined ? OTHER : { to: 'value', value: first };
    }
    case 'number':
      return numberTurn(clause, actual, passes);
    case 'length':
      return numberTurn(clause, lengthOf(actual), passes);
    case 'boolean':
      return { to: 'value', value: passes ? !clause.value : clause.value };
    case 'date':
      return dateTurn(
        clause,
        actual,
        passes,
        resolveDate(clause.value, today),
        resolveDate(clause.to, today),
      );
    case 'age':
    case 'period':
    case 'list':
      return OTHER;
  }
}
