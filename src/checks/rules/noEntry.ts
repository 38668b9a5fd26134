import type { CheckRule } from '../checkRule';
import { nameOf } from '../names';

/** Without an entry nobody can come into the journey. */
export const noEntry: CheckRule = {
  id: 'no-entry',
  severity: 'warning',
  *check({ map, touchpoints, transitions, entries, into }) {
    if (transitions.length === 0 || entries.length > 0) return;
    const first = firstWithoutWayIn(touchpoints, into);
    yield {
      target: null,
      ...(first && {
        fixes: ['first'],
        fixValues: { name: nameOf(map, 'touchpoints', first) },
      }),
    };
  },
  fixes: {
    first({ touchpoints, entries, into }) {
      const first = firstWithoutWayIn(touchpoints, into);
      if (entries.length > 0 || first === undefined) return null;
      return (draft) => {
        const touchpoint = draft.touchpoints[first];
        if (touchpoint) touchpoint.kind = 'entry';
      };
    },
  },
};

type Context = Parameters<CheckRule['check']>[0];

/** The first plain touchpoint that nothing leads to, else simply the first plain one. */
function firstWithoutWayIn(
  touchpoints: Context['touchpoints'],
  into: Context['into'],
): string | undefined {
  const plain = touchpoints.filter(([, { kind }]) => kind === 'touchpoint');
  return (plain.find(([id]) => into(id).length === 0) ?? plain[0])?.[0];
}
