import { COST_KINDS } from '../../map/schema';

/** Order of the money of one customer or of many: costs by `COST_KINDS`, contacts, booked revenue, accrued plan price. */
export const CAMPAIGN_COST = COST_KINDS.length;
/** Place of booked revenue. */
export const REVENUE = CAMPAIGN_COST + 1;
/** Place of accrued plan price. */
export const PLAN = REVENUE + 1;
/** How many kinds there are. */
export const MONEY_KINDS = PLAN + 1;
