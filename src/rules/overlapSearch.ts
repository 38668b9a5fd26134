import type { JourneyMap, Rule } from '../map/schema';
import { testOf } from './clauseTest';
import { candidates } from './overlapCandidates';
import type { Domains } from './overlapDomains';
import type { Literal, TestedClause } from './overlapLiterals';
import { segmentGraphOf } from './segmentGraph';

/** `no` is a proof; `unknown` is neither. */
export type OverlapVerdict = 'yes' | 'no' | 'unknown';

/** A rule and whether it must hold or fail. */
export interface Wanted {
  readonly rule: Rule;
  readonly holds: boolean;
}

/** Steps that several searches may take together, counted down; each has its own limit besides. */
export interface Budget {
  steps: number;
}

/** Enough for every rule people write; one that needs more gives `unknown`. */
const STEPS = 5_000;
/** Choices within choices; each of them is a call within a call. */
const DEEPEST = 500;

interface Pending extends Wanted {
  /** The segment whose rule this one stands in. */
  readonly within: string | null;
}

type Scope = Pick<JourneyMap, 'segments' | 'attributes'>;

/** What a clause is about; clauses about different things do not exclude each other. */
function subjectOf(clause: TestedClause): string {
  switch (clause.kind) {
    case 'attribute':
      return `attribute ${clause.attribute}`;
    case 'visits':
      return `visits ${clause.scope} ${clause.touchpoint}`;
    case 'taken':
      return `taken ${clause.scope} ${clause.transition}`;
    case 'contacts':
      return `contacts ${clause.campaign}`;
    case 'arm':
      return `arm ${clause.campaign}`;
    case 'share':
      return `share ${clause.id}`;
    case 'days':
    case 'revenue':
    case 'today':
    case 'persona':
      return clause.kind;
  }
}

/**
 * Looks for one way to make every wanted rule come out as wanted: groups are opened, a choice
 * between parts is tried part by part, and the clauses found are compared subject by subject.
 */
export function search(
  wanted: readonly Wanted[],
  map: Scope,
  domains: Domains,
  budget: Budget = { steps: STEPS },
): OverlapVerdict {
  const least = Math.max(0, budget.steps - STEPS);
  const graph = segmentGraphOf(map);
  let depth = 0;
  return open(
    wanted.map((one) => ({ ...one, within: null })),
    new Map(),
  );

  function open(
    start: readonly Pending[],
    known: ReadonlyMap<string, readonly Literal[]>,
  ): OverlapVerdict {
    const pending = [...start];
    const literals = new Map(known);
    let isSure = true;
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (budget.steps <= least) return 'unknown';
      budget.steps -= 1;
      const { rule, within } = next;
      const holds = next.holds !== rule.not;
      if (rule.kind === 'group') {
        const ways = waysTo(rule.match, rule.rules.length, holds);
        if (ways.length !== 1) {
          if (depth >= DEEPEST) return 'unknown';
          depth += 1;
          const verdict = either(ways, rule.rules, within, pending, literals);
          depth -= 1;
          return verdict;
        }
        for (const [part, partHolds] of ways[0] ?? []) {
          const inner = rule.rules[part];
          if (inner) pending.push({ rule: inner, holds: partHolds, within });
        }
      } else if (rule.kind === 'everyone') {
        if (!holds) return 'no';
      } else if (rule.kind === 'segment') {
        const { segment } = rule;
        const meant = graph.isRead(within, segment) ? map.segments[segment]?.rule : undefined;
        if (meant) pending.push({ rule: meant, holds, within: segment });
        else if (holds) return 'no';
      } else {
        const subject = subjectOf(rule);
        const about = [...(literals.get(subject) ?? []), { clause: rule, holds }];
        literals.set(subject, about);
        if (judge(about) === 'no') return 'no';
      }
    }
    for (const about of literals.values()) isSure &&= judge(about) === 'yes';
    return isSure ? 'yes' : 'unknown';
  }

  function either(
    ways: readonly Way[],
    parts: readonly Rule[],
    within: string | null,
    pending: readonly Pending[],
    literals: ReadonlyMap<string, readonly Literal[]>,
  ): OverlapVerdict {
    let best: OverlapVerdict = 'no';
    for (const way of ways) {
      const chosen = way.flatMap(([part, holds]) => {
        const rule = parts[part];
        return rule ? [{ rule, holds, within }] : [];
      });
      const verdict = open([...pending, ...chosen], literals);
      if (verdict === 'yes') return 'yes';
      if (verdict === 'unknown') best = 'unknown';
      if (budget.steps <= least) return 'unknown';
    }
    return best;
  }

  function judge(literals: readonly Literal[]): OverlapVerdict {
    const { values, complete, today } = candidates(literals, map, domains);
    const fits = values.some((value) =>
      literals.every(
        ({ clause, holds }) =>
          // `not` has already been counted in; a clause about today reads nothing but the day.
          testOf(clause)(value, clause.kind === 'today' ? String(value) : today) === holds,
      ),
    );
    return fits ? 'yes' : complete ? 'no' : 'unknown';
  }
}

/** Parts of a group, each with whether it must hold. */
type Way = readonly (readonly [part: number, holds: boolean])[];

/** All ways in which a group comes to hold or fail; only what each way needs is in it. */
function waysTo(match: 'all' | 'any' | 'none' | 'one', count: number, holds: boolean): Way[] {
  const parts = Array.from({ length: count }, (_, index) => index);
  const every = (value: boolean): Way[] => [parts.map((part) => [part, value] as const)];
  const some = (value: boolean): Way[] => parts.map((part) => [[part, value] as const]);
  switch (match) {
    case 'all':
      return holds ? every(true) : some(false);
    case 'any':
      return holds ? some(true) : every(false);
    case 'none':
      return holds ? every(false) : some(true);
    case 'one':
      if (holds) return parts.map((one) => parts.map((part) => [part, part === one] as const));
      return [
        ...every(false),
        ...parts.flatMap((a) =>
          parts.slice(a + 1).map((b) => [[a, true] as const, [b, true] as const]),
        ),
      ];
  }
}
