import { baseRestOf } from '../../map/records';
import type { CheckRule } from '../checkRule';
import type { CheckContext } from '../context';
import { cyclesInOrder } from '../cycles';
import { findingName, target } from '../names';

/** A circle nobody leaves: no outcome, no drop-off, no transition out. Runs only end by their horizon. */
export const endless: CheckRule = {
  id: 'endless',
  severity: 'warning',
  *check(context) {
    const { map, reachable } = context;
    for (const cycle of cyclesInOrder(context)) {
      const members = new Set(cycle);
      const [first, ...others] = cycle;
      if (first === undefined || !reachable.has(first)) continue;
      if (!cycle.every((id) => keeps(context, id, members))) continue;
      yield {
        target: target('touchpoints', first),
        values: { name: findingName(map, 'touchpoints', first), count: cycle.length },
        also: others.map((id) => target('touchpoints', id)),
      };
    }
  },
};

/** Do the transitions out of a touchpoint take every customer of the base chances back into the circle? */
function keeps({ map, outOf }: CheckContext, id: string, circle: ReadonlySet<string>): boolean {
  const transitions = outOf(id);
  const kind = map.touchpoints[id]?.kind;
  if (kind === 'outcome' || !transitions.every(([, { to }]) => circle.has(to))) return false;
  if (transitions.some(([, { otherwise }]) => otherwise)) return true;
  const forEverybody = transitions.filter(([, { when }]) => when === null);
  if (kind === 'decision') return forEverybody.length > 0;
  return baseRestOf(forEverybody) === 0;
}
