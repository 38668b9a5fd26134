export { CATALOGUE, definitionOf } from './catalogue';
export type { KpiDefinition, KpiUnit, ScopeKind } from './definition';
export { FORMULA_NAMES, evaluateFormula, type FormulaProblem } from './formula';
export { latestActual, measureAll, measureKpi, stateOf, unitOf, type KpiState } from './measure';
