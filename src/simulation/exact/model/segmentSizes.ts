import { clausesOf, segmentGraphOf, type Segments } from '../../../rules';
import { NotExact } from './reasons';

/** Clauses of one segment's rule with those of all the segments it names, written out. */
const MOST_CLAUSES = 5_000;
/** Segments that name segments that name segments … */
const DEEPEST = 200;

/**
 * A situation has no cache of memberships as a walking customer has: it reads the rules of named
 * segments each time. @throws {NotExact} where those are too many.
 */
export function requireShortSegments(map: Segments): void {
  const graph = segmentGraphOf(map);
  const sizes = new Map<string, { readonly clauses: number; readonly depth: number }>();
  for (const id of graph.order) {
    let clauses = 0;
    let depth = 1;
    for (const clause of clausesOf(map.segments[id]!.rule)) {
      const named = clause.kind === 'segment' && graph.isRead(id, clause.segment);
      const size = named ? sizes.get(clause.segment) : undefined;
      clauses += size?.clauses ?? 1;
      depth = Math.max(depth, (size?.depth ?? 0) + 1);
    }
    if (clauses > MOST_CLAUSES || depth > DEEPEST) {
      throw new NotExact('too-many-segments', { collection: 'segments', id }, { count: clauses });
    }
    sizes.set(id, { clauses, depth });
  }
}
