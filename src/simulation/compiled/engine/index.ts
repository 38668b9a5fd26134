// The fast engine: walks customers through compiled tables, one after another.
export { Accounts, contributionOfMoney } from './accounts';
export { CompiledEngine } from './engine';
export type { VisitLog } from './walkLog';
