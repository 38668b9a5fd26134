import { type CheckRule, targetOf } from '../checkRule';
import { nameOf, target } from '../names';
import { isRunnable } from '../shape';

/** No path leads from any entry to the touchpoint, so no customer ever sees it. */
export const unreachable: CheckRule = {
  id: 'unreachable',
  severity: 'warning',
  *check(context) {
    const { map, touchpoints, reachable } = context;
    if (!isRunnable(context)) return;
    for (const [id] of touchpoints) {
      if (reachable.has(id)) continue;
      yield {
        target: target('touchpoints', id),
        values: { name: nameOf(map, 'touchpoints', id) },
        fixes: map.touchpoints[id]?.kind === 'touchpoint' ? ['entry'] : [],
      };
    }
  },
  fixes: {
    entry({ map }, problem) {
      const id = targetOf(map, problem, 'touchpoints');
      if (id === null) return null;
      return (draft) => {
        const touchpoint = draft.touchpoints[id];
        if (touchpoint) touchpoint.kind = 'entry';
      };
    },
  },
};
