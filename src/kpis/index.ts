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
