// KPIs: the catalogue, what a run says of each, and the money that most of them rest on.
export { CATALOGUE, definitionOf } from './catalogue';
export { KPI_UNITS, type KpiDefinition, type KpiUnit, type ScopeKind } from './definition';
export {
  lacks,
  latestActual,
  measureOf,
  namesWhatIsGone,
  stateOf,
  unitOf,
  type KpiState,
} from './measure';
export { type Goal, goalMetric, goalOf, goalShareOf } from './goal';
export { contributionMetric, totalCostOf, PROFIT_ARRIVALS, profitOf } from './profit';
export { computedProfit, exactGoalShare, fixedCampaignCost, measureExact } from './exact';
export { pairedKpis } from './paired';
