import { changeRecord } from '../../map/edits';
import { type CheckRule, targetIdIn } from '../checkRule';
import { connectDropOff, hasRoom, isRunnable } from '../flow';
import { findingName, target } from '../names';
import { unreachableParts } from '../unreachableParts';

/** No path leads from any entry to the touchpoint, so no customer ever sees it. */
export const unreachable: CheckRule = {
  id: 'unreachable',
  severity: 'warning',
  *check(context) {
    const { map, touchpoints, reachable } = context;
    if (!isRunnable(context)) return;
    const { causeOf } = unreachableParts(context);
    let before: string | undefined;
    for (const entry of touchpoints) {
      const [id, { kind }] = entry;
      if (reachable.has(id)) {
        if (hasRoom(context, entry)) before = id;
        continue;
      }
      yield {
        target: target('touchpoints', id),
        cause: causeOf(id),
        values: { name: findingName(map, 'touchpoints', id) },
        fixes: [
          ...(before === undefined ? [] : ['connect']),
          ...(kind === 'touchpoint' ? ['entry'] : []),
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
      const { map, touchpoints, reachable } = context;
      const id = targetIdIn(map, problem, 'touchpoints');
      if (id === null || reachable.has(id)) return null;
      const index = touchpoints.findIndex(([other]) => other === id);
      const before = touchpoints
        .slice(0, index)
        .findLast((entry) => reachable.has(entry[0]) && hasRoom(context, entry));
      return before ? connectDropOff(context, before[0], id) : null;
    },
    entry({ map }, problem) {
      const id = targetIdIn(map, problem, 'touchpoints');
      return id === null ? null : changeRecord('touchpoints', id, { kind: 'entry' });
    },
  },
};
