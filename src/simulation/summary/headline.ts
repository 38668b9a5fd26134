import type { Tables } from '../compiled/tables';
import type { Tally } from '../compiled/tally';
import type { Headline } from '../results';
import { campaignResults } from './campaigns';
import { groupResult, totalsOf } from './groups';

/**
 * What a run says first, cheap enough to be said while it goes on. Null where customers do not all
 * arrive at once: those who have walked are then the first to arrive, not a sample of all.
 */
export function headlineOf(tables: Tables, tally: Tally): Headline | null {
  const { layout, from, to } = tally;
  if (tables.setup.settings.arrivals.kind !== 'cohort') return null;
  const total = groupResult(tables, layout, totalsOf(tally, 0, layout.batches));
  const campaigns = Object.values(campaignResults(tables, tally));
  return {
    customers: to - from,
    total,
    campaignFixedCost: campaigns.reduce((sum, { fixedCost }) => sum + fixedCost, 0),
  };
}
