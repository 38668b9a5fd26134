import type { CheckRule } from '../checkRule';
import { target } from '../names';

/** What people point at and talk about; the rest may stay without a name. */
const NAMED = [
  'stages',
  'touchpoints',
  'attributes',
  'segments',
  'personas',
  'kpis',
  'campaigns',
  'scenarios',
] as const;

/** Nobody can talk about what has no name. One finding for each kind of record. */
export const noName: CheckRule = {
  id: 'no-name',
  severity: 'hint',
  *check({ map }) {
    for (const collection of NAMED) {
      const records: Readonly<Record<string, { name: string }>> = map[collection];
      const [first, ...others] = Object.keys(records)
        .filter((id) => records[id]?.name.trim() === '')
        .sort()
        .map((id) => target(collection, id));
      if (!first) continue;
      yield {
        target: first,
        detail: collection,
        also: others,
        values: { collection, count: others.length + 1 },
      };
    }
  },
};
