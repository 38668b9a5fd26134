// A scenario of a map as plain settings: with this all engines begin.
export {
  arrivalDayOf,
  baselineScenario,
  type DataRow,
  MAX_STEPS,
  type RefusalCode,
  RunRefused,
  type RunSetup,
  setUp,
  type SetupOptions,
} from './setUp';
export { weightOfEntry } from './counting';
export { type Discount, discountOf } from './discount';
export { afterEffect } from './effects';
export { CAMPAIGN_COST, MONEY_KINDS, PLAN, REVENUE } from './moneyKinds';
export { withOverrides } from './overrides';
export { type IsScheduled, scheduleOf } from './schedule';
