// The map as flat typed arrays.
export type { CustomerView } from './access';
export { BUCKET_SHIFT, DELAYED, EVENTFUL, GUIDE_BITS, OUTCOME, WAITS, WEIGHED } from './branches';
export { compileTables, type Tables } from './tables';
export type { BookedMoney, CampaignChange, TouchpointTable, TransitionTable } from './types';
