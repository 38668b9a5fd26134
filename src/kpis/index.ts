export { batchMetricOf } from './batchMetric';
export { CATALOGUE, definitionOf } from './catalogue';
export { KPI_UNITS, type KpiDefinition, type KpiUnit, type ScopeKind } from './definition';
export { FORMULA_NAMES, evaluateFormula, type FormulaProblem } from './formula';
export { latestActual, measureAll, measureKpi, stateOf, unitOf, type KpiState } from './measure';
export {
  contributionMetric,
  costsOf,
  fixedCostPerArrival,
  PROFIT_ARRIVALS,
  profitOf,
} from './profit';
