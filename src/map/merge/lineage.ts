import { compareText } from '../records';
import { type JourneyMap, LINEAGE_LIMIT } from '../schema';

type Lineage = JourneyMap['lineage'];

/** The pasts of both sides as one, oldest first. */
export function mergeLineage(mine: Lineage, theirs: Lineage): Lineage {
  if (holdsAll(mine, theirs)) return mine;
  if (holdsAll(theirs, mine)) return theirs;
  const known = new Map([...theirs, ...mine].map((ancestor) => [ancestor.revision, ancestor]));
  return [...known.values()]
    .sort((a, b) => compareText(a.at, b.at) || compareText(a.revision, b.revision))
    .slice(-LINEAGE_LIMIT);
}

function holdsAll(lineage: Lineage, part: Lineage): boolean {
  const revisions = new Set(lineage.map(({ revision }) => revision));
  return part.every(({ revision }) => revisions.has(revision));
}
