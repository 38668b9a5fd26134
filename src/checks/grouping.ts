import { listUnder } from '../map/basics';
import { applyEdit, type Edit, inTurn } from '../map/edits';
import type { JourneyMap } from '../map/schema';
import type { CheckOptions } from './checkRule';
import type { GroupFix, Problem, ProblemGroup } from './problem';
import { fixFor, problems } from './problems';
import { RULES } from './registry';

/** The fix that mends each place of a group in its own way. */
export const ALL_PLACES = 'all';

/** What the checker finds in a map, findings of one cause as one: what is shown and counted. */
export function problemGroups(map: JourneyMap, options: CheckOptions): ProblemGroup[] {
  return byCause(problems(map, options));
}

/**
 * Findings of one cause as one, in the order of the first of each. The gravest leads; of a part of the map that
 * nobody comes to, the touchpoint where it begins.
 */
export function byCause(found: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of found) {
    listUnder(groups, problem.cause, problem);
  }
  return Array.from(groups.values(), (members) => {
    const [first] = members as [Problem, ...Problem[]];
    const isBegin = ({ rule, cause, target }: Problem) =>
      rule === first.rule && target !== null && cause === `${rule}:${target.id}`;
    const lead = members.find(isBegin) ?? first;
    const places = [lead, ...members.filter((member) => member !== lead)] as const;
    return { ...lead, fixes: fixesOf(places), places };
  });
}

/** The fixes of a group: those of its lead, made at every place of its rule where that makes sense. */
function fixesOf(members: readonly [Problem, ...Problem[]]): readonly GroupFix[] {
  const [lead] = members;
  const alike = members.filter(({ rule }) => rule === lead.rule);
  const everywhere = RULES[lead.rule].everywhere ?? [];
  const offers = new Map<string, GroupFix>();
  for (const { fixes } of alike) {
    for (const fix of fixes) {
      const known = offers.get(fix.id);
      if (known && everywhere.includes(fix.id)) {
        offers.set(fix.id, { ...known, count: known.count + 1 });
      } else if (!known && (everywhere.includes(fix.id) || fixes === lead.fixes)) {
        offers.set(fix.id, { ...fix, count: 1 });
      }
    }
  }
  const fixes = [...offers.values()];
  if (fixes.filter(({ id }) => everywhere.includes(id)).length < 2 || alike.length < 2)
    return fixes;
  const all = { id: 'check.fix.all', values: { count: alike.length } } as const;
  return [{ id: ALL_PLACES, message: all, count: 1 }, ...fixes];
}

/** The edit behind a fix of a group, worked out on the map as it is now, one place after the other; null when nothing is left to mend. */
export function fixForGroup(
  map: JourneyMap,
  group: ProblemGroup,
  fixId: string,
  options: CheckOptions,
): Edit | null {
  const everywhere = RULES[group.rule].everywhere ?? [];
  if (fixId !== ALL_PLACES && !everywhere.includes(fixId)) {
    return fixFor(map, group, fixId, options);
  }
  const edits: Edit[] = [];
  let now = map;
  for (const place of group.places) {
    const own = place.fixes.find(({ id }) =>
      fixId === ALL_PLACES ? everywhere.includes(id) : id === fixId,
    );
    const edit = own && place.rule === group.rule && fixFor(now, place, own.id, options);
    if (!edit) continue;
    edits.push(edit);
    now = applyEdit(now, edit).map;
  }
  return edits.length === 0 ? null : inTurn(...edits);
}
