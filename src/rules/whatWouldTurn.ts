import type { ExplainedClause, Explanation } from './explain';

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
