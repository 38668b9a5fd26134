import { perObject } from '../map/memo';
import { stronglyConnected } from '../map/records';
import type { JourneyMap, Rule } from '../map/schema';
import { clausesOf } from './clauses';

/** What of a map a rule can refer to. */
export type Segments = Pick<JourneyMap, 'segments'>;

/** How the segments of a map name one another. */
export interface SegmentGraph {
  /** All segments, those that a rule names before the segment of the rule. */
  readonly order: readonly string[];
  /** Segments whose rule leads back to them. */
  readonly cyclic: ReadonlySet<string>;
  /** The segments whose membership a segment's rule reads, each once. */
  readonly readBy: (segment: string) => readonly string[];
  /**
   * Is what `within`'s rule says of `named` a membership to be read? Not where `named` is missing or
   * leads back to `within`: then nobody is a member.
   */
  readonly isRead: (within: string | null, named: string) => boolean;
}

const NONE: readonly string[] = [];

/** The graph of a map's segments, in linear time; cached for as long as the table lives. */
export function segmentGraphOf({ segments }: Segments): SegmentGraph {
  return ofTable(segments);
}

/** The segments a rule names, each once. */
function segmentsNamedBy(rule: Rule): readonly string[] {
  const named = clausesOf(rule).flatMap((clause) =>
    clause.kind === 'segment' ? clause.segment : [],
  );
  return named.length > 1 ? [...new Set(named)] : named;
}

const ofTable = perObject((segments: JourneyMap['segments']): SegmentGraph => {
  const named = new Map(
    Object.entries(segments).map(([id, { rule }]) => [
      id,
      segmentsNamedBy(rule).filter((other) => Object.hasOwn(segments, other)),
    ]),
  );
  const components = stronglyConnected(named.keys(), (id) => named.get(id) ?? NONE);
  const componentOf = new Map(
    components.flatMap((members, component) => members.map((id) => [id, component] as const)),
  );
  const isRead = (within: string | null, other: string) => {
    const component = componentOf.get(other);
    if (component === undefined) return false;
    return within === null || component !== componentOf.get(within);
  };
  const read = new Map(
    [...named].map(([id, others]) => [id, others.filter((other) => isRead(id, other))]),
  );
  const leadsBack = ([id, others]: readonly [string, readonly string[]]) =>
    others.some((other) => !isRead(id, other));
  return {
    order: components.flat(),
    cyclic: new Set([...named].filter(leadsBack).map(([id]) => id)),
    readBy: (segment) => read.get(segment) ?? NONE,
    isRead,
  };
});
