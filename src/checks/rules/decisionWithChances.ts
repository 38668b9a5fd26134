import { decideByRule, splitByChance } from '../../map/edits';
import { chancesAreWritten, takingEverybody } from '../../map/records';
import { type CheckRule, targetIdIn } from '../checkRule';
import type { CheckContext } from '../context';
import { findingName, target } from '../names';

/** A decision asks rules and reads no chance: whoever wrote one meant something else than what happens. */
export const decisionWithChances: CheckRule = {
  id: 'decision-with-chances',
  severity: 'warning',
  *check(context) {
    const { map, touchpoints } = context;
    for (const [id] of touchpoints) {
      if (!hasChances(context, id)) continue;
      const everybody = takingEverybody(context.outOf(id));
      yield {
        target: target('touchpoints', id),
        // Where the rules decide all the same, the chances only mislead who reads them.
        ...(everybody === null ? { severity: 'hint', variant: 'rules' } : { variant: 'everybody' }),
        values: {
          name: findingName(map, 'touchpoints', id),
          ...(everybody && { first: findingName(map, 'transitions', everybody[0]) }),
        },
        also: context.outOf(id).map(([transition]) => target('transitions', transition)),
        fixes: ['rule', 'chance'],
      };
    }
  },
  fixes: {
    rule: (context, problem) => {
      const id = targetIdIn(context.map, problem, 'touchpoints');
      return id !== null && hasChances(context, id) ? decideByRule(id) : null;
    },
    chance: (context, problem) => {
      const id = targetIdIn(context.map, problem, 'touchpoints');
      return id !== null && hasChances(context, id) ? splitByChance(id) : null;
    },
  },
};

/** Is it a decision with chances that nothing reads? */
export function hasChances({ map, outOf }: CheckContext, id: string): boolean {
  return map.touchpoints[id]?.kind === 'decision' && chancesAreWritten(outOf(id));
}
