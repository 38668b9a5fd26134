import { inOrder } from '../../../map/records';
import type { JourneyMap, Rule } from '../../../map/schema';
import type { ExactModel } from './types';
import type { StateVariables } from './stateVariables';

/** Segments that only read what a customer brings along and nothing changes. */
export function settled(map: JourneyMap, variables: StateVariables): ExactModel['fixedSegments'] {
  const changing = new Set(
    Object.values(map.touchpoints).flatMap(({ effects }) =>
      Object.values(effects).map(({ attribute }) => attribute),
    ),
  );
  const isBroughtAlong = (rule: Rule, inside: readonly string[]): boolean => {
    switch (rule.kind) {
      case 'group':
        return rule.rules.every((part) => isBroughtAlong(part, inside));
      case 'attribute':
        return !changing.has(rule.attribute) && !['date', 'age', 'period'].includes(rule.test);
      case 'segment': {
        const segment = Object.hasOwn(map.segments, rule.segment) && map.segments[rule.segment];
        if (!segment || inside.includes(rule.segment)) return true;
        return isBroughtAlong(segment.rule, [...inside, rule.segment]);
      }
      case 'everyone':
      case 'persona':
      case 'share':
        return true;
      default:
        return false;
    }
  };
  return inOrder(map.segments)
    .filter(([id, { rule }]) => isBroughtAlong(rule, [id]))
    .map(([id]) => ({ id, rule: variables.segment(id) }));
}
