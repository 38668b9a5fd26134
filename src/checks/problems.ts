import type { Edit } from '../map/edits';
import type { JourneyMap } from '../map/schema';
import { type CheckOptions, toProblem } from './checkRule';
import { contextOf } from './context';
import { type Problem, RULE_IDS, SEVERITIES } from './problem';
import { RULES } from './registry';

/**
 * Everything the checker finds in a map: errors first, then warnings, then hints, within each in
 * the order of the rules and of the journey. Pure, and linear in the size of the map.
 */
export function problems(map: JourneyMap, { today }: CheckOptions): Problem[] {
  const context = contextOf(map, today);
  const found = RULE_IDS.flatMap((id) =>
    Array.from(RULES[id].check(context), (finding) => toProblem(RULES[id], finding)),
  );
  return SEVERITIES.flatMap((severity) => found.filter((problem) => problem.severity === severity));
}

/**
 * The edit behind one of a problem's fixes, worked out on the map as it is now; null when the
 * problem is no longer there in a shape the fix understands.
 */
export function fixFor(
  map: JourneyMap,
  problem: Problem,
  fixId: string,
  { today }: CheckOptions,
): Edit | null {
  const fixes = RULES[problem.rule].fixes ?? {};
  if (!Object.hasOwn(fixes, fixId)) return null;
  return fixes[fixId]?.(contextOf(map, today), problem) ?? null;
}
