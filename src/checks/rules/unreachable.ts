import { changeRecord } from '../../map/edits';
import { type CheckRule, targetIdIn } from '../checkRule';
import type { CheckContext } from '../context';
import { cutOffPieces, restOf } from '../cutOff';
import { connectDropOff, hasRoom, isRunnable } from '../flow';
import { findingName, target } from '../names';

/**
 * No path leads from any entry to the touchpoint, so no customer ever sees it, nor what comes after it,
 * and campaigns there contact nobody. What hangs together is one finding, at its beginning.
 */
export const unreachable: CheckRule = {
  id: 'unreachable',
  severity: 'warning',
  *check(context) {
    const { map } = context;
    if (!isRunnable(context)) return;
    for (const piece of cutOffPieces(context)) {
      const { first, others, campaigns } = piece;
      const before = nearestBefore(context, first);
      yield {
        target: target('touchpoints', first),
        values: {
          name: findingName(map, 'touchpoints', first),
          count: others.length,
          campaigns: campaigns.length,
        },
        also: restOf(piece),
        fixes: [
          ...(before === undefined ? [] : ['connect']),
          ...(map.touchpoints[first]?.kind === 'touchpoint' ? ['entry'] : []),
        ],
        ...(before !== undefined && {
          fixValues: { from: findingName(map, 'touchpoints', before) },
        }),
      };
    }
  },
  fixes: {
    /** From the nearest touchpoint before it where somebody drops off so far. */
    connect(context, problem) {
      const { map, reachable } = context;
      const id = targetIdIn(map, problem, 'touchpoints');
      if (id === null || reachable.has(id)) return null;
      const before = nearestBefore(context, id);
      return before === undefined ? null : connectDropOff(context, before, id);
    },
    entry({ map }, problem) {
      const id = targetIdIn(map, problem, 'touchpoints');
      return id === null ? null : changeRecord('touchpoints', id, { kind: 'entry' });
    },
  },
};

/** The nearest touchpoint before this one in journey order where somebody comes and drops off so far. */
function nearestBefore(context: CheckContext, id: string): string | undefined {
  const { touchpoints, reachable } = context;
  const index = touchpoints.findIndex(([other]) => other === id);
  return touchpoints
    .slice(0, index)
    .findLast((entry) => reachable.has(entry[0]) && hasRoom(context, entry))?.[0];
}
