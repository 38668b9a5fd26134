import { changeRecord } from '../../map/edits';
import type { CheckRule } from '../checkRule';
import type { CheckContext } from '../context';
import { findingName } from '../names';

/** Without an entry nobody can come into the journey. */
export const noEntry: CheckRule = {
  id: 'no-entry',
  severity: 'warning',
  *check(context) {
    if (context.transitions.length === 0 || context.entries.length > 0) return;
    const first = firstPlain(context);
    yield {
      target: null,
      ...(first !== undefined && {
        fixes: ['first'],
        fixValues: { name: findingName(context.map, 'touchpoints', first) },
      }),
    };
  },
  fixes: {
    first(context) {
      const first = context.entries.length > 0 ? undefined : firstPlain(context);
      return first === undefined ? null : changeRecord('touchpoints', first, { kind: 'entry' });
    },
  },
};

/** The first plain touchpoint that nothing leads to, else simply the first plain one. */
function firstPlain({ touchpoints, into }: CheckContext): string | undefined {
  const plain = touchpoints.filter(([, { kind }]) => kind === 'touchpoint');
  return (plain.find(([id]) => into(id).length === 0) ?? plain[0])?.[0];
}
