import { inOrder } from '../../map/records';
import { brokenSegments, personaJudge, satisfiable } from '../../rules';
import type { CheckRule } from '../checkRule';
import { SEARCH_STEPS } from '../flow';
import { findingName, target } from '../names';

/** None of the personas can ever come to satisfy the segment's rule: it will stay empty. */
export const segmentWithoutPersonas: CheckRule = {
  id: 'segment-without-personas',
  severity: 'warning',
  *check({ map }) {
    const budget = { steps: SEARCH_STEPS };
    const judges = inOrder(map.personas)
      .filter(([, { share }]) => share > 0)
      .map(([id]) => personaJudge(id, map));
    if (judges.length === 0) return;
    const broken = brokenSegments(map);
    for (const [id, { rule }] of inOrder(map.segments)) {
      // What names something that is gone is reported as such.
      if (broken.has(id)) continue;
      if (judges.some((judge) => judge(rule, budget) !== 'no')) continue;
      // What nobody at all can satisfy is reported as a contradiction.
      if (satisfiable(rule, map, budget) === 'no') continue;
      yield {
        target: target('segments', id),
        values: { name: findingName(map, 'segments', id), count: judges.length },
        cause: 'segment-without-personas',
      };
    }
  },
};
