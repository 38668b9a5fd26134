import type { JourneyMap, Rule } from '../../map/schema';

/**
 * Can the rule never change its answer during one walk? Then it is read once per customer. True for
 * rules over attributes no effect touches (but for relative dates), personas, shares and arms.
 */
export function fixedRules(map: JourneyMap): (rule: Rule) => boolean {
  const changing = new Set(
    Object.values(map.touchpoints).flatMap(({ effects }) =>
      Object.values(effects).map(({ attribute }) => attribute),
    ),
  );
  const isFixed = (rule: Rule, inside: readonly string[]): boolean => {
    switch (rule.kind) {
      case 'group':
        return rule.rules.every((part) => isFixed(part, inside));
      case 'attribute':
        return !changing.has(rule.attribute) && !['date', 'age', 'period'].includes(rule.test);
      case 'segment': {
        const segment = Object.hasOwn(map.segments, rule.segment)
          ? map.segments[rule.segment]
          : undefined;
        if (!segment || inside.includes(rule.segment)) return true;
        return isFixed(segment.rule, [...inside, rule.segment]);
      }
      case 'everyone':
      case 'persona':
      case 'share':
      case 'arm':
        return true;
      case 'visits':
      case 'taken':
      case 'contacts':
      case 'days':
      case 'revenue':
      case 'today':
        return false;
    }
  };
  return (rule) => isFixed(rule, []);
}
