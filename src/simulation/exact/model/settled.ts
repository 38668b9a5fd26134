import { inOrder } from '../../../map/records';
import type { Clause, JourneyMap } from '../../../map/schema';
import { clausesOf, segmentGraphOf } from '../../../rules';
import type { ExactModel } from './types';
import type { StateVariables } from './stateVariables';

/** Segments that only read what a customer brings along and nothing changes. */
export function settled(map: JourneyMap, variables: StateVariables): ExactModel['fixedSegments'] {
  const changing = new Set(
    Object.values(map.touchpoints).flatMap(({ effects }) =>
      Object.values(effects).map(({ attribute }) => attribute),
    ),
  );
  const graph = segmentGraphOf(map);
  const broughtAlong = new Set<string>();
  const isBroughtAlong = (clause: Clause, within: string): boolean => {
    switch (clause.kind) {
      case 'attribute':
        return !changing.has(clause.attribute) && !['date', 'age', 'period'].includes(clause.test);
      case 'segment':
        return !graph.isRead(within, clause.segment) || broughtAlong.has(clause.segment);
      case 'everyone':
      case 'persona':
      case 'share':
        return true;
      default:
        return false;
    }
  };
  for (const id of graph.order) {
    const clauses = clausesOf(map.segments[id]!.rule);
    if (clauses.every((clause) => isBroughtAlong(clause, id))) broughtAlong.add(id);
  }
  return inOrder(map.segments)
    .filter(([id]) => broughtAlong.has(id))
    .map(([id]) => ({ id, rule: variables.segment(id) }));
}
