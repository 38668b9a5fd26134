import { changeRecord, inTurn } from '../../map/edits';
import { inOrder } from '../../map/records';
import type { CheckRule } from '../checkRule';
import { target } from '../names';

/** Arrivals are spread over the personas by share; with nothing but zeros there is nobody. */
export const personaSharesZero: CheckRule = {
  id: 'persona-shares-zero',
  severity: 'error',
  *check({ map }) {
    const personas = inOrder(map.personas);
    const [first, ...others] = personas.map(([id]) => target('personas', id));
    if (!first || personas.some(([, { share }]) => share > 0)) return;
    yield { target: first, also: others, values: { count: personas.length }, fixes: ['even'] };
  },
  fixes: {
    even({ map }) {
      return inTurn(
        ...Object.keys(map.personas).map((id) => changeRecord('personas', id, { share: 1 })),
      );
    },
  },
};
