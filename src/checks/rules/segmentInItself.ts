import { changeRecord } from '../../map/edits';
import { inOrder } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import { type CheckRule, targetOf } from '../checkRule';
import { findingName, target } from '../names';
import { clausesOf, withoutClauses } from '../rulesOf';

/** A segment whose rule leads back to itself: that membership is never true. */
export const segmentInItself: CheckRule = {
  id: 'segment-in-itself',
  severity: 'error',
  *check({ map }) {
    const leadsOn = segmentsNamed(map);
    for (const [id] of inOrder(map.segments)) {
      if (!reaches(id, id, leadsOn)) continue;
      yield {
        target: target('segments', id),
        values: { name: findingName(map, 'segments', id) },
        fixes: ['remove'],
      };
    }
  },
  fixes: {
    remove({ map }, problem) {
      const id = targetOf(map, problem, 'segments');
      if (id === null) return null;
      const leadsOn = segmentsNamed(map);
      return changeRecord('segments', id, (segment) => {
        segment.rule = withoutClauses(
          segment.rule,
          (clause) =>
            clause.kind === 'segment' &&
            (clause.segment === id || reaches(clause.segment, id, leadsOn)),
        ) ?? { kind: 'everyone', not: false };
      });
    },
  },
};

type Named = ReadonlyMap<string, readonly string[]>;

function segmentsNamed(map: JourneyMap): Named {
  return new Map(
    Object.entries(map.segments).map(([id, { rule }]) => [
      id,
      clausesOf(rule).flatMap((clause) => (clause.kind === 'segment' ? clause.segment : [])),
    ]),
  );
}

function reaches(from: string, to: string, named: Named): boolean {
  const seen = new Set(named.get(from));
  for (const id of seen) for (const next of named.get(id) ?? []) seen.add(next);
  return seen.has(to);
}
