import { changeRecord, inTurn } from '../../map/edits';
import type { CheckRule } from '../checkRule';

/** Arrivals choose an entry by weight; with nothing but zeros nobody can. */
export const entryWeightsZero: CheckRule = {
  id: 'entry-weights-zero',
  severity: 'error',
  *check({ entries }) {
    const counts = entries.some(
      ([, { weight }]) =>
        weight.base > 0 || Object.values(weight.bySegment).some(({ value }) => value > 0),
    );
    if (entries.length === 0 || counts) return;
    const [first, ...others] = entries.map(([id]) => ({ collection: 'touchpoints', id }) as const);
    yield {
      target: first ?? null,
      values: { count: entries.length },
      also: others,
      fixes: ['even'],
    };
  },
  fixes: {
    even({ entries }) {
      return inTurn(
        ...entries.map(([id]) =>
          changeRecord('touchpoints', id, (entry) => {
            entry.weight.base = 1;
          }),
        ),
      );
    },
  },
};
