import type { CheckRule } from '../checkRule';

/**
 * More touchpoints than a group can talk through in one workshop: at two minutes each, sixty take
 * two hours. The sample map has thirty-two.
 */
const DISCUSSABLE = 60;

/** A map that is too busy to decide from; sub-journeys take detail out of it. */
export const tooLarge: CheckRule = {
  id: 'too-large',
  severity: 'hint',
  *check({ touchpoints }) {
    const count = touchpoints.length;
    if (count > DISCUSSABLE) yield { target: null, values: { count, limit: DISCUSSABLE } };
  },
};
