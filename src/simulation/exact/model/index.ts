// The map as the exact solver sees it, or the reason why it cannot be computed.
export { arrivalDays, arrivalDiscount, arrivedBy, customersOf } from './arrivals';
export { continuousCdf } from './distributionFunction';
export { modelOf } from './model';
export { log1p, square, stream } from './numbers';
export { profilesOf } from './profiles';
export { integrate } from './quadrature';
export { NotExact, type Reason, type ReasonCode, type RecordRef } from './reasons';
export {
  type CompiledRule,
  FORGOTTEN,
  type Memory,
  numberOfValue,
  type Situation,
  UNDRAWN,
} from './situation';
export type {
  CampaignModel,
  ExactModel,
  Lift,
  ModelOptions,
  TouchpointModel,
  TransitionModel,
  Watched,
} from './types';
